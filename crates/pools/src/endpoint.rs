//! What a request asks for and who sent it, whatever the protocol.

use std::net::IpAddr;

use domain::session::Caller;
use wire::{Class, ExceptionType};

/// An endpoint of any protocol: an AWS operation, an OAuth endpoint, a page.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    /// Name in logs and metrics.
    pub name: &'static str,
    /// Class whose rate limits apply.
    pub class: Class,
    /// Whether callers sign their requests. Signed requests act in the region that they were signed
    /// for, and have a rate limit of their own.
    pub is_signed: bool,
    /// Exceptions that the endpoint may answer with.
    pub errors: &'static [ExceptionType],
}

impl Endpoint {
    /// Whether the endpoint may answer with this exception.
    #[must_use]
    pub fn declares(&self, exception: ExceptionType) -> bool {
        self.errors.contains(&exception)
    }
}

/// Who has an id looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The operator's own commands, which reach every region.
    Operator,
    /// A client, with its address if the rate of unknown ids applies to it.
    Client(Option<IpAddr>),
}

/// One request as the edge passes it on, already authenticated as its endpoint requires.
#[derive(Debug, Clone)]
pub struct Call {
    /// The endpoint that was called.
    pub endpoint: Endpoint,
    /// Id sent as `x-amzn-RequestId` and attached to every log line about the request.
    pub request_id: String,
    /// Region of the request's credential scope; the default region for unsigned requests.
    pub region: String,
    /// Device and address of the caller, as far as the edge knows them.
    pub caller: Caller,
    /// Whose rate of unknown ids the call counts against.
    pub asker: Asker,
}
