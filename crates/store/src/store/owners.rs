//! Which pools own rows, whether or not they exist.

use super::Store;
use crate::error::StoreError;
use crate::placement;
use crate::read::{Get, ReadSet, next, scan};
use crate::records::{self, Job, Pool};
use crate::schema::{Record, Row, Statement, Table, Value};

/// Most parts of a pool.
const MOST_PARTS: i64 = 65_536;

/// Walks the ids of all pools that own rows, in the tables that are placed by part or keyed by pool.
///
/// The ids come in no particular order, and an id may come again. A walk costs one store call for
/// each pool, in which each table skips to its next pool.
pub struct Owners {
    /// Each table, and what its next key must be greater than.
    cursors: Vec<(&'static Table, String)>,
}

impl Default for Owners {
    fn default() -> Owners {
        Owners::new()
    }
}

impl Owners {
    /// A walk from the beginning.
    #[must_use]
    pub fn new() -> Owners {
        Owners { cursors: owned().map(|table| (table, String::new())).collect() }
    }

    /// The next ids, each with a table in which the pool has rows; `None` at the end. Rows that
    /// belong to no pool by design are passed over.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn next(
        &mut self,
        store: &Store,
    ) -> Result<Option<Vec<(String, &'static Table)>>, StoreError> {
        if self.cursors.is_empty() {
            return Ok(None);
        }
        let reads: Vec<Next> =
            self.cursors.iter().map(|(table, after)| Next::new(table, after)).collect();
        let keys = store.read(reads).await?;
        let (mut cursors, mut found) = (Vec::new(), Vec::new());
        for ((table, _), key) in self.cursors.iter().zip(keys) {
            let Some(key) = key else { continue };
            let pool_id = owner(table, &key).to_owned();
            cursors.push((*table, past(table, &key)));
            if !pool_id.is_empty() {
                found.push((pool_id, *table));
            }
        }
        self.cursors = cursors;
        Ok(Some(found))
    }
}

impl Store {
    /// The number of parts over which the rows of a pool are spread, a power of two; `None` if it
    /// has no rows. The pool need not exist: what counts is the rows that are there.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] if rows are in a part that no pool can have; otherwise see
    /// [`StoreError`].
    pub async fn remains(&self, pool_id: &str) -> Result<Option<i64>, StoreError> {
        let (placed, keyed): (Vec<_>, Vec<_>) = owned().partition(|table| table.is_placed());
        let (firsts, has_rows) = self
            .read((
                placed.iter().map(|table| Next::of_pool(table, pool_id)).collect::<Vec<_>>(),
                keyed.iter().map(|table| HasRows { table, pool_id }).collect::<Vec<_>>(),
            ))
            .await?;
        let mut most = has_rows.contains(&true).then_some(0);
        for (table, mut next) in placed.into_iter().zip(firsts) {
            while let Some(part) = next.filter(|part| placement::pool_of(part) == pool_id) {
                most = most.max(Some(part_index(&part)?));
                next = self.read(Next::new(table, &part)).await?;
            }
        }
        let parts = |most: i64| u64::try_from(most).unwrap_or(0).saturating_add(1);
        Ok(most.map(|most| i64::try_from(parts(most).next_power_of_two()).unwrap_or(MOST_PARTS)))
    }
}

impl Store {
    /// Whether a pool that may not exist has rows in a table, and still does not exist.
    pub(crate) async fn is_orphaned(
        &self,
        table: &'static Table,
        pool_id: &str,
    ) -> Result<bool, StoreError> {
        let (placed, keyed) = if table.is_placed() {
            (Some(Next::of_pool(table, pool_id)), None)
        } else {
            (None, Some(HasRows { table, pool_id }))
        };
        let (part, has_rows, is_missing) = self.read((placed, keyed, Missing(pool_id))).await?;
        let part = part.flatten().filter(|part| placement::pool_of(part) == pool_id);
        Ok((part.is_some() || has_rows == Some(true)) && is_missing)
    }
}

/// Whether a pool is missing: there is no such pool, and no job deletes it.
#[derive(Debug, Clone, Copy)]
pub struct Missing<'a>(pub &'a str);

impl Missing<'_> {
    fn rows(&self) -> (Get<Pool>, Get<Job>) {
        (Pool::get(self.0), Job::get(Job::DELETE_POOL, self.0))
    }
}

impl ReadSet for Missing<'_> {
    type Out = bool;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        self.rows().statements(into)
    }

    fn decode(&self, answers: &mut impl Iterator<Item = Vec<Row>>) -> Result<bool, StoreError> {
        let (pool, job) = self.rows().decode(answers)?;
        Ok(pool.is_none() && job.is_none())
    }
}

/// The index of a part in its pool.
fn part_index(part: &str) -> Result<i64, StoreError> {
    let invalid = || StoreError::Invalid(format!("no pool has a part {part}"));
    let (_, index) = part.rsplit_once(':').ok_or_else(invalid)?;
    let parsed = i64::from_str_radix(index, 16).ok().filter(|at| (0..MOST_PARTS).contains(at));
    parsed.filter(|at| format!("{at:02x}") == index).ok_or_else(invalid)
}

/// Every table whose first key column says which pool a row belongs to, except for the pools.
fn owned() -> impl Iterator<Item = &'static Table> {
    let is_owned =
        |table: &&'static Table| table.name != Pool::table().name && table.texts().next.is_some();
    records::tables().into_iter().filter(is_owned)
}

/// The pool that a first key column names; empty for none.
fn owner<'k>(table: &'static Table, key: &'k str) -> &'k str {
    if table.is_placed() { placement::pool_of(key) } else { key }
}

/// What the first key column of another pool is greater than.
fn past(table: &'static Table, key: &str) -> String {
    match key.rsplit_once(':') {
        // A semicolon comes right after a colon.
        Some((pool_id, _)) if table.is_placed() => format!("{pool_id};"),
        _ => key.to_owned(),
    }
}

/// The next value of a table's first key column.
struct Next {
    table: &'static Table,
    after: String,
}

impl Next {
    fn new(table: &'static Table, after: &str) -> Next {
        Next { table, after: after.to_owned() }
    }

    /// The pool's first part in a table that is placed, or what comes after it.
    fn of_pool(table: &'static Table, pool_id: &str) -> Next {
        Next { table, after: format!("{pool_id}:") }
    }
}

impl ReadSet for Next {
    type Out = Option<String>;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        let sql = self.table.texts().next.as_deref().ok_or_else(|| {
            StoreError::Invalid(format!("{} is not keyed by pool", self.table.name))
        })?;
        into.push(Statement { sql, params: vec![self.after.as_str().into(), 1.into()] });
        Ok(())
    }

    fn decode(
        &self,
        answers: &mut impl Iterator<Item = Vec<Row>>,
    ) -> Result<Option<String>, StoreError> {
        let Some(row) = next(answers)?.into_iter().next() else {
            return Ok(None);
        };
        match row.into_values().into_iter().next() {
            Some(Value::Text(key)) => Ok(Some(key)),
            _ => Err(StoreError::Inconsistent {
                table: self.table.name,
                column: self.table.column_name(0),
            }),
        }
    }
}

/// Whether a pool has rows in a table that is keyed by pool.
struct HasRows<'a> {
    table: &'static Table,
    pool_id: &'a str,
}

impl ReadSet for HasRows<'_> {
    type Out = bool;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        let pool_id = Value::from(self.pool_id);
        into.push(if self.table.key.len() == 1 {
            Statement { sql: &self.table.texts().present, params: vec![pool_id] }
        } else {
            Statement { sql: &scan(self.table, 1)?.first, params: vec![pool_id, 1.into()] }
        });
        Ok(())
    }

    fn decode(&self, answers: &mut impl Iterator<Item = Vec<Row>>) -> Result<bool, StoreError> {
        Ok(!next(answers)?.is_empty())
    }
}
