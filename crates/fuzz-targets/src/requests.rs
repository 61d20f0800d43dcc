//! Decoding of every operation's request, and of what the server stores of it.
//!
//! Input: an operation's name, a line break, JSON.

use std::fmt::Debug;
use std::sync::LazyLock;

use wire::{Decode, Encode, Operation, OperationShape, Refusal};

use crate::edits::nth;
use crate::every_operation::Visit;
use crate::samples::{full, least};
use crate::walk::walk;

struct Check {
    operation: &'static Operation,
    run: fn(&[u8]),
}

static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let mut checks = Checks(Vec::new());
    walk(&mut checks);
    checks.0
});

struct Checks(Vec<Check>);

impl Visit for Checks {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq,
    {
        let run = |json: &[u8]| {
            shape::<O::Input>(json);
            shape::<O::Output>(json);
        };
        self.0.push(Check { operation: O::OPERATION, run });
    }
}

/// A request is decoded, refused or malformed; a decoded one survives encoding and decoding
/// unchanged.
pub fn requests(data: &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (name, json) = data.split_at(end);
    let json = json.strip_prefix(b"\n").unwrap_or_default();
    let named = CHECKS.iter().find(|check| check.operation.name.as_bytes() == name);
    let check =
        named.unwrap_or_else(|| nth(&CHECKS, name.iter().map(|byte| usize::from(*byte)).sum()));
    (check.run)(json);
}

fn shape<T: Decode + Encode + Debug + PartialEq>(json: &[u8]) {
    let Ok(value) = wire::parse(json) else { return };
    match wire::decode::<T>(value) {
        Ok(decoded) => {
            let text = round_trip(&decoded);
            // What is stored of a request is bounded by its size.
            assert!(text.len() <= 1024 + 8 * json.len(), "{} bytes of {}", text.len(), json.len());
        }
        Err(Refusal::Violations(violations)) => {
            assert!(violations.iter().next().is_some(), "refused without violations");
            let length = violations.to_string().len();
            assert!(length <= (1 << 21) + 8 * json.len(), "{length} bytes for {}", json.len());
        }
        Err(Refusal::Malformed(_)) => {}
    }
    if let Ok(stored) =
        std::str::from_utf8(json).map(wire::decode_stored::<T>).expect("JSON is UTF-8")
    {
        round_trip(&stored);
    }
}

fn round_trip<T: Decode + Encode + Debug + PartialEq>(decoded: &T) -> String {
    let text = wire::encode(decoded);
    let again: T =
        wire::decode_stored(&text).unwrap_or_else(|malformed| panic!("{malformed:?}: {text}"));
    assert!(&again == decoded, "changed by encoding: {text}");
    text
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let seed = |operation: &Operation, value: serde_json::Value| {
        format!("{}\n{value}", operation.name).into_bytes()
    };
    let of = |check: &Check| {
        [
            seed(check.operation, full(check.operation.input)),
            seed(check.operation, least(check.operation.input)),
        ]
    };
    CHECKS.iter().flat_map(of).collect()
}
