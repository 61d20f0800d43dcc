//! What is known of a request besides its answer: its id, and what a handler says about it.

/// The id of a request: in its answer's `x-amzn-RequestId` and in every log line about it.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// What a handler says about the request it handled, for the log and the counters.
#[derive(Debug, Clone)]
pub(crate) struct Handled {
    /// An operation of the model, or the name of another endpoint.
    pub(crate) operation: &'static str,
    /// `ok`, or what the answer says instead.
    pub(crate) outcome: &'static str,
    /// Which check refused, where that is known.
    pub(super) reason: Option<&'static str>,
    /// The pool and the app client that it names, where that is known.
    pub(crate) pool_id: Option<String>,
    pub(crate) client_id: Option<String>,
}

impl Handled {
    /// A request that is going well so far.
    pub(crate) fn new(operation: &'static str) -> Self {
        Self { operation, outcome: "ok", reason: None, pool_id: None, client_id: None }
    }

    /// Notes that it was refused: what the answer says, and which check refused.
    pub(crate) fn refuse(&mut self, outcome: &'static str, reason: Option<&'static str>) {
        self.outcome = outcome;
        self.reason = reason;
    }
}
