//! The user pool and app client that `dev` creates on its first start, and the text that it prints
//! at every start, with commands to paste.

use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::{Value, json};
use store::StoreError;
use wire::Service;

use super::Pair;
use crate::aws_json::{Refused, own_call};
use crate::edge::{App, DEFAULT_REGION};
use crate::net::is_loopback;

const POOL_NAME: &str = "first-pool";
const CLIENT_NAME: &str = "first-client";
/// The user that the pasted commands sign up.
const USERNAME: &str = "jo@example.com";

/// The first pool and its app client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPool {
    pool_id: String,
    client_id: String,
    /// Whether that user has signed up at an earlier start.
    has_user: bool,
}

/// How to reach the server, for the text.
pub struct Reached<'a> {
    /// Where it listens.
    pub address: SocketAddr,
    /// The access key to sign with; `None` if any is accepted.
    pub pair: Option<&'a Pair>,
    /// Whether the server generated the pair, so that it must be shown.
    pub generated: bool,
}

impl Reached<'_> {
    /// An address that clients on this machine can use.
    pub fn url(&self) -> String {
        if self.address.ip().is_unspecified() {
            return format!("http://localhost:{}", self.address.port());
        }
        format!("http://{}", self.address)
    }

    /// The pair, if only the server knows it.
    fn shown_pair(&self) -> Option<&Pair> {
        self.pair.filter(|_| self.generated)
    }

    /// The shell line that sets the credentials of clients.
    pub fn export(&self) -> String {
        let (id, secret) = match (self.pair, self.shown_pair()) {
            (None, _) => ("any", "any"),
            (Some(_), Some(pair)) => (pair.id.as_str(), pair.secret.as_str()),
            (Some(pair), None) => (pair.id.as_str(), "..."),
        };
        format!("export AWS_ACCESS_KEY_ID={id} AWS_SECRET_ACCESS_KEY={secret}")
    }

    fn read_inbox(&self) -> String {
        let who = match self.pair {
            Some(_) if !is_loopback(self.address.ip()) => {
                " -u \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\""
            }
            _ => "",
        };
        format!("curl -s{who} {}/_poolkeeper/inbox", self.url())
    }
}

/// Why there is no first pool. Displays as a clause.
#[derive(Debug, thiserror::Error)]
pub enum NoFirstPool {
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The API model has no such operation.
    #[error("{0} is not in the API model")]
    NotInModel(&'static str),
    /// An operation was refused.
    #[error("{operation}: {refused}")]
    Refused {
        /// The operation.
        operation: &'static str,
        /// The refusal.
        #[source]
        refused: Refused,
    },
    /// An answer lacks this member.
    #[error("no {0} in the answer")]
    Missing(&'static str),
}

/// Finds the first pool of an earlier start, or creates it if there is no pool in any region.
/// Returns `None` if there are only other pools.
pub async fn find_or_create(app: &Arc<App>) -> Result<Option<FirstPool>, NoFirstPool> {
    let pools = call(app, "ListUserPools", json!({ "MaxResults": 60 })).await?;
    let pools =
        pools.get("UserPools").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let pool_id = match named(pools, "Name", POOL_NAME) {
        Some(pool) => text(pool, "Id")?,
        None if !has_a_pool(app).await? => create_pool(app).await?,
        None => return Ok(None),
    };
    let clients =
        call(app, "ListUserPoolClients", json!({ "UserPoolId": pool_id, "MaxResults": 60 }))
            .await?;
    let clients = clients
        .get("UserPoolClients")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let client_id = match named(clients, "ClientName", CLIENT_NAME) {
        Some(client) => text(client, "ClientId")?,
        None => create_client(app, &pool_id).await?,
    };
    let has_user = has_user(app, &pool_id).await;
    Ok(Some(FirstPool { pool_id, client_id, has_user }))
}

/// Whether the user exists and is confirmed: signing up would fail, and signing in works.
async fn has_user(app: &Arc<App>, pool_id: &str) -> bool {
    let user =
        call(app, "AdminGetUser", json!({ "UserPoolId": pool_id, "Username": USERNAME })).await;
    user.is_ok_and(|user| user.get("UserStatus").and_then(Value::as_str) == Some("CONFIRMED"))
}

/// Whether there is a pool in any region. ListUserPools lists only one region.
async fn has_a_pool(app: &App) -> Result<bool, NoFirstPool> {
    let pools = app.server.store.read(store::Pool::page(None::<&str>, 1)).await?;
    Ok(!pools.is_empty())
}

/// The text printed at startup.
pub fn welcome(app: &App, reached: &Reached<'_>, pool: Option<&FirstPool>) -> String {
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = write_welcome(&mut out, app, reached, pool);
    out
}

async fn create_pool(app: &Arc<App>) -> Result<String, NoFirstPool> {
    let created = call(
        app,
        "CreateUserPool",
        json!({
            "PoolName": POOL_NAME,
            "UsernameAttributes": ["email"],
            "AutoVerifiedAttributes": ["email"],
            "UsernameConfiguration": { "CaseSensitive": false },
        }),
    )
    .await?;
    text(created.get("UserPool").unwrap_or(&Value::Null), "Id")
}

async fn create_client(app: &Arc<App>, pool_id: &str) -> Result<String, NoFirstPool> {
    let created = call(
        app,
        "CreateUserPoolClient",
        json!({
            "UserPoolId": pool_id,
            "ClientName": CLIENT_NAME,
            "ExplicitAuthFlows":
                ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            "PreventUserExistenceErrors": "ENABLED",
        }),
    )
    .await?;
    text(created.get("UserPoolClient").unwrap_or(&Value::Null), "ClientId")
}

async fn call(app: &Arc<App>, name: &'static str, input: Value) -> Result<Value, NoFirstPool> {
    let operation = wire::operation(Service::Idp, name).ok_or(NoFirstPool::NotInModel(name))?;
    own_call::call(&app.server, operation, None, input)
        .await
        .map_err(|refused| NoFirstPool::Refused { operation: name, refused })
}

fn named<'v>(items: &'v [Value], member: &str, name: &str) -> Option<&'v Value> {
    items.iter().find(|item| item.get(member).and_then(Value::as_str) == Some(name))
}

fn text(value: &Value, member: &'static str) -> Result<String, NoFirstPool> {
    value.get(member).and_then(Value::as_str).map(str::to_owned).ok_or(NoFirstPool::Missing(member))
}

fn write_welcome(
    out: &mut String,
    app: &App,
    reached: &Reached<'_>,
    pool: Option<&FirstPool>,
) -> std::fmt::Result {
    let url = reached.url();
    writeln!(out, "Poolkeeper {} is listening on {url}", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "Inbox:            {url}/_poolkeeper/inbox")?;
    writeln!(out, "Token explainer:  {url}/_poolkeeper/token")?;
    if !is_loopback(reached.address.ip()) {
        writeln!(
            out,
            "Other machines can reach it: every signature is verified, and only requests to \
             localhost and"
        )?;
        writeln!(out, "the names given with --host are served.")?;
    }
    if let Some(pair) = reached.shown_pair() {
        writeln!(out, "Access key:       {} {}", pair.id, pair.secret.as_str())?;
    }
    let Some(FirstPool { pool_id, client_id, has_user }) = pool else { return Ok(()) };
    writeln!(out, "User pool:        {pool_id}")?;
    writeln!(out, "App client:       {client_id}")?;
    writeln!(out, "\nPaste this to {}sign in:\n", if *has_user { "" } else { "sign up and " })?;
    writeln!(out, "{}", reached.export())?;
    let cognito = format!("aws cognito-idp --endpoint-url {url} --region {DEFAULT_REGION}");
    if !has_user {
        let code = match &app.server.settings.fixed_code {
            Some(code) => code.clone(),
            None => format!(
                "$({} | grep -o '\"code\":\"[0-9]*' | head -1 | grep -o '[0-9]*$')",
                reached.read_inbox()
            ),
        };
        let user = format!("--username {USERNAME}");
        writeln!(
            out,
            "{cognito} sign-up --client-id {client_id} \\\n    {user} --password 'Passw0rd!'"
        )?;
        writeln!(
            out,
            "{cognito} confirm-sign-up --client-id {client_id} \\\n    {user} \
             --confirmation-code \"{code}\""
        )?;
    }
    write!(
        out,
        "{cognito} initiate-auth --client-id {client_id} \\\n    --auth-flow USER_PASSWORD_AUTH \
         --auth-parameters 'USERNAME={USERNAME},PASSWORD=Passw0rd!'"
    )
}
