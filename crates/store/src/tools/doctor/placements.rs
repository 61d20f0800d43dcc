//! Every row is in the part that its key determines.

use super::Outcome;
use super::walk;
use crate::error::StoreError;
use crate::placement;
use crate::records::{self, Pool};
use crate::schema::{Table, Value};
use crate::store::Store;
use crate::tools::copy::walk::{Rows, Stretch};
use crate::tools::placed::{Placed, USER_PART, at, placed};

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for pool in walk::live_pools(store).await? {
        for part in placement::parts(&pool.pool_id, pool.n_parts) {
            for table in records::tables().into_iter().filter(|table| table.is_placed()) {
                examine(store, &pool, &part, table, &mut findings).await?;
            }
        }
    }
    Ok(findings)
}

async fn examine(
    store: &Store,
    pool: &Pool,
    part: &str,
    table: &'static Table,
    findings: &mut Vec<String>,
) -> Result<(), StoreError> {
    let stretch = Stretch { table, part: Some(part.to_owned()) };
    let mut pages = Rows::of(store, &stretch, None);
    while let Some(rows) = pages.next().await? {
        let mut misplaced = 0;
        for row in &rows {
            misplaced += usize::from(!is_placed_well(pool, part, table, row)?);
        }
        if misplaced > 0 {
            findings.push(format!(
                "{misplaced} rows of {} in part {part} belong in another part",
                table.name
            ));
        }
    }
    Ok(())
}

fn is_placed_well(
    pool: &Pool,
    part: &str,
    table: &'static Table,
    row: &[Value],
) -> Result<bool, StoreError> {
    let Placed { part: own, user_part } = placed(table, row, &pool.pool_id, pool.n_parts)?;
    // Whatever the row repeats must agree as well.
    let agrees = |column: &str, wanted: Option<&str>| {
        let held = at(table, column).and_then(|at| row.get(at));
        held.is_none_or(|held| wanted.is_none_or(|wanted| *held == Value::from(wanted)))
    };
    Ok(own.is_none_or(|own| own == part)
        && agrees(USER_PART, user_part.as_deref())
        && agrees("pool_id", Some(&pool.pool_id)))
}
