//! Limits: on attempts (lock-out, hourly limits), on request rates, and on concurrent password
//! checks.

mod counters;
mod password_checks;
mod rate;

pub(crate) use counters::{PASSWORD, count, counter, put, require_left, state_of};
pub(crate) use password_checks::PasswordChecks;
pub use rate::{Limits, RateLimits, Refusals, client_of};
