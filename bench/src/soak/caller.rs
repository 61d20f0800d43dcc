//! One client's calls, all of them recorded.

use std::time::Instant;

use serde_json::Value;

use super::NODES;
use crate::api::Api;
use crate::clock;

/// A call and its answer.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) operation: &'static str,
    pub(super) begun: Instant,
    pub(super) ended: Instant,
    /// 0 if there was no answer.
    pub(super) status: u16,
    /// Details of a server error.
    pub(super) detail: String,
}

/// The meaning of an answer.
#[derive(Debug)]
pub(super) enum Outcome {
    Done(Value),
    /// Refused: nothing changed.
    Refused {
        kind: String,
        message: String,
    },
    /// A server error or no answer: it is unknown whether anything changed.
    Unknown,
}

/// A client with a connection to each node.
pub(super) struct Caller {
    apis: Vec<Api>,
    pub(super) calls: Vec<Call>,
}

impl Caller {
    /// One `Api` per server, in order.
    pub(super) fn new(apis: Vec<Api>) -> Self {
        Self { apis, calls: Vec::new() }
    }

    /// Calls the operation at this node.
    pub(super) fn ask(&mut self, node: usize, operation: &'static str, input: &Value) -> Outcome {
        let begun = clock::now();
        let answer = match self.apis.get_mut(node % NODES) {
            Some(api) => api.ask(operation, input),
            None => Err("no such node".to_owned()),
        };
        let ended = clock::now();
        let (status, body, failure) = match answer {
            Ok((status, body)) => (status, body, String::new()),
            Err(failure) => (0, Value::Null, failure),
        };
        let is_fault = status == 0 || status >= 500;
        let detail = if is_fault { format!("node {node}: {failure}{body}") } else { String::new() };
        self.calls.push(Call { operation, begun, ended, status, detail });
        let text =
            |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        match status {
            200 => Outcome::Done(body),
            _ if is_fault => Outcome::Unknown,
            _ => Outcome::Refused { kind: text("__type"), message: text("message") },
        }
    }
}

impl Outcome {
    /// Whether it is a refusal of this type.
    pub(super) fn is(&self, name: &str) -> bool {
        matches!(self, Self::Refused { kind, .. } if kind == name)
    }

    /// Refused because of too many concurrent writes: the caller may retry.
    pub(super) fn is_busy(&self) -> bool {
        self.is("TooManyRequestsException")
    }

    /// Whether it was a server error or busy, which proves nothing.
    pub(super) fn is_inconclusive(&self) -> bool {
        matches!(self, Self::Unknown) || self.is_busy()
    }
}
