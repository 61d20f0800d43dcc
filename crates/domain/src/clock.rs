use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

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
    Manual(Arc<Hands>),
}

#[derive(Debug)]
struct Hands {
    /// The wall clock, in milliseconds.
    wall: AtomicI64,
    /// Monotonic time, in milliseconds.
    monotonic: AtomicI64,
    /// What a database server's clock shows, in milliseconds.
    database: AtomicI64,
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
        let hands = Arc::new(Hands {
            wall: AtomicI64::new(start.0),
            monotonic: AtomicI64::new(0),
            database: AtomicI64::new(i64::MAX),
        });
        (Clock(Source::Manual(Arc::clone(&hands))), ManualClock(hands))
    }

    /// The current time.
    #[must_use]
    pub fn now(&self) -> Time {
        match &self.0 {
            Source::System => system_now(),
            Source::Manual(hands) => Time(hands.wall.load(Ordering::SeqCst)),
        }
    }

    /// Time that has really passed, from an arbitrary start. Setting the machine's clock does not
    /// change it; it may stop while the machine sleeps.
    #[must_use]
    pub fn monotonic(&self) -> Duration {
        match &self.0 {
            Source::System => system_monotonic(),
            Source::Manual(hands) => {
                let millis = hands.monotonic.load(Ordering::SeqCst);
                Duration::from_millis(u64::try_from(millis).unwrap_or_default())
            }
        }
    }

    /// The time that has really passed as a [`Time`], of which only differences mean something: for
    /// rates, which a machine's clock that is set must not stop.
    #[must_use]
    pub fn ticks(&self) -> Time {
        Time(i64::try_from(self.monotonic().as_millis()).unwrap_or(i64::MAX))
    }

    /// The time of a database server's clock, which answered `read`; a manual clock replaces it.
    #[must_use]
    pub fn of_database(&self, read: Time) -> Time {
        match &self.0 {
            Source::System => read,
            Source::Manual(hands) => Time(hands.database.load(Ordering::SeqCst)),
        }
    }
}

/// The handle that moves a clock made by [`Clock::manual`].
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<Hands>);

impl ManualClock {
    /// Sets the clock to `time`, forwards or backwards. No time passes.
    pub fn set(&self, time: Time) {
        self.0.wall.store(time.0, Ordering::SeqCst);
    }

    /// Lets `seconds` pass. If negative, sets the clock back instead.
    pub fn advance_seconds(&self, seconds: i64) {
        let millis = seconds.saturating_mul(1000);
        self.0.wall.fetch_add(millis, Ordering::SeqCst);
        self.0.monotonic.fetch_add(millis.max(0), Ordering::SeqCst);
    }

    /// Sets what a database server's clock shows; at first it is ahead of any time.
    pub fn set_database(&self, time: Time) {
        self.0.database.store(time.0, Ordering::SeqCst);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where monotonic time is read")]
fn system_monotonic() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
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
