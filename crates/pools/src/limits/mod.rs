//! Limits: on attempts (lock-out, limits per hour), on the rate of requests, and on password checks
//! under way.

mod counters;
mod password_checks;
mod rate;

pub(crate) use counters::{PASSWORD, count, counter, put, require_left, state_of};
pub(crate) use password_checks::PasswordChecks;
pub use rate::{Limits, RateLimits, Refusals, client_of};
