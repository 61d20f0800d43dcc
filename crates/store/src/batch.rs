//! All changes of one operation: everything or nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::error::StoreError;
use crate::placement;
use crate::read::{Prefix, scan};
use crate::record::{Key, Record};
use crate::records::CommitMark;
use crate::rev::Rev;
use crate::table::{Insertion, Table};
use crate::value::{Statement, Value};

/// For how long a [`CommitMark`] is kept, in milliseconds: longer than any lost answer takes to be
/// resolved.
pub(crate) const MARK_LIFETIME: i64 = 600_000;

/// All changes of one operation, with what each expects to find.
///
/// A batch names a row once, and writes no row that one of its sweeps deletes; committing another
/// one is refused. The order in which changes are added does not matter.
pub struct Batch {
    rev: Rev,
    now: Option<i64>,
    changes: Vec<Change>,
}

/// One change.
struct Change {
    table: &'static Table,
    /// The key; of a sweep, the prefix.
    key: Vec<Value>,
    /// What follows the key in the statement's parameters.
    rest: Vec<Value>,
    form: Form,
}

/// What a change does and expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Adds a row; none may be there.
    Insert,
    /// Rewrites the row with this `rev`.
    Update(Rev),
    /// Writes the row, whatever was there.
    Replace,
    /// Deletes the row with this `rev`.
    Delete(Rev),
    /// Deletes the row, whatever was there.
    Remove,
    /// Holds a row with this `rev` until the commit.
    Unchanged,
    /// Holds a row until the commit.
    Present,
    /// Deletes every row under a prefix.
    Sweep,
    /// Deletes the row if it has expired.
    Expire,
}

impl Form {
    /// Whether exactly one row must be touched or found.
    pub(crate) fn expects_row(self) -> bool {
        matches!(
            self,
            Form::Insert | Form::Update(_) | Form::Delete(_) | Form::Unchanged | Form::Present
        )
    }

    /// Whether the statement is a SELECT whose row must be held until the commit.
    pub(crate) fn is_guard(self) -> bool {
        matches!(self, Form::Unchanged | Form::Present)
    }

    /// Whether a row is left that carries the batch's `rev`.
    fn writes_row(self) -> bool {
        matches!(self, Form::Insert | Form::Update(_) | Form::Replace)
    }
}

/// A change as an engine executes it.
#[derive(Debug)]
pub(crate) struct PreparedChange {
    pub(crate) table: &'static Table,
    pub(crate) statement: Statement,
    pub(crate) form: Form,
}

/// A batch as an engine executes it: sorted, sweeps last.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub(crate) rev: Rev,
    pub(crate) changes: Arc<[PreparedChange]>,
}

impl Prepared {
    /// Whether a commit of it leaves something new in the database in any case.
    pub(crate) fn surely_writes(&self) -> bool {
        self.changes
            .iter()
            .any(|change| change.form.writes_row() || matches!(change.form, Form::Delete(_)))
    }

    /// A write that nobody reads, on the servers of this batch's rows. `again` tells it from others
    /// for the same batch.
    pub(crate) fn wake(&self, again: i64) -> Result<Prepared, StoreError> {
        // No batch has a negative id.
        let batch_id = again.saturating_sub(self.rev.0);
        let placed = self.changes.iter().filter(|change| change.table.is_placed());
        let part_of = |change: &PreparedChange| match change.statement.params.first() {
            Some(Value::Text(part)) => Some(part.clone()),
            _ => None,
        };
        let mut parts: BTreeSet<String> = placed.filter_map(part_of).collect();
        if parts.is_empty() {
            parts.insert(placement::SERVER_PART.to_owned());
        }
        let mut batch = Batch::new(Rev(batch_id));
        for part in parts {
            batch.replace(&CommitMark { part, batch_id, expires: 0, rev: batch.rev });
        }
        batch.prepare_repeatable()
    }
}

impl Batch {
    /// An empty batch with a random id of the caller's; see [`Rev`].
    pub fn new(rev: Rev) -> Batch {
        Batch { rev, now: None, changes: Vec::new() }
    }

    /// The batch's id.
    pub fn rev(&self) -> Rev {
        self.rev
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether a change of the row was added, or a guard.
    pub fn names<R: Record>(&self, key: &Key<R>) -> bool {
        self.changes
            .iter()
            .any(|change| change.table.rank == R::table().rank && change.key == key.values())
    }

    /// Tells the time, in milliseconds since the epoch; the mark that some batches leave behind
    /// expires by it.
    pub fn at(&mut self, now: i64) -> &mut Batch {
        self.now = Some(now);
        self
    }

    /// Adds a row that must not be there yet.
    pub fn insert<R: Record>(&mut self, record: &R) -> &mut Batch {
        self.write(record, Form::Insert)
    }

    /// Rewrites a row, which must be as it was read: its `rev` is still the record's.
    pub fn update<R: Record>(&mut self, record: &R) -> &mut Batch {
        self.write(record, Form::Update(record.rev()))
    }

    /// [`Batch::update`] of a row with the `rev` `previous`, or [`Batch::insert`] where there was
    /// none.
    pub fn put<R: Record>(&mut self, record: &R, previous: Option<Rev>) -> &mut Batch {
        self.write(record, previous.map_or(Form::Insert, Form::Update))
    }

    /// Writes a row, whatever was there.
    pub fn replace<R: Record>(&mut self, record: &R) -> &mut Batch {
        self.write(record, Form::Replace)
    }

    /// Deletes a row, which must be as it was read.
    pub fn delete<R: Record>(&mut self, record: &R) -> &mut Batch {
        let expected = vec![record.rev().into()];
        self.change(R::table(), record.key_values(), expected, Form::Delete(record.rev()))
    }

    /// Deletes a row if it is there.
    pub fn remove<R: Record>(&mut self, key: Key<R>) -> &mut Batch {
        self.change(R::table(), key.into_values(), Vec::new(), Form::Remove)
    }

    /// Guards a row: it must be as it was read until the batch has committed.
    pub fn unchanged<R: Record>(&mut self, record: &R) -> &mut Batch {
        let expected = vec![record.rev().into()];
        self.change(R::table(), record.key_values(), expected, Form::Unchanged)
    }

    /// Guards a row: it must be there until the batch has committed.
    pub fn present<R: Record>(&mut self, key: Key<R>) -> &mut Batch {
        self.change(R::table(), key.into_values(), Vec::new(), Form::Present)
    }

    /// Deletes every row under a prefix without start or limit, after all other changes.
    pub fn sweep<R: Record>(&mut self, rows: Prefix<R>) -> &mut Batch {
        // An empty prefix has no sweep: preparing refuses it.
        let bound = rows.into_whole().unwrap_or_default();
        self.change(R::table(), bound, Vec::new(), Form::Sweep)
    }

    /// Deletes a row if it expired at `now` or before.
    pub(crate) fn expire(&mut self, table: &'static Table, key: Vec<Value>, now: i64) {
        self.change(table, key, vec![now.into()], Form::Expire);
    }

    /// Deletes a row of any table if it is there.
    pub(crate) fn remove_from(&mut self, table: &'static Table, key: Vec<Value>) {
        self.change(table, key, Vec::new(), Form::Remove);
    }

    /// Writes a row of any table with the `rev` that it has, whatever was there: its columns in the
    /// order key, values, `rev`.
    pub(crate) fn replace_as_is(&mut self, table: &'static Table, mut row: Vec<Value>) {
        let rest = row.split_off(table.key.len().min(row.len()));
        self.change(table, row, rest, Form::Replace);
    }

    fn write<R: Record>(&mut self, record: &R, form: Form) -> &mut Batch {
        let mut rest = record.values();
        rest.push(self.rev.into());
        if let Form::Update(expected) = form {
            rest.push(expected.into());
        }
        self.change(R::table(), record.key_values(), rest, form)
    }

    fn change(
        &mut self,
        table: &'static Table,
        key: Vec<Value>,
        rest: Vec<Value>,
        form: Form,
    ) -> &mut Batch {
        self.changes.push(Change { table, key, rest, form });
        self
    }

    /// Sorts and checks the changes, and adds the mark that decides a lost answer where no insert
    /// does.
    pub(crate) fn prepare(mut self) -> Result<Prepared, StoreError> {
        if self.needs_mark() {
            let mark = self.mark();
            self.insert(&mark);
        }
        self.prepare_repeatable()
    }

    /// Sorts and checks the changes of a batch that may be committed twice, so that nothing needs
    /// to decide a lost answer.
    pub(crate) fn prepare_repeatable(mut self) -> Result<Prepared, StoreError> {
        self.changes.sort_by(|a, b| order(a).cmp(&order(b)));
        self.check()?;
        let changes: Result<Vec<PreparedChange>, StoreError> =
            self.changes.into_iter().map(Change::prepare).collect();
        Ok(Prepared { rev: self.rev, changes: changes?.into() })
    }

    /// A batch that only removes, whatever is there, needs none: it meets no conflict, and sending
    /// it again does no more than it was to do. The jobs that empty a pool are such batches, and
    /// nobody would find marks of a pool that is gone.
    fn needs_mark(&self) -> bool {
        let any = |holds: fn(&Change) -> bool| self.changes.iter().any(holds);
        let writes = any(|change| !change.form.is_guard());
        let only_once = any(|change| change.form.expects_row() || change.form == Form::Replace);
        let decided = any(|change| {
            change.form == Form::Insert && change.table.insertion != Insertion::Contended
        });
        writes && only_once && !decided
    }

    /// Placed with the first placed row that the batch writes, else with the pool's first part.
    fn mark(&self) -> CommitMark {
        let first_key = |change: &&Change| match change.key.first() {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let writes = || self.changes.iter().filter(|change| !change.form.is_guard());
        let placed = writes().find(|change| change.table.is_placed());
        let of_pool = writes()
            .find(|change| change.table.key.first().is_some_and(|column| column.name == "pool_id"));
        let part = placed.as_ref().and_then(first_key).or_else(|| {
            of_pool.as_ref().and_then(first_key).map(|pool_id| placement::first_part(&pool_id))
        });
        CommitMark {
            part: part.unwrap_or_else(|| placement::SERVER_PART.to_owned()),
            batch_id: self.rev.0,
            expires: self.now.map_or(0, |now| now.saturating_add(MARK_LIFETIME)),
            rev: self.rev,
        }
    }

    fn check(&self) -> Result<(), StoreError> {
        for pair in self.changes.windows(2) {
            if let [a, b] = pair
                && order(a) == order(b)
            {
                return Err(StoreError::Invalid(format!(
                    "a batch names a row of {} twice",
                    a.table.name
                )));
            }
        }
        for sweep in self.changes.iter().filter(|change| change.form == Form::Sweep) {
            let swept = |change: &&Change| {
                change.table.rank == sweep.table.rank
                    && change.form.writes_row()
                    && change.key.starts_with(&sweep.key)
            };
            if self.changes.iter().any(|change| swept(&change)) {
                return Err(StoreError::Invalid(format!(
                    "a batch writes a row of {} that it sweeps",
                    sweep.table.name
                )));
            }
        }
        Ok(())
    }
}

/// Every batch touches rows in this order, so that two never wait for each other; sweeps come last.
fn order(change: &Change) -> (bool, u8, &[Value]) {
    (change.form == Form::Sweep, change.table.rank, change.key.as_slice())
}

impl Change {
    fn prepare(self) -> Result<PreparedChange, StoreError> {
        let texts = self.table.texts();
        let sql: Option<&'static str> = match self.form {
            Form::Insert => Some(&texts.insert),
            Form::Update(_) => Some(&texts.update),
            Form::Replace => Some(&texts.replace),
            Form::Delete(_) => Some(&texts.delete),
            Form::Remove => Some(&texts.remove),
            Form::Unchanged => Some(&texts.unchanged),
            Form::Present => Some(&texts.present),
            Form::Sweep => scan(self.table, self.key.len())?.sweep.as_deref(),
            Form::Expire => texts.expired.as_ref().map(|(_, remove)| remove.as_str()),
        };
        let sql = sql.ok_or_else(|| {
            StoreError::Invalid(format!("a batch cannot do that to {}", self.table.name))
        })?;
        let mut params = self.key;
        params.extend(self.rest);
        Ok(PreparedChange {
            table: self.table,
            statement: Statement { sql, params },
            form: self.form,
        })
    }
}

impl PreparedChange {
    /// Reads the `rev` of the row that this change writes or deletes.
    pub(crate) fn probe(&self) -> Option<Statement> {
        let of_row = self.form.writes_row() || matches!(self.form, Form::Delete(_));
        of_row.then(|| Statement {
            sql: &self.table.texts().rev,
            params: self.statement.params.iter().take(self.table.key.len()).cloned().collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Batch, Form, Rev};
    use crate::records::{Attempts, Code, ConfigRev, Credential, Directory, Job, Membership};

    fn attempts(part: &str, subject: &str) -> Attempts {
        let (part, subject, kind) = (part.to_owned(), subject.to_owned(), "k".to_owned());
        Attempts { part, subject, kind, count: 0, until: 0, expires: 0, rev: Rev::UNWRITTEN }
    }

    #[test]
    fn a_batch_knows_which_rows_it_names() {
        let mut batch = Batch::new(Rev(1));
        batch.replace(&attempts("p", "a")).present(ConfigRev::key("pool"));
        assert!(batch.names(&Attempts::key("p", "a", "k")) && batch.names(&ConfigRev::key("pool")));
        assert!(
            !batch.names(&Attempts::key("p", "b", "k")) && !batch.names(&Code::key("p", "a", "k"))
        );
    }

    #[test]
    fn changes_are_sorted_by_rank_and_key_and_sweeps_come_last() {
        let job = Job {
            kind: "k".to_owned(),
            id: "i".to_owned(),
            doc: String::new(),
            rev: Rev::UNWRITTEN,
        };
        let mut batch = Batch::new(Rev(1));
        batch.sweep(Membership::of("p", "u")).sweep(Credential::of("p", "u")).insert(&job);
        batch
            .replace(&attempts("q", "a"))
            .replace(&attempts("p", "b"))
            .present(ConfigRev::key("pool"));
        batch
            .remove(Directory::key("client", "c"))
            .remove(Code::key("p", "u", "k"))
            .sweep(Code::of("p", "v"));
        let prepared = batch.prepare().expect("a batch");
        let order: Vec<(&str, Form)> =
            prepared.changes.iter().map(|change| (change.table.name, change.form)).collect();
        let expected = [
            ("config_revs", Form::Present),
            ("directory", Form::Remove),
            ("codes", Form::Remove),
            ("attempts", Form::Replace),
            ("attempts", Form::Replace),
            ("jobs", Form::Insert),
            ("commits", Form::Insert),
            ("credentials", Form::Sweep),
            ("memberships", Form::Sweep),
            ("codes", Form::Sweep),
        ];
        assert_eq!(order, expected);
        let parts: Vec<_> = prepared
            .changes
            .iter()
            .skip(3)
            .take(2)
            .map(|change| change.statement.params.first())
            .collect();
        assert!(parts == [Some(&"p".into()), Some(&"q".into())], "by key within a table");
    }
}
