//! Removing what belongs to a pool.
//!
//! Works in slices bounded by the caller, and can run again after any failure: each call removes
//! what it still finds. Every slice guards the row of the pool, so that nothing of a later pool with
//! the same id is removed.

use super::Store;
use crate::commit::Batch;
use crate::error::StoreError;
use crate::read::scan;
use crate::records::{self, DataKey, Directory, Pool, PoolClient};
use crate::schema::{Record, Rev, Row, Statement, Table, Value};

/// What a slice removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cleared {
    /// Rows found and removed: fewer than the limit means that nothing is left.
    Rows(usize),
    /// Nothing: the pool's row is not the one that was given.
    PoolChanged,
}

impl Store {
    /// Removes at most `limit` rows of a part of the pool, users first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn clear_part(
        &self,
        pool: &Pool,
        part: &str,
        limit: u32,
    ) -> Result<Cleared, StoreError> {
        let placed = records::tables().into_iter().filter(|table| table.is_placed());
        self.clear(pool, placed, part, limit).await
    }

    /// Removes at most `limit` rows of the pool's configuration: everything keyed by the pool, and
    /// where to find its app clients. The data keys go last, because everything else that was sealed
    /// is destroyed with them; the pool's own row stays.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn clear_configuration(
        &self,
        pool: &Pool,
        limit: u32,
    ) -> Result<Cleared, StoreError> {
        let keys = DataKey::table();
        let is_own = |table: &&'static Table| {
            table.is_keyed_by_pool() && table.name != Pool::table().name && table.name != keys.name
        };
        let tables = records::tables().into_iter().filter(is_own).chain([keys]);
        self.clear(pool, tables, &pool.pool_id, limit).await
    }

    /// `first` is the first key column of the rows.
    async fn clear(
        &self,
        pool: &Pool,
        tables: impl Iterator<Item = &'static Table>,
        first: &str,
        limit: u32,
    ) -> Result<Cleared, StoreError> {
        let mut batch = Batch::new(Rev::UNWRITTEN);
        let mut left = limit;
        for table in tables {
            if left == 0 {
                break;
            }
            for key in self.keys(table, first, left).await? {
                if table.name == PoolClient::table().name
                    && let Some(Value::Text(client_id)) = key.get(1)
                {
                    let entry = Directory::key(Directory::CLIENT, client_id);
                    batch.remove(entry);
                }
                batch.remove_from(table, key);
                left = left.saturating_sub(1);
            }
        }
        if left == limit {
            return Ok(Cleared::Rows(0));
        }
        batch.unchanged(pool);
        let is_done = self.commit_repeatable(batch).await?;
        Ok(if is_done { Cleared::Rows((limit - left) as usize) } else { Cleared::PoolChanged })
    }

    /// The first keys of a table under a first key column.
    async fn keys(
        &self,
        table: &'static Table,
        first: &str,
        limit: u32,
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let first = Value::from(first);
        if table.key.len() == 1 {
            let present = Statement { sql: &table.texts().present, params: vec![first.clone()] };
            let found = self.query(vec![present]).await?.into_iter().flatten();
            return Ok(found.map(|_| vec![first.clone()]).collect());
        }
        let statement =
            Statement { sql: &scan(table, 1)?.first, params: vec![first, i64::from(limit).into()] };
        let found = self.query(vec![statement]).await?.into_iter().flatten();
        Ok(found.map(|row| key_of(table, row)).collect())
    }
}

fn key_of(table: &'static Table, row: Row) -> Vec<Value> {
    let mut values = row.into_values();
    values.truncate(table.key.len());
    values
}
