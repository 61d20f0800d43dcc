//! Tests of the wire types.

#![expect(clippy::panic, clippy::unwrap_used, reason = "tests and their helpers")]

mod encoding;
mod every_operation;
mod malformed;
mod operations;
mod patterns;
mod samples;
mod stored;
mod violations;
mod walk;

use serde_json::Value;
use wire::{Decode, Refusal};

/// The message for a request with violations.
fn refused<T: Decode + std::fmt::Debug>(request: Value) -> String {
    match wire::decode::<T>(request) {
        Err(Refusal::Violations(violations)) => violations.to_string(),
        other => panic!("expected violations, got {other:?}"),
    }
}

/// The message for a request with wrong JSON types.
fn malformed<T: Decode + std::fmt::Debug>(request: Value) -> Option<String> {
    match wire::decode::<T>(request) {
        Err(Refusal::Malformed(malformed)) => malformed.message,
        other => panic!("expected a malformed request, got {other:?}"),
    }
}
