//! Limits on attempts (lock-out, hourly limits), and on concurrent password checks.

mod counters;
mod fair_queue;
mod password_checks;
mod password_hashing;
mod uncounted;

pub(crate) use counters::{PASSWORD, count, counter, put, require_left, state_of};
pub(crate) use password_checks::{PasswordChecks, PasswordTurn};
pub(crate) use password_hashing::PasswordHashing;
pub(crate) use uncounted::{LockAt, Uncounted};
