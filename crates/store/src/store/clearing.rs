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
    /// Nothing: the pool's row is not the one that was given, or one of its entries in the
    /// directory has changed.
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
            let keys = self.keys(table, first, left).await?;
            if table.name == PoolClient::table().name {
                self.clear_directory(pool, &keys, &mut batch).await?;
            }
            for key in keys {
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

    /// Removes the entries of the directory that lead to the pool's app clients. An entry with the
    /// same client id may lead to another pool, which keeps it: remains of a pool may name any
    /// client.
    async fn clear_directory(
        &self,
        pool: &Pool,
        clients: &[Vec<Value>],
        batch: &mut Batch,
    ) -> Result<(), StoreError> {
        let entries: Vec<_> = clients
            .iter()
            .filter_map(|key| match key.get(1) {
                Some(Value::Text(client_id)) => Some(Directory::get(Directory::CLIENT, client_id)),
                _ => None,
            })
            .collect();
        for entry in self.read(entries).await?.into_iter().flatten() {
            if entry.pool_id == pool.pool_id {
                batch.delete(&entry);
            }
        }
        Ok(())
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
