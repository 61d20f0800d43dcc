//! What is known about a request besides its answer: its id, and what the handler reports.

/// The id of a request, in its answer's `x-amzn-RequestId` and in every log line about it.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// What a handler reports about the request it handled, for the log and the counters.
#[derive(Debug, Clone)]
pub(crate) struct Handled {
    /// An operation of the model, or the name of another endpoint.
    pub(crate) operation: &'static str,
    /// `ok`, or the name of the error.
    pub(crate) outcome: &'static str,
    /// Which check refused, if known.
    pub(super) reason: Option<&'static str>,
    /// The pool and the app client that the request names, if known.
    pub(crate) pool_id: Option<String>,
    pub(crate) client_id: Option<String>,
    /// Whether the log says nothing about this request.
    pub(crate) is_unlogged: bool,
}

impl Handled {
    /// A request without an error so far.
    pub(crate) fn new(operation: &'static str) -> Self {
        Self {
            operation,
            outcome: "ok",
            reason: None,
            pool_id: None,
            client_id: None,
            is_unlogged: false,
        }
    }

    /// Records a refusal: the error's name, and which check refused.
    pub(crate) fn refuse(&mut self, outcome: &'static str, reason: Option<&'static str>) {
        self.outcome = outcome;
        self.reason = reason;
    }
}
