//! The time up to which expired rows may be removed.
//!
//! A clock that is ahead for a minute must not remove what revokes a token: a removed row does not
//! come back with the right time. So rows are removed only up to a time that has been proven to
//! have come. A stored mark proves its own time, and time that really passed since is added to it.
//! While no server runs, nothing is proven, so removal falls behind the clock. What the clock
//! claims is believed once servers have run for a day in all without a clock falling behind it.

use std::time::Duration;

use crate::Time;

/// A difference between the clock and the time that really passed that is a jump, in milliseconds.
const JUMP_MILLIS: i64 = 60_000;
/// How long servers must have run before what the clock claims is believed, in milliseconds.
const BELIEVED_AFTER_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// Progress that is worth a write, in milliseconds. What a stopping server did not write is only
/// proven again.
const WRITTEN_EVERY_MILLIS: i64 = 5 * 60 * 1_000;

/// What the store remembers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    /// This time has come: rows were removed up to it.
    pub at: Time,
    /// What a clock claimed that is not proven yet; the epoch if nothing.
    pub claimed: Time,
    /// How long servers have run since the claim, in milliseconds, none of their clocks falling
    /// behind it.
    pub ran_millis: i64,
    /// What the clock showed after its last jump; the epoch if it never jumped.
    pub jumped: Time,
    /// How far it jumped, in milliseconds; negative if backwards.
    pub jump_millis: i64,
}

/// What the clocks show at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// This machine's clock.
    pub wall: Time,
    /// Time that really passed, from an arbitrary start.
    pub monotonic: Duration,
    /// The database server's clock, if there is one.
    pub database: Option<Time>,
}

/// What was found in the store.
#[derive(Debug, Clone, Copy)]
pub enum Stored {
    /// No mark yet; the latest time that the data record, if any.
    Nothing(Option<Time>),
    /// A mark that another server wrote, or an earlier run of this one.
    Foreign(Mark),
    /// The mark as this server last wrote it.
    Own,
}

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Rows that expired until then may be removed.
    pub until: Time,
    /// The mark to store after that, if it is worth a write.
    pub mark: Option<Mark>,
    /// How far the clock jumped since it was last read, in milliseconds; negative if backwards, or
    /// if a starting server's clock is behind the stored mark.
    pub jump_millis: Option<i64>,
}

/// The bound on one server's removal of expired rows.
#[derive(Debug)]
pub struct Bound {
    /// Time that has come, at the last reading; `None` before the first mark was read.
    proven: Option<Time>,
    mark: Mark,
    written: Mark,
    /// The last readings.
    wall: Time,
    monotonic: Duration,
}

impl Bound {
    /// The bound of a server that opens the store now.
    #[must_use]
    pub fn new(wall: Time, monotonic: Duration) -> Self {
        Self { proven: None, mark: Mark::default(), written: Mark::default(), wall, monotonic }
    }

    /// Reads the clocks against the store.
    pub fn step(&mut self, reading: Reading, stored: Stored) -> Step {
        let Reading { wall, monotonic, database } = reading;
        let elapsed = monotonic.saturating_sub(self.monotonic);
        let elapsed = i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX);
        let opened = self.wall;
        let drift = wall.0.saturating_sub(self.wall.0).saturating_sub(elapsed);
        (self.wall, self.monotonic) = (wall, monotonic);
        let own = self.proven.map(|proven| proven.plus_millis(elapsed));
        let proven = match stored {
            // What the data record was written before now, unless a clock was ahead.
            Stored::Nothing(newest) => own.unwrap_or_else(|| {
                newest.map_or(opened, |newest| newest.min(opened)).plus_millis(elapsed)
            }),
            Stored::Foreign(mark) => {
                (self.mark, self.written) = (mark, mark);
                own.map_or(mark.at, |own| own.max(mark.at))
            }
            Stored::Own => {
                self.mark.ran_millis = self.mark.ran_millis.saturating_add(elapsed);
                own.unwrap_or(self.mark.at)
            }
        };
        let jump_millis = match self.proven {
            Some(_) => Some(drift).filter(|drift| drift.saturating_abs() > JUMP_MILLIS),
            None => Some(wall.0.saturating_sub(self.mark.at.0)).filter(|by| *by < -JUMP_MILLIS),
        };
        let proven = self.believed(wall, proven);
        self.proven = Some(proven);
        let until = wall.min(proven).min(database.unwrap_or(proven));
        self.mark.at = self.mark.at.max(until);
        if let Some(by) = jump_millis {
            (self.mark.jumped, self.mark.jump_millis) = (wall, by);
        }
        let is_first = matches!(stored, Stored::Nothing(_));
        let mark = (is_first || self.is_worth_a_write()).then_some(self.mark);
        Step { until, mark, jump_millis }
    }

    /// The last mark of [`Bound::step`] is stored.
    pub fn stored(&mut self) {
        self.written = self.mark;
    }

    /// What is proven, with a claim that has held for long enough.
    fn believed(&mut self, wall: Time, proven: Time) -> Time {
        let mark = &mut self.mark;
        let due = mark.claimed.plus_millis(mark.ran_millis);
        let is_refuted = wall.plus_millis(JUMP_MILLIS) < due;
        let is_claim = mark.claimed > Time::default();
        let holds = is_claim && !is_refuted && mark.ran_millis >= BELIEVED_AFTER_MILLIS;
        let proven = if holds { proven.max(due.min(wall)) } else { proven };
        if wall <= proven.plus_millis(JUMP_MILLIS) {
            (mark.claimed, mark.ran_millis) = (Time::default(), 0);
        } else if !is_claim || is_refuted || holds {
            (mark.claimed, mark.ran_millis) = (wall, 0);
        }
        proven
    }

    fn is_worth_a_write(&self) -> bool {
        let (mark, written) = (&self.mark, &self.written);
        let progress = |new: i64, old: i64| new.saturating_sub(old) >= WRITTEN_EVERY_MILLIS;
        mark.claimed != written.claimed
            || mark.jumped != written.jumped
            || progress(mark.at.0, written.at.0)
            || progress(mark.ran_millis, written.ran_millis)
    }
}
