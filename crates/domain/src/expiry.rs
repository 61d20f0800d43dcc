//! The time up to which expired rows may be removed.
//!
//! A clock that is ahead for a minute must not remove what revokes a token: a removed row does not
//! come back with the right time. So rows are removed only up to a time that has been proven to
//! have come. A stored mark proves its own time, and time that really passed since is added to it.
//! While no server runs, nothing is proven, so removal falls behind the clock. What the clock
//! claims is believed once servers have run for a day in all without a clock falling behind it.
//!
//! The same goes for a clock that is behind what was proven, which then was proven by a clock that
//! was ahead. Until it is believed, the bound is only as good as the clock.

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
    /// What a clock claimed that differs from what is proven; the epoch if nothing.
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
    /// if a starting server's clock is behind the stored mark or the last jump.
    pub jump_millis: Option<i64>,
}

/// The bound on one server's removal of expired rows.
#[derive(Debug)]
pub struct Bound {
    /// Time that has come, at the last reading; `None` before the first mark was read.
    proven: Option<Time>,
    mark: Mark,
    written: Mark,
    /// What the clock showed when the store was opened.
    opened: Time,
    /// The time that passed up to the last reading of [`Bound::step`], and of [`Bound::watch`].
    stepped: Duration,
    watched: Duration,
    /// What the clock showed at the last reading.
    wall: Time,
    /// The last jump, with what the clock showed after it, until a mark with it is stored.
    jump: Option<(Time, i64)>,
}

impl Bound {
    /// The bound of a server that opens the store now.
    #[must_use]
    pub fn new(wall: Time, monotonic: Duration) -> Self {
        Self {
            proven: None,
            mark: Mark::default(),
            written: Mark::default(),
            opened: wall,
            stepped: monotonic,
            watched: monotonic,
            wall,
            jump: None,
        }
    }

    /// Compares the clock with the time that passed since the last reading. How far it jumped, in
    /// milliseconds, if it did.
    pub fn watch(&mut self, wall: Time, monotonic: Duration) -> Option<i64> {
        let elapsed = millis(monotonic.saturating_sub(self.watched));
        let drift = wall.0.saturating_sub(self.wall.0).saturating_sub(elapsed);
        (self.wall, self.watched) = (wall, monotonic);
        let jump = Some(drift).filter(|drift| drift.saturating_abs() > JUMP_MILLIS);
        self.jump = jump.map(|by| (wall, by)).or(self.jump);
        jump
    }

    /// A stored mark with the last jump in it, if no mark with it was stored yet.
    #[must_use]
    pub fn unreported(&self, stored: Mark) -> Option<Mark> {
        self.jump.map(|(jumped, jump_millis)| Mark { jumped, jump_millis, ..stored })
    }

    /// A mark of [`Bound::unreported`] is stored.
    pub fn reported(&mut self, mark: Mark) {
        if self.jump == Some((mark.jumped, mark.jump_millis)) {
            self.jump = None;
        }
    }

    /// Reads the clocks against the store.
    pub fn step(&mut self, reading: Reading, stored: Stored) -> Step {
        let Reading { wall, monotonic, database } = reading;
        let elapsed = millis(monotonic.saturating_sub(self.stepped));
        self.stepped = monotonic;
        let drift = self.watch(wall, monotonic);
        let own = self.proven.map(|proven| proven.plus_millis(elapsed));
        let proven = match stored {
            // What the data record was written before now, unless a clock was ahead.
            Stored::Nothing(newest) => own.unwrap_or_else(|| {
                let opened = self.opened;
                newest.map_or(opened, |newest| newest.min(opened)).plus_millis(elapsed)
            }),
            Stored::Foreign(mark) => {
                // A mark that went back was proven by a clock that was ahead, and so was this.
                let is_lowered = mark.at < self.written.at;
                (self.mark, self.written) = (mark, mark);
                own.filter(|_| !is_lowered).map_or(mark.at, |own| own.max(mark.at))
            }
            Stored::Own => {
                self.mark.ran_millis = self.mark.ran_millis.saturating_add(elapsed);
                own.unwrap_or(self.mark.at)
            }
        };
        let jump_millis = drift.or_else(|| self.fell_behind(wall));
        let proven = self.believed(wall, proven);
        self.proven = Some(proven);
        let until = wall.min(proven).min(database.unwrap_or(proven));
        self.mark.at = self.mark.at.max(until);
        if let Some((jumped, by)) = self.jump {
            (self.mark.jumped, self.mark.jump_millis) = (jumped, by);
        }
        let is_first = matches!(stored, Stored::Nothing(_));
        let mark = (is_first || self.is_worth_a_write()).then_some(self.mark);
        Step { until, mark, jump_millis }
    }

    /// The last mark of [`Bound::step`] is stored.
    pub fn stored(&mut self) {
        self.written = self.mark;
        self.reported(self.mark);
    }

    /// How far the clock of a starting server is behind what the stored mark knows: the clock
    /// jumped while no server looked.
    fn fell_behind(&mut self, wall: Time) -> Option<i64> {
        let known = self.mark.at.max(self.mark.jumped);
        let by = wall.0.saturating_sub(known.0);
        let jump = (self.proven.is_none() && by < -JUMP_MILLIS).then_some(by);
        self.jump = jump.map(|by| (wall, by)).or(self.jump);
        jump
    }

    /// What is proven, with a claim that has held for long enough.
    fn believed(&mut self, wall: Time, proven: Time) -> Time {
        let mark = &mut self.mark;
        let due = mark.claimed.plus_millis(mark.ran_millis);
        let is_refuted = wall.plus_millis(JUMP_MILLIS) < due;
        let is_claim = mark.claimed > Time::default();
        let holds = is_claim && !is_refuted && mark.ran_millis >= BELIEVED_AFTER_MILLIS;
        let is_behind = wall.plus_millis(JUMP_MILLIS) < proven;
        let proven = match due.min(wall) {
            // What was proven was not: removing less is always safe.
            claim if holds && is_behind => {
                mark.at = mark.at.min(claim);
                claim
            }
            claim if holds => proven.max(claim),
            _ => proven,
        };
        let differs = wall.0.saturating_sub(proven.0).saturating_abs() > JUMP_MILLIS;
        // Made by a clock that was behind, which now is ahead.
        let is_outrun = !is_behind && due < proven;
        if !differs {
            (mark.claimed, mark.ran_millis) = (Time::default(), 0);
        } else if !is_claim || is_refuted || is_outrun || holds {
            (mark.claimed, mark.ran_millis) = (wall.max(Time::default()), 0);
        }
        proven
    }

    fn is_worth_a_write(&self) -> bool {
        let (mark, written) = (&self.mark, &self.written);
        let progress = |new: i64, old: i64| new.saturating_sub(old) >= WRITTEN_EVERY_MILLIS;
        mark.claimed != written.claimed
            || (mark.jumped, mark.jump_millis) != (written.jumped, written.jump_millis)
            || mark.at < written.at
            || progress(mark.at.0, written.at.0)
            || progress(mark.ran_millis, written.ran_millis)
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
