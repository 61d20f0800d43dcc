//! What a request with a wrong signature is answered, and what it may cost.
//!
//! Each is counted. A client address that sends more than its rate gets `Rate exceeded` instead of
//! the reason, and what shows in the header is then refused without reading the body. A right
//! signature is never refused for the wrong ones: a flood locks nobody out who holds a key, not even
//! behind the same address.

use std::net::IpAddr;

use super::{Refused, sigv4};
use crate::edge::App;

/// Counts the refusal of a signature. Returns the answer to an address beyond its rate.
pub(super) fn count(
    app: &App,
    operation: &wire::Operation,
    address: Option<IpAddr>,
    refusal: &sigv4::Refusal,
) -> Option<Refused> {
    app.wrong_signatures.count(refusal.label());
    let address = address.filter(|address| !app.mode.is_unlimited(*address))?;
    let now = app.server.clock.now();
    if app.server.limits.admits_wrong_signature(address, app.server.clock.ticks()) {
        return None;
    }
    app.wrong_signatures.log_flood(refusal.label(), pools::client_of(address), now);
    Some(Refused::rate_exceeded(operation).because(refusal.reason()).unlogged())
}
