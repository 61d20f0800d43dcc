//! From an operation's name and body to its answer.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use serde_json::Value;
use wire::{Auth, Exception, ExceptionType, Operation, OperationShape, Service};

use crate::chosen::{self, Chosen};
use crate::ctx::Ctx;
use crate::error::Error;
use crate::rate::{self, Named};
use crate::server::{Call, Server};
use crate::{identity, idp};

/// Why an operation gave no output.
#[derive(Debug)]
pub enum Failure {
    /// The body does not fit the operation's input shape.
    Refused(wire::Refusal),
    /// One of the exceptions the operation declares.
    Exception(Exception),
    /// More requests than a limit allows.
    RateExceeded,
    /// An operation of the service that this server does not have.
    NotSupported,
    /// A fault of this server, already logged.
    Internal,
}

/// The answer of an operation, as JSON text.
pub(crate) type Answer<'a> = Pin<Box<dyn Future<Output = Result<String, Failure>> + Send + 'a>>;

/// An operation's entry in the dispatch table.
pub(crate) type Handler = for<'a> fn(&'a Ctx, Value) -> Answer<'a>;

/// Runs an operation on a JSON body and gives the JSON text of its output.
///
/// # Errors
/// See [`Failure`].
pub async fn dispatch(server: &Arc<Server>, call: Call, body: Value) -> Result<String, Failure> {
    handled(server, call, None, body).await
}

/// As [`dispatch`], with what was chosen beforehand. For seeds alone, never for what a client
/// sends.
///
/// # Errors
/// See [`Failure`]; `InvalidParameterException` for an id of the wrong form or one that is taken.
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
        Service::Identity => identity::find(operation.name),
    };
    let handler = handler.ok_or(Failure::NotSupported)?;
    if !is_within_limits(server, operation, &body) {
        return Err(Failure::RateExceeded);
    }
    let ctx = Ctx::new(Arc::clone(server), call, chosen);
    handler(&ctx, body).await
}

/// Before the input is decoded or the store is asked.
fn is_within_limits(server: &Server, operation: &Operation, body: &Value) -> bool {
    let admits = |pool_id: &str| server.limits.admits_pool(operation, pool_id, server.clock.now());
    match rate::named(server, operation, body) {
        Named::Pool(pool_id) => admits(pool_id),
        Named::PoolOfClient(pool_id) => admits(&pool_id),
        // What anyone may ask for without naming a pool is limited by address.
        Named::None => operation.auth != Auth::SigV4 || admits(""),
        Named::ByToken => true,
    }
}

/// Decodes, runs, and encodes one operation.
pub(crate) async fn run<'a, O, H, F>(
    ctx: &'a Ctx,
    body: Value,
    handle: H,
) -> Result<String, Failure>
where
    O: OperationShape,
    H: FnOnce(&'a Ctx, O::Input) -> F,
    F: Future<Output = Result<O::Output, Error>>,
{
    let input = wire::decode::<O::Input>(body).map_err(Failure::Refused)?;
    match handle(ctx, input).await {
        Ok(output) => Ok(wire::encode(&output)),
        Err(Error::Exception(exception)) => Err(declared(ctx, exception)),
        Err(Error::Fault(fault)) => {
            tracing::error!(request_id = %ctx.call.request_id, operation = ctx.call.operation.name, %fault, "internal fault");
            Err(Failure::Internal)
        }
    }
}

/// Clients switch on types: an operation answers with no other than those it declares.
fn declared(ctx: &Ctx, exception: Exception) -> Failure {
    let operation = ctx.call.operation;
    if operation.errors.contains(&exception.kind) {
        return Failure::Exception(exception);
    }
    if exception.kind == ExceptionType::TooManyRequests {
        return Failure::RateExceeded;
    }
    debug_assert!(false, "{} does not declare {}", operation.name, exception.kind.name());
    tracing::error!(
        request_id = %ctx.call.request_id,
        operation = operation.name,
        exception = exception.kind.name(),
        "an exception that the operation does not declare"
    );
    Failure::Internal
}
