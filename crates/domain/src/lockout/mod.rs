//! Lock-out after failed passwords, and limits on how often something may be tried.
//!
//! The fifth failure in a row locks for one second; each further one doubles that, up to 15
//! minutes. Attempts during a lock are refused and change nothing. A success, or 15 minutes without
//! an attempt, clears all failures.

pub mod limit;
pub mod network;

use crate::Time;
use crate::hex::hex;
use crate::seal::StableSecret;

/// The kind under which password failures are counted.
pub const KIND: &str = "password";

/// Failures before the first lock.
const FREE_FAILURES: i64 = 4;
const MAX_LOCK_SECONDS: i64 = 900;
/// Doublings that reach the longest lock.
const MOST_DOUBLINGS: i64 = 10;
const EXPIRY_SECONDS: i64 = 15 * 60;
/// An end that is this much later than it can be was written by a clock that was ahead, and is
/// ignored: such a lock would outlast the mistake by years. Clocks of servers differ by far less.
const WRONG_CLOCK_SECONDS: i64 = 24 * 60 * 60;

/// The failures of one subject. The default is no failures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State {
    /// Failures in a row.
    pub count: i64,
    /// End of the lock; the epoch if there never was one.
    pub until: Time,
    /// When the failures are forgotten: 15 minutes after the last counted attempt or the end of its
    /// lock, whichever is later.
    pub expires: Time,
}

/// The subject is locked: `NotAuthorizedException`, with `Display` as its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked {
    /// End of the lock.
    pub until: Time,
}

impl std::fmt::Display for Locked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password attempts exceeded")
    }
}

impl std::error::Error for Locked {}

impl State {
    /// Whether an attempt is allowed.
    ///
    /// # Errors
    /// `Locked` before the end of the lock, unless a wrong clock set it.
    pub fn check(&self, now: Time) -> Result<(), Locked> {
        let is_possible = self.until <= now.plus_seconds(MAX_LOCK_SECONDS + WRONG_CLOCK_SECONDS);
        if now < self.until && is_possible { Err(Locked { until: self.until }) } else { Ok(()) }
    }

    /// The state after a failed attempt; unchanged during a lock.
    #[must_use]
    pub fn failed(&self, now: Time) -> State {
        if self.check(now).is_err() {
            return *self;
        }
        let count = self.current_count(now).saturating_add(1);
        let until = match count - FREE_FAILURES - 1 {
            doublings if doublings < 0 => Time::default(),
            doublings => now.plus_seconds(lock_seconds(doublings)),
        };
        State { count, until, expires: now.max(until).plus_seconds(EXPIRY_SECONDS) }
    }

    /// Whether the next failure locks.
    #[must_use]
    pub fn next_locks(&self, now: Time) -> bool {
        self.current_count(now) >= FREE_FAILURES
    }

    /// The state after a success: no failures.
    #[must_use]
    pub fn cleared() -> State {
        State::default()
    }

    /// Whether there is anything for a success to clear. An expired state needs no clearing.
    #[must_use]
    pub fn needs_clearing(&self, now: Time) -> bool {
        self.current_count(now) > 0
    }

    fn current_count(&self, now: Time) -> i64 {
        if now < self.expires { self.count.max(0) } else { 0 }
    }
}

/// Lock-out subject of an existing user, the same for all the user's sign-in names.
#[must_use]
pub fn subject_for_user(stable: &StableSecret, user_id: &str) -> String {
    hex(&stable.mac("lockout", &[b"user", user_id.as_bytes()]))
}

/// Lock-out subject of a name that belongs to no user, normalised by the pool's rules.
#[must_use]
pub fn subject_for_name(stable: &StableSecret, name: &str) -> String {
    hex(&stable.mac("lockout", &[b"name", name.as_bytes()]))
}

fn lock_seconds(doublings: i64) -> i64 {
    // Bounded before the shift: one into the sign bit would make the lock shorter.
    (1_i64 << doublings.clamp(0, MOST_DOUBLINGS)).min(MAX_LOCK_SECONDS)
}
