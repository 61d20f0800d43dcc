use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Arithmetic saturates.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Time(pub i64);

impl Time {
    /// Milliseconds since the epoch.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down: the form of the `iat`, `exp` and `auth_time`
    /// claims.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The time `seconds` later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Time {
        Time(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// The time `millis` milliseconds later (earlier when negative).
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Time {
        Time(self.0.saturating_add(millis))
    }
}

impl From<wire::Timestamp> for Time {
    fn from(timestamp: wire::Timestamp) -> Time {
        Time(timestamp.0)
    }
}

impl From<Time> for wire::Timestamp {
    fn from(time: Time) -> wire::Timestamp {
        wire::Timestamp(time.0)
    }
}

/// A source of time. Every rule that depends on time takes one, so that tests control the clock.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's wall clock.
    #[must_use]
    pub const fn system() -> Clock {
        Clock(Source::System)
    }

    /// A clock that only moves when the returned handle moves it; clones share its time.
    #[must_use]
    pub fn manual(start: Time) -> (Clock, ManualClock) {
        let time = Arc::new(AtomicI64::new(start.0));
        (Clock(Source::Manual(Arc::clone(&time))), ManualClock(time))
    }

    /// The current time.
    #[must_use]
    pub fn now(&self) -> Time {
        match &self.0 {
            Source::System => system_now(),
            Source::Manual(time) => Time(time.load(Ordering::SeqCst)),
        }
    }
}

/// The handle that moves a clock made by [`Clock::manual`].
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// Sets the clock to `time`, forwards or backwards.
    pub fn set(&self, time: Time) {
        self.0.store(time.0, Ordering::SeqCst);
    }

    /// Moves the clock by `seconds` (backwards when negative).
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds.saturating_mul(1000), Ordering::SeqCst);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the wall clock is read")]
fn system_now() -> Time {
    // A clock set before 1970 or past the year 292 million is clamped: the rules refuse a wrong
    // time, whereas a panic would stop the server.
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(elapsed) => Time(i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)),
        Err(before) => {
            Time(i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |millis| -millis))
        }
    }
}
