//! What a request asks for and who sent it, whatever protocol it arrived by.

use domain::session::Caller;
use wire::{Class, ExceptionType};

/// An endpoint of any protocol: an AWS operation, an OAuth endpoint, a page.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    /// The name in logs and metrics.
    pub name: &'static str,
    /// The class whose rate limits apply.
    pub class: Class,
    /// Whether callers sign their requests. Signed requests act in the region they were signed for
    /// and have a rate of their own.
    pub is_signed: bool,
    /// The exceptions the endpoint may answer with.
    pub errors: &'static [ExceptionType],
}

impl Endpoint {
    /// Whether the endpoint may answer with this exception.
    #[must_use]
    pub fn declares(&self, exception: ExceptionType) -> bool {
        self.errors.contains(&exception)
    }
}

/// One request as the edge passes it on, authenticated as its endpoint requires.
#[derive(Debug, Clone)]
pub struct Call {
    /// What was asked for.
    pub endpoint: Endpoint,
    /// The id in `x-amzn-RequestId` and in every log line about the request.
    pub request_id: String,
    /// The region of the request's credential scope; the default region for unsigned requests.
    pub region: String,
    /// Where the request came from, as far as the edge knows.
    pub caller: Caller,
}
