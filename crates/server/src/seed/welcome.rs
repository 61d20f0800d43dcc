//! The text that `dev` prints about the pools of its seeds.

use std::fmt::Write;
use std::sync::Arc;

use domain::ids;
use serde_json::{Value, json};
use wire::Service;

use super::Seeded;
use crate::aws_json::own_call;
use crate::dev::first_pool::{self, Reached};
use crate::edge::App;

/// The text printed at startup: how to reach the server, the pools with their app clients, and how
/// to sign in.
pub async fn welcome(app: &Arc<App>, reached: &Reached<'_>, seeded: &Seeded) -> String {
    let mut out = first_pool::welcome(app, reached, None);
    // Writing to a String does not fail.
    let _ = writeln!(out, "Seeds:            {}", done(seeded));
    let mut way_in = None;
    for pool_id in &seeded.pools {
        // It has been deleted since.
        let Some(pool) = find(app, "DescribeUserPool", json!({ "UserPoolId": pool_id })).await
        else {
            continue;
        };
        let _ = writeln!(out, "User pool:        {pool_id}  {}", text(&pool, "/UserPool/Name"));
        for client in clients(app, pool_id).await {
            let (id, name) = (text(&client, "/ClientId"), text(&client, "/ClientName"));
            let secret = if client.get("ClientSecret").is_some() { ", with a secret" } else { "" };
            let _ = writeln!(out, "App client:       {id}  {name}{secret}");
            if way_in.is_none() && takes_passwords(&client) {
                way_in = Some((pool_id, id, user(app, &pool, pool_id).await));
            }
        }
    }
    if let Some((pool_id, client_id, user)) = way_in {
        let _ = writeln!(
            out,
            "\nPaste this to sign in, replacing the dots with the user's password:\n\n{}",
            reached.export()
        );
        let _ = writeln!(
            out,
            "aws cognito-idp --endpoint-url {} --region {} initiate-auth --client-id \
             {client_id} \\\n    --auth-flow USER_PASSWORD_AUTH --auth-parameters \
             'USERNAME={user},PASSWORD=...'",
            reached.url(),
            ids::region(pool_id)
        );
    }
    out.truncate(out.trim_end().len());
    out
}

fn done(seeded: &Seeded) -> String {
    match seeded.steps {
        0 => "all steps already applied".to_owned(),
        1 => "1 step applied".to_owned(),
        steps => format!("{steps} steps applied"),
    }
}

/// Calls a read operation; `None` if it is refused.
async fn find(app: &Arc<App>, operation: &str, input: Value) -> Option<Value> {
    own_call::call(&app.server, wire::operation(Service::Idp, operation)?, None, input).await.ok()
}

/// Describes the app clients of a pool, up to one page.
async fn clients(app: &Arc<App>, pool_id: &str) -> Vec<Value> {
    let listed =
        find(app, "ListUserPoolClients", json!({ "UserPoolId": pool_id, "MaxResults": 60 })).await;
    let listed =
        listed.as_ref().and_then(|listed| listed.get("UserPoolClients")).and_then(Value::as_array);
    let mut clients = Vec::new();
    for client in listed.map(Vec::as_slice).unwrap_or_default() {
        let input = json!({ "UserPoolId": pool_id, "ClientId": client.get("ClientId") });
        let described = find(app, "DescribeUserPoolClient", input).await;
        clients.extend(
            described
                .and_then(|mut described| described.get_mut("UserPoolClient").map(Value::take)),
        );
    }
    clients
}

/// Whether a shell command can sign in with just a password.
fn takes_passwords(client: &Value) -> bool {
    let flows = client.get("ExplicitAuthFlows").and_then(Value::as_array);
    let allows =
        flows.is_some_and(|flows| flows.iter().any(|flow| flow == "ALLOW_USER_PASSWORD_AUTH"));
    allows && client.get("ClientSecret").is_none()
}

/// The name of a user who can sign in, if it needs no quoting in a shell.
async fn user(app: &Arc<App>, pool: &Value, pool_id: &str) -> String {
    let input = json!({ "UserPoolId": pool_id, "Limit": 60, "Filter": "cognito:user_status \
        = \"CONFIRMED\"" });
    let found = find(app, "ListUsers", input).await.unwrap_or_default();
    let users = found.get("Users").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let user = users
        .iter()
        .find(|user| user.get("Enabled") == Some(&Value::Bool(true)))
        .unwrap_or(&Value::Null);
    // If users sign up with an email address, the server makes up `Username`.
    let by_address = pool.pointer("/UserPool/UsernameAttributes").is_some();
    let name = if by_address {
        attribute(user, "email")
    } else {
        user.get("Username").and_then(Value::as_str)
    };
    let is_plain = |name: &&str| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@._+-".contains(&byte))
    };
    name.filter(is_plain).unwrap_or("...").to_owned()
}

fn attribute<'a>(user: &'a Value, name: &str) -> Option<&'a str> {
    let attributes = user.get("Attributes")?.as_array()?;
    attributes
        .iter()
        .find(|one| one.get("Name").is_some_and(|known| known == name))?
        .get("Value")?
        .as_str()
}

/// A member on one line.
fn text(value: &Value, pointer: &str) -> String {
    let text = value.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
