//! Runs one operation: decodes its input, calls its handler and encodes its output.

use std::future::Future;
use std::pin::Pin;

use pools::error::Error;
use pools::request::Ctx;
use serde_json::Value;
use wire::{Exception, ExceptionType, OperationShape};

/// Why an operation has no output.
#[derive(Debug)]
pub enum Failure {
    /// The body does not match the operation's input shape.
    Refused(wire::Refusal),
    /// One of the exceptions that the operation declares.
    Exception(Exception),
    /// More requests than a limit allows.
    RateExceeded,
    /// An operation of the service that this server does not implement.
    NotSupported,
    /// An internal fault, already logged.
    Internal,
}

/// The answer of an operation, as JSON text.
pub(crate) type Output<'a> = Pin<Box<dyn Future<Output = Result<String, Failure>> + Send + 'a>>;

/// An operation's entry in the dispatch table.
pub(crate) type Handler = for<'a> fn(&'a Ctx, Value) -> Output<'a>;

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
            let pools::Call { request_id, endpoint, .. } = &ctx.call;
            tracing::error!(%request_id, operation = endpoint.name, %fault, "internal fault");
            Err(Failure::Internal)
        }
    }
}

/// Clients switch on exception types, so an operation answers only with those that it declares.
fn declared(ctx: &Ctx, exception: Exception) -> Failure {
    let pools::Call { request_id, endpoint, .. } = &ctx.call;
    if endpoint.declares(exception.kind) {
        return Failure::Exception(exception);
    }
    if exception.kind == ExceptionType::TooManyRequests {
        return Failure::RateExceeded;
    }
    debug_assert!(false, "{} does not declare {}", endpoint.name, exception.kind.name());
    tracing::error!(
        %request_id,
        operation = endpoint.name,
        exception = exception.kind.name(),
        "an exception that the operation does not declare"
    );
    Failure::Internal
}
