//! The changes of one operation: all are committed, or none.

use super::change::{Change, Form, order};
use super::mark;
use super::prepared::{Prepared, PreparedChange};
use crate::error::StoreError;
use crate::read::Prefix;
use crate::schema::{Key, Record, Rev, Table, Value};

/// The changes of one operation, each with what it expects to find.
///
/// A batch may name a row only once, and must not write a row that one of its sweeps deletes;
/// otherwise the commit is refused. The order in which changes are added does not matter.
pub struct Batch {
    rev: Rev,
    now: Option<i64>,
    changes: Vec<Change>,
}

impl Batch {
    /// An empty batch with the caller's random id; see [`Rev`].
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

    /// Whether a change of the row, or a guard on it, was added.
    pub fn names<R: Record>(&self, key: &Key<R>) -> bool {
        self.changes
            .iter()
            .any(|change| change.table.rank == R::table().rank && change.key == key.values())
    }

    /// Sets the time, in milliseconds since the epoch, from which a mark that the batch leaves
    /// expires.
    pub fn at(&mut self, now: i64) -> &mut Batch {
        self.now = Some(now);
        self
    }

    /// Adds a row that must not exist yet.
    pub fn insert<R: Record>(&mut self, record: &R) -> &mut Batch {
        self.write(record, Form::Insert)
    }

    /// Rewrites a row that must not have changed since it was read: its `rev` is still the
    /// record's.
    pub fn update<R: Record>(&mut self, record: &R) -> &mut Batch {
        self.write(record, Form::Update(record.rev()))
    }

    /// [`Batch::update`] of a row with the `rev` `previous`, or [`Batch::insert`] if there was
    /// none.
    pub fn put<R: Record>(&mut self, record: &R, previous: Option<Rev>) -> &mut Batch {
        self.write(record, previous.map_or(Form::Insert, Form::Update))
    }

    /// Writes a row, whether or not it exists.
    pub fn replace<R: Record>(&mut self, record: &R) -> &mut Batch {
        self.write(record, Form::Replace)
    }

    /// Deletes a row that must not have changed since it was read.
    pub fn delete<R: Record>(&mut self, record: &R) -> &mut Batch {
        let expected = vec![record.rev().into()];
        self.change(R::table(), record.key_values(), expected, Form::Delete(record.rev()))
    }

    /// Deletes a row if it exists.
    pub fn remove<R: Record>(&mut self, key: Key<R>) -> &mut Batch {
        self.change(R::table(), key.into_values(), Vec::new(), Form::Remove)
    }

    /// Guards a row: until the batch has committed, it must not change from what was read.
    pub fn unchanged<R: Record>(&mut self, record: &R) -> &mut Batch {
        let expected = vec![record.rev().into()];
        self.change(R::table(), record.key_values(), expected, Form::Unchanged)
    }

    /// Guards a row: it must exist until the batch has committed.
    pub fn present<R: Record>(&mut self, key: Key<R>) -> &mut Batch {
        self.change(R::table(), key.into_values(), Vec::new(), Form::Present)
    }

    /// Deletes every row under a prefix that has no start or limit, after all other changes.
    pub fn sweep<R: Record>(&mut self, rows: Prefix<R>) -> &mut Batch {
        // An empty prefix has no sweep statement, so preparing refuses it.
        let bound = rows.into_whole().unwrap_or_default();
        self.change(R::table(), bound, Vec::new(), Form::Sweep)
    }

    /// Deletes a row if it expired at `now` or before.
    pub(crate) fn expire(&mut self, table: &'static Table, key: Vec<Value>, now: i64) {
        self.change(table, key, vec![now.into()], Form::Expire);
    }

    /// Deletes a row of any table if it exists.
    pub(crate) fn remove_from(&mut self, table: &'static Table, key: Vec<Value>) {
        self.change(table, key, Vec::new(), Form::Remove);
    }

    /// Writes a row of any table with its own `rev`, whether or not it exists. Columns in the order
    /// key, values, `rev`. For tools and tests that must not know the records.
    pub fn replace_as_is(&mut self, table: &'static Table, mut row: Vec<Value>) {
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

    /// Sorts and checks the changes, and adds the mark that decides a lost answer if no insert
    /// does.
    pub(crate) fn prepare(mut self) -> Result<Prepared, StoreError> {
        if mark::is_needed(&self.changes) {
            let mark = mark::of(self.rev, self.now, &self.changes);
            self.insert(&mark);
        }
        self.prepare_repeatable()
    }

    /// Sorts and checks the changes of a batch that may be committed twice, so a lost answer need
    /// not be decided.
    pub(crate) fn prepare_repeatable(mut self) -> Result<Prepared, StoreError> {
        self.changes.sort_by(|a, b| order(a).cmp(&order(b)));
        self.check()?;
        let changes: Result<Vec<PreparedChange>, StoreError> =
            self.changes.into_iter().map(Change::prepare).collect();
        Ok(Prepared { rev: self.rev, changes: changes?.into() })
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
