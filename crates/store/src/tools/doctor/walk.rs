//! Walks tables in bounded pages.

use crate::error::StoreError;
use crate::placement;
use crate::read::{Get, Prefix, ReadSet, next};
use crate::records::{Job, Pool};
use crate::schema::{Key, Record, Row, Statement, Table, Value};
use crate::store::Store;

/// Rows in a page.
const PAGE: u32 = 500;

/// The rows of a prefix, page by page.
pub(super) struct Pages<R> {
    prefix: Box<dyn Fn() -> Prefix<R> + Send + Sync>,
    last: Option<R>,
    done: bool,
}

impl<R: Record> Pages<R> {
    /// All rows of a part.
    pub(super) fn in_part(part: &str) -> Pages<R> {
        let part = part.to_owned();
        Pages::under(move || Prefix::in_part(&part))
    }

    /// All rows of a table that is not placed.
    pub(super) fn all() -> Pages<R> {
        Pages::under(Prefix::all)
    }

    fn under(prefix: impl Fn() -> Prefix<R> + Send + Sync + 'static) -> Pages<R> {
        Pages { prefix: Box::new(prefix), last: None, done: false }
    }

    /// The next page; `None` after the last.
    pub(super) async fn next(&mut self, store: &Store) -> Result<Option<Vec<R>>, StoreError>
    where
        R: Clone,
    {
        if self.done {
            return Ok(None);
        }
        let mut prefix = (self.prefix)().limit(PAGE);
        if let Some(last) = &self.last {
            prefix = prefix.after(last);
        }
        let rows = store.read(prefix).await?;
        self.done = rows.len() < PAGE as usize;
        self.last = rows.last().cloned();
        Ok((!rows.is_empty()).then_some(rows))
    }
}

/// The pools whose rows must agree: those not being deleted.
pub(super) async fn live_pools(store: &Store) -> Result<Vec<Pool>, StoreError> {
    let mut live = Vec::new();
    let mut pages = Pages::<Pool>::all();
    while let Some(pools) = pages.next(store).await? {
        let jobs: Vec<Get<Job>> = pools.iter().map(|pool| delete_pool_job(&pool.pool_id)).collect();
        let jobs = store.read(jobs).await?;
        let pairs = pools.into_iter().zip(jobs);
        live.extend(
            pairs
                .filter(|(pool, job)| pool.state == "active" && job.is_none())
                .map(|(pool, _)| pool),
        );
    }
    Ok(live)
}

/// Every part of every live pool.
pub(super) async fn live_parts(store: &Store) -> Result<Vec<String>, StoreError> {
    let pools = live_pools(store).await?;
    Ok(pools.iter().flat_map(|pool| placement::parts(&pool.pool_id, pool.n_parts)).collect())
}

/// The job that deletes the rows below a pool.
pub(super) fn delete_pool_job(pool_id: &str) -> Get<Job> {
    Job::get(Job::DELETE_POOL, pool_id)
}

/// The rows that still exist, each with the row it needs, both from one snapshot.
pub(super) async fn with_needed<R: Record, N: Record>(
    store: &Store,
    rows: &[R],
    needed: impl Fn(&R) -> Key<N>,
) -> Result<Vec<(R, Option<N>)>, StoreError> {
    let pairs: Vec<(Get<R>, Get<N>)> =
        rows.iter().map(|row| (Get::new(row.to_key()), Get::new(needed(row)))).collect();
    let found = store.read(pairs).await?;
    Ok(found.into_iter().filter_map(|(row, needed)| Some((row?, needed))).collect())
}

/// Whether a row of any table exists.
pub(super) struct Exists {
    table: &'static Table,
    key: Vec<Value>,
}

impl Exists {
    /// Whether a row that was read, columns in the order key, values, still exists.
    pub(super) fn row(table: &'static Table, row: &[Value]) -> Exists {
        Exists { table, key: row.iter().take(table.key.len()).cloned().collect() }
    }

    /// Whether a row with this key exists.
    pub(super) fn of<R>(table: &'static Table, key: &Key<R>) -> Exists {
        Exists { table, key: key.values().to_vec() }
    }
}

impl ReadSet for Exists {
    type Out = bool;

    fn statements(&self, into: &mut Vec<Statement>) -> Result<(), StoreError> {
        into.push(Statement { sql: &self.table.texts().present, params: self.key.clone() });
        Ok(())
    }

    fn decode(&self, answers: &mut impl Iterator<Item = Vec<Row>>) -> Result<bool, StoreError> {
        Ok(!next(answers)?.is_empty())
    }
}
