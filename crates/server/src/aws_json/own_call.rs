//! Requests that the server makes itself, as an administrator would: through the same operations,
//! without the edge's authentication.

use std::sync::Arc;

use domain::ids;
use domain::session::Caller;
use operations::{Call, Failure};
use pools::{Asker, Chosen, Server};
use serde_json::Value;
use wire::Operation;

use super::Refused;
use super::subject::Subject;
use crate::edge::DEFAULT_REGION;

/// The output of an operation; `null` if it has none.
pub(crate) async fn call(
    server: &Arc<Server>,
    operation: &'static Operation,
    chosen: Option<Chosen>,
    input: Value,
) -> Result<Value, Refused> {
    let region = region(operation, chosen.as_ref().and_then(|chosen| chosen.id.as_deref()), &input);
    let call = Call {
        operation,
        request_id: server.rng.uuid(),
        region,
        caller: Caller::default(),
        asker: Asker::Operator,
    };
    let answer = match chosen {
        Some(chosen) => operations::dispatch_chosen(server, call, chosen, input).await,
        None => operations::dispatch(server, call, input).await,
    };
    let answer = answer.map_err(|failure| Refused::from_failure(operation, failure))?;
    if !operation.has_output {
        return Ok(Value::Null);
    }
    serde_json::from_str(&answer).map_err(|error| {
        tracing::error!(operation = operation.name, %error, "the output of an operation is not JSON");
        Refused::from_failure(operation, Failure::Internal)
    })
}

/// The region of the pool that is named or will be created.
fn region(operation: &'static Operation, id: Option<&str>, input: &Value) -> String {
    let pool_id = Subject::of(operation, input).any_pool_id().or(id).unwrap_or_default();
    match ids::region(pool_id) {
        "" => DEFAULT_REGION.to_owned(),
        region => region.to_owned(),
    }
}
