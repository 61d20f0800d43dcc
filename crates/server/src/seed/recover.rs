//! A step that was done, and whose end is not written down because the process died: what it
//! answered is asked for again.

use std::sync::Arc;

use domain::{Rng, ids};
use pools::Server;
use serde_json::{Map, Value, json};
use wire::{Kind, Service};

use super::Step;
use crate::aws_json::own_call;
use crate::edge::DEFAULT_REGION;

/// The id of what a step makes, chosen here where the seed leaves it open, so that it is known
/// whatever happens to the answer.
pub(super) fn chosen_id(step: &Step, input: &Map<String, Value>, rng: &Rng) -> Option<String> {
    step.id.clone().or_else(|| match step.operation.as_str() {
        "CreateUserPool" => Some(ids::pool_id(DEFAULT_REGION, rng)),
        "CreateUserPoolClient" => Some(ids::client_id(rng)),
        "AdminCreateUser" if !is_resend(input) => Some(rng.uuid()),
        _ => None,
    })
}

/// Whether the request sends an invitation again, and so makes nobody.
fn is_resend(input: &Map<String, Value>) -> bool {
    input.get("MessageAction").is_some_and(|action| action == "RESEND")
}

/// What a step with this input has answered, or would answer by now; `None`: nothing that can be
/// asked tells it.
pub(super) async fn answer(
    server: &Arc<Server>,
    step: &Step,
    id: Option<&str>,
    input: &Map<String, Value>,
) -> Option<Value> {
    if is_empty(&step.operation) {
        return Some(json!({}));
    }
    let given = |name: &str| input.get(name).cloned();
    let (pool, made) = (given("UserPoolId"), id.map(Value::from));
    let (reader, request) = match step.operation.as_str() {
        "CreateUserPool" => ("DescribeUserPool", json!({ "UserPoolId": made? })),
        "CreateUserPoolClient" | "UpdateUserPoolClient" => (
            "DescribeUserPoolClient",
            json!({ "UserPoolId": pool?, "ClientId": made.or_else(|| given("ClientId"))? }),
        ),
        "CreateGroup" | "UpdateGroup" => {
            ("GetGroup", json!({ "UserPoolId": pool?, "GroupName": given("GroupName")? }))
        }
        "SetUserPoolMfaConfig" => ("GetUserPoolMfaConfig", json!({ "UserPoolId": pool? })),
        "SetUserPoolSessionConfiguration" => {
            ("GetUserPoolSessionConfiguration", json!({ "UserPoolId": pool? }))
        }
        "SetUserPoolClientSessionConfiguration" => (
            "GetUserPoolClientSessionConfiguration",
            json!({ "UserPoolId": pool?, "ClientId": given("ClientId")? }),
        ),
        "AdminCreateUser" => {
            let sub = match id {
                Some(id) => id.to_owned(),
                None => {
                    sub_of(
                        server,
                        &json!({ "UserPoolId": pool.clone()?, "Username": given("Username")? }),
                    )
                    .await?
                }
            };
            ("ListUsers", json!({ "UserPoolId": pool?, "Filter": format!("sub = \"{sub}\"") }))
        }
        _ => return None,
    };
    let mut answer =
        own_call::call(server, wire::operation(Service::Idp, reader)?, None, request).await.ok()?;
    if reader == "ListUsers" {
        let user = answer.pointer_mut("/Users/0").map(Value::take)?;
        return Some(json!({ "User": user }));
    }
    Some(answer)
}

/// The `sub` of the user whom a request names, be it by an alias.
async fn sub_of(server: &Arc<Server>, named: &Value) -> Option<String> {
    let user =
        own_call::call(server, wire::operation(Service::Idp, "AdminGetUser")?, None, named.clone())
            .await
            .ok()?;
    let sub = user
        .get("UserAttributes")?
        .as_array()?
        .iter()
        .find(|attribute| attribute["Name"] == "sub")?;
    Some(sub.get("Value")?.as_str()?.to_owned())
}

/// Whether the operation answers nothing that could be referred to.
fn is_empty(operation: &str) -> bool {
    let output = wire::operation(Service::Idp, operation).and_then(|operation| operation.output);
    output.is_none_or(|shape| matches!(shape.kind, Kind::Structure([])))
}
