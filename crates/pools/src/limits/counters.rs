//! Counters of attempts: the password lock-out, and hourly limits.

use domain::Time;
use domain::lockout::limit::Limit;
use domain::lockout::{self, State};
use store::{Attempts, Batch, Rev};

use crate::config::PoolConfig;
use crate::error::Error;
use crate::texts;

/// `kind` of the password lock-out counter.
pub(crate) const PASSWORD: &str = lockout::KIND;

/// The state of a stored counter; zero attempts if there is no row.
pub(crate) fn state_of(row: Option<&Attempts>) -> State {
    row.map_or_else(State::default, |row| State {
        count: row.count,
        until: Time(row.until),
        expires: Time(row.expires),
    })
}

/// Writes a counter's new state over the row that was read.
pub(crate) fn put(
    pool: &PoolConfig,
    subject: &str,
    kind: &str,
    state: &State,
    read: Option<&Attempts>,
    batch: &mut Batch,
) {
    let row = Attempts {
        part: pool.subject_part(subject),
        subject: subject.to_owned(),
        kind: kind.to_owned(),
        count: state.count,
        until: state.until.millis(),
        expires: state.expires.millis(),
        rev: Rev(0),
    };
    batch.put(&row, read.map(|read| read.rev));
}

/// Reads the counter of an hourly limit.
pub(crate) fn counter(pool: &PoolConfig, subject: &str, limit: &Limit) -> store::Get<Attempts> {
    Attempts::get(&pool.subject_part(subject), subject, limit.kind)
}

/// Refuses if an hourly limit is used up.
pub(crate) fn require_left(now: Time, limit: &Limit, read: Option<&Attempts>) -> Result<(), Error> {
    limit.attempt(&state_of(read), now).map(drop).map_err(|_| texts::limit_exceeded())
}

/// Counts one more attempt in the batch, or refuses it.
pub(crate) fn count(
    now: Time,
    pool: &PoolConfig,
    subject: &str,
    limit: &Limit,
    read: Option<&Attempts>,
    batch: &mut Batch,
) -> Result<(), Error> {
    let state = limit.attempt(&state_of(read), now).map_err(|_| texts::limit_exceeded())?;
    put(pool, subject, limit.kind, &state, read, batch);
    Ok(())
}
