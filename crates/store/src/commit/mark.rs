//! The mark that decides a lost answer where no insert of the batch does.

use super::change::{Change, Form};
use crate::placement;
use crate::records::{CommitMark, Pool};
use crate::schema::{Insertion, Record, Rev, Value};

/// How long a [`CommitMark`] is kept, in milliseconds: longer than resolving any lost answer takes.
pub(crate) const MARK_LIFETIME: i64 = 600_000;

/// A batch that only removes rows unconditionally needs no mark: it cannot conflict, and sending it
/// again does nothing more. The jobs that empty a pool send such batches, and the marks of a
/// deleted pool would never be found.
pub(super) fn is_needed(changes: &[Change]) -> bool {
    let any = |holds: fn(&Change) -> bool| changes.iter().any(holds);
    let writes = any(|change| !change.form.is_guard());
    let only_once = any(|change| change.form.expects_row() || change.form == Form::Replace);
    let decided =
        any(|change| change.form == Form::Insert && change.table.insertion != Insertion::Contended);
    writes && only_once && !decided
}

/// Placed with the first placed row that the batch writes, otherwise in the pool's first part. With
/// the last row of a pool its parts are gone, and the mark would never be found there.
pub(super) fn of(rev: Rev, now: Option<i64>, changes: &[Change]) -> CommitMark {
    let first_key = |change: &&Change| match change.key.first() {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let writes = || changes.iter().filter(|change| !change.form.is_guard());
    let placed = writes().find(|change| change.table.is_placed());
    let of_pool = writes()
        .find(|change| change.table.key.first().is_some_and(|column| column.name == "pool_id"));
    let ends_pool = writes().any(|change| {
        change.table.name == Pool::table().name && matches!(change.form, Form::Delete(_))
    });
    if ends_pool {
        return mark(placement::SERVER_PART.to_owned(), rev, now);
    }
    let part = placed.as_ref().and_then(first_key).or_else(|| {
        of_pool.as_ref().and_then(first_key).map(|pool_id| placement::first_part(&pool_id))
    });
    mark(part.unwrap_or_else(|| placement::SERVER_PART.to_owned()), rev, now)
}

fn mark(part: String, rev: Rev, now: Option<i64>) -> CommitMark {
    CommitMark {
        part,
        batch_id: rev.0,
        expires: now.map_or(0, |now| now.saturating_add(MARK_LIFETIME)),
        rev,
    }
}
