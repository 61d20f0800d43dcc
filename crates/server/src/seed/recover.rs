//! Recovers the answer of a step that was done, but whose end was not recorded because the process
//! died.

use std::sync::Arc;

use domain::{Rng, ids};
use pools::Server;
use serde_json::{Map, Value, json};
use wire::{Kind, Service};

use super::Step;
use crate::aws_json::own_call;
use crate::edge::DEFAULT_REGION;

/// The id of the resource that a step creates. It is chosen here if the seed does not give one, so
/// that it is known even if the answer is lost.
pub(super) fn chosen_id(step: &Step, input: &Map<String, Value>, rng: &Rng) -> Option<String> {
    step.id.clone().or_else(|| match step.operation.as_str() {
        "CreateUserPool" => Some(ids::pool_id(DEFAULT_REGION, rng)),
        "CreateUserPoolClient" => Some(ids::client_id(rng)),
        "AdminCreateUser" if !is_resend(input) => Some(rng.uuid()),
        _ => None,
    })
}

/// Whether the request resends an invitation, and thus creates no user.
fn is_resend(input: &Map<String, Value>) -> bool {
    input.get("MessageAction").is_some_and(|action| action == "RESEND")
}

/// The answer of a step with this input, or what it would be now. `None` if no operation returns
/// it.
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

/// The `sub` of the user named by a request, possibly by an alias.
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

/// Whether the answer of the operation is always empty.
fn is_empty(operation: &str) -> bool {
    let output = wire::operation(Service::Idp, operation).and_then(|operation| operation.output);
    output.is_none_or(|shape| matches!(shape.kind, Kind::Structure([])))
}
