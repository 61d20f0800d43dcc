//! From an operation's name and body to its answer.

use std::sync::Arc;

use domain::session::Caller;
use pools::request::Ctx;
use pools::{Asker, Chosen, Endpoint, Server};
use serde_json::Value;
use wire::{Auth, Operation, Service};

use crate::handler::Failure;
use crate::rate::{self, RequestPool};
use crate::{chosen, idp};

/// One call of an operation as the edge passes it on, already authenticated as the operation
/// requires.
#[derive(Debug, Clone)]
pub struct Call {
    /// The operation named by `X-Amz-Target`.
    pub operation: &'static Operation,
    /// Id sent as `x-amzn-RequestId`.
    pub request_id: String,
    /// Region of the request's credential scope; the default region for operations without
    /// authentication.
    pub region: String,
    /// Device and address of the caller, as far as the edge knows them.
    pub caller: Caller,
    /// Whose rate of unknown ids the call counts against.
    pub asker: Asker,
}

impl From<Call> for pools::Call {
    fn from(call: Call) -> Self {
        let Call { operation, request_id, region, caller, asker } = call;
        Self { endpoint: endpoint(operation), request_id, region, caller, asker }
    }
}

/// An operation as an endpoint.
#[must_use]
pub fn endpoint(operation: &'static Operation) -> Endpoint {
    let &Operation { name, class, auth, errors, .. } = operation;
    Endpoint { name, class, is_signed: auth == Auth::SigV4, errors }
}

/// Runs an operation on a JSON body and returns the JSON text of its output.
///
/// # Errors
/// See [`Failure`].
pub async fn dispatch(server: &Arc<Server>, call: Call, body: Value) -> Result<String, Failure> {
    handled(server, call, None, body).await
}

/// Like [`dispatch()`], with ids chosen beforehand. Only for seeds, never for client requests.
///
/// # Errors
/// See [`Failure`]; `InvalidParameterException` for an id of the wrong form or one in use.
pub async fn dispatch_chosen(
    server: &Arc<Server>,
    call: Call,
    chosen: Chosen,
    body: Value,
) -> Result<String, Failure> {
    if chosen.id.is_some() {
        chosen::require_maker(call.operation).map_err(Failure::Exception)?;
    }
    handled(server, call, Some(chosen), body).await
}

async fn handled(
    server: &Arc<Server>,
    call: Call,
    chosen: Option<Chosen>,
    body: Value,
) -> Result<String, Failure> {
    let operation = call.operation;
    let handler = match operation.service {
        Service::Idp => idp::find(operation.name),
        // Identity pools are not implemented.
        Service::Identity => None,
    };
    let handler = handler.ok_or(Failure::NotSupported)?;
    if !is_within_limits(server, operation, &body) {
        return Err(Failure::RateExceeded);
    }
    let ctx = Ctx::new(Arc::clone(server), call.into(), chosen);
    handler(&ctx, body).await
}

/// Checked before the input is decoded or the store is read.
fn is_within_limits(server: &Server, operation: &'static Operation, body: &Value) -> bool {
    let endpoint = endpoint(operation);
    let admits =
        |pool_id: &str| server.limits.admits_pool(&endpoint, pool_id, server.clock.ticks());
    match rate::pool_of(server, operation, body) {
        RequestPool::Named(pool_id) => admits(pool_id),
        RequestPool::OfClient(pool_id) => admits(&pool_id),
        // What anyone may call without naming a pool is limited by address.
        RequestPool::None => !endpoint.is_signed || admits(""),
        RequestPool::ByToken => true,
    }
}
