//! Where a row is placed in the target.

use std::collections::BTreeMap;

use super::CopyError;
use crate::error::StoreError;
use crate::placement;
use crate::read::Prefix;
use crate::records::Pool;
use crate::schema::{Table, Value};
use crate::store::Store;
use crate::tools::placed::{Placed, USER_PART, at, placed, text};

/// Pools read at a time.
const PAGE: u32 = 500;

/// The number of parts of the source's pools in both stores.
pub(super) struct Placing {
    /// Number of parts of each pool in the source.
    source: BTreeMap<String, i64>,
    /// Number of parts of every pool in the target; `None` for as many as in the source.
    pub(super) target: Option<i64>,
}

impl Placing {
    /// Reads the pools of the source, including those being deleted.
    pub(super) async fn read(from: &Store, target: Option<i64>) -> Result<Placing, CopyError> {
        let source = pools(from).await.map_err(CopyError::Source)?;
        Ok(Placing { source, target })
    }

    /// Whether the source has a pool.
    pub(super) fn knows(&self, pool_id: &str) -> bool {
        self.source.contains_key(pool_id)
    }

    /// Every part of the source.
    pub(super) fn source_parts(&self) -> Vec<String> {
        every_part(self.source.iter().map(|(pool_id, n)| (pool_id.as_str(), *n)))
    }

    /// Every part of the target.
    pub(super) fn target_parts(&self) -> Vec<String> {
        every_part(self.source.keys().map(|pool_id| (pool_id.as_str(), self.parts_of(pool_id))))
    }

    /// The row as placed in the target. Columns in the order key, values, `rev`.
    pub(super) fn moved(
        &self,
        table: &'static Table,
        mut row: Vec<Value>,
    ) -> Result<Vec<Value>, StoreError> {
        match table.name {
            "pools" => {
                let n = self.parts_of(text(table, &row, "pool_id")?);
                put(table, &mut row, "n_parts", n.into());
            }
            "jobs" => {
                let doc = self.moved_doc(text(table, &row, "doc")?);
                put(table, &mut row, "doc", doc.into());
            }
            _ if table.is_placed() => self.place(table, &mut row)?,
            _ => {}
        }
        Ok(row)
    }

    fn place(&self, table: &'static Table, row: &mut [Value]) -> Result<(), StoreError> {
        let column = table.column_name(0);
        let pool_id = placement::pool_of(text(table, row, column)?).to_owned();
        let n = self.parts_of(&pool_id);
        let Placed { part, user_part } = placed(table, row, &pool_id, n)?;
        let part = match part {
            Some(part) => part,
            None => placement::part(&pool_id, n, text(table, row, "message_id")?),
        };
        if let Some(user_part) = user_part {
            put(table, row, USER_PART, user_part.into());
        }
        put(table, row, column, part.into());
        Ok(())
    }

    /// A job that works on a pool's rows may contain the number of parts.
    fn moved_doc(&self, doc: &str) -> String {
        let Ok(mut parsed) = serde_json::from_str::<serde_json::Value>(doc) else {
            return doc.to_owned();
        };
        let n = parsed["pool_id"].as_str().map(|pool_id| self.parts_of(pool_id));
        match (parsed.get_mut("n_parts"), n) {
            (Some(n_parts), Some(n)) => {
                *n_parts = n.into();
                parsed.to_string()
            }
            _ => doc.to_owned(),
        }
    }

    /// The number of parts of a pool in the target. Rows of no pool have one.
    fn parts_of(&self, pool_id: &str) -> i64 {
        match self.target {
            Some(n) if !pool_id.is_empty() => n,
            _ => self.source.get(pool_id).copied().unwrap_or(1),
        }
    }
}

/// The pools of a store, each with its number of parts.
pub(super) async fn pools(store: &Store) -> Result<BTreeMap<String, i64>, StoreError> {
    let mut all = BTreeMap::new();
    let mut page = Prefix::<Pool>::all().limit(PAGE);
    loop {
        let pools = store.read(page).await?;
        let Some(last) = pools.last() else { return Ok(all) };
        page = Prefix::all().limit(PAGE).after(last);
        all.extend(pools.iter().map(|pool| (pool.pool_id.clone(), pool.n_parts)));
    }
}

fn every_part<'a>(pools: impl Iterator<Item = (&'a str, i64)>) -> Vec<String> {
    let mut parts = vec![placement::SERVER_PART.to_owned()];
    parts.extend(pools.flat_map(|(pool_id, n)| placement::parts(pool_id, n)));
    parts
}

fn put(table: &'static Table, row: &mut [Value], column: &'static str, value: Value) {
    if let Some(place) = at(table, column).and_then(|at| row.get_mut(at)) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::{Placing, at};
    use crate::records;
    use crate::schema::{ColumnType, Value};
    use crate::tools::copy::is_copied;

    fn placing(target: Option<i64>) -> Placing {
        Placing { source: [("p".to_owned(), 1), ("q".to_owned(), 4)].into(), target }
    }

    /// A new table without a placement must not be forgotten.
    #[test]
    fn every_placed_table_has_a_placement() {
        for table in
            records::tables().into_iter().filter(|table| table.is_placed() && is_copied(table))
        {
            let columns = table.key.iter().chain(table.values);
            let value =
                |name: &str| Value::from(if name.ends_with("part") { "p:ff" } else { "something" });
            let row: Vec<Value> = columns.map(|column| value(column.name)).collect();
            let moved =
                placing(Some(16)).moved(table, row).unwrap_or_else(|error| panic!("{error}"));
            let parts: Vec<&Value> = [at(table, "user_part"), Some(0)]
                .into_iter()
                .flatten()
                .map(|at| &moved[at])
                .collect();
            assert!(parts.iter().all(|part| **part != Value::from("p:ff")), "{}", table.name);
        }
    }

    #[test]
    fn only_the_first_key_column_and_user_part_hold_parts() {
        for table in records::tables() {
            let columns = table.key.iter().skip(1).chain(table.values);
            let others = columns
                .filter(|column| column.name.contains("part") && column.kind == ColumnType::Text);
            assert!(
                others.into_iter().all(|column| column.name == super::USER_PART),
                "{}",
                table.name
            );
        }
    }

    #[test]
    fn jobs_get_the_targets_number_of_parts() {
        let moved = |target, doc| placing(target).moved_doc(doc);
        assert_eq!(
            moved(Some(16), r#"{"v":1,"pool_id":"p","n_parts":1}"#),
            r#"{"n_parts":16,"pool_id":"p","v":1}"#
        );
        assert_eq!(moved(None, r#"{"n_parts":4,"pool_id":"q"}"#), r#"{"n_parts":4,"pool_id":"q"}"#);
        for kept in ["", "{ \"v\": 1, \"began\": 5 }", "[1]", r#"{ "n_parts": 4 }"#] {
            assert_eq!(moved(Some(16), kept), kept);
        }
    }

    #[test]
    fn both_sides_parts_are_listed() {
        let all = placing(Some(2));
        assert_eq!(all.source_parts(), [":00", "p:00", "q:00", "q:01", "q:02", "q:03"]);
        assert_eq!(all.target_parts(), [":00", "p:00", "p:01", "q:00", "q:01"]);
        assert_eq!(placing(None).target_parts(), all.source_parts());
    }
}
