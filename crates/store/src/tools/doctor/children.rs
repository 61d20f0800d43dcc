//! Every row below a user has its user.

use super::Outcome;
use super::walk::{self, Exists};
use crate::error::StoreError;
use crate::records::{self, User};
use crate::schema::{Record, Table};
use crate::store::Store;
use crate::tools::copy::walk::{Rows, Stretch};
use crate::tools::placed::{at, text};

/// Tables with a user's id that are checked elsewhere, or are not below the user.
const OTHERS: [&str; 3] = ["users", "lookups", "group_members"];

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    let below = |table: &&'static Table| {
        table.is_placed() && at(table, USER_ID).is_some() && !OTHERS.contains(&table.name)
    };
    for part in walk::live_parts(store).await? {
        for table in records::tables().into_iter().filter(below) {
            examine(store, &part, table, &mut findings).await?;
        }
    }
    Ok(findings)
}

/// The column that names a row's user.
const USER_ID: &str = "user_id";

async fn examine(
    store: &Store,
    part: &str,
    table: &'static Table,
    findings: &mut Vec<String>,
) -> Result<(), StoreError> {
    let stretch = Stretch { table, part: Some(part.to_owned()) };
    let mut pages = Rows::of(store, &stretch, None);
    while let Some(rows) = pages.next().await? {
        let mut reads = Vec::with_capacity(rows.len());
        for row in &rows {
            let user = User::key(part, text(table, row, USER_ID)?);
            reads.push((Exists::row(table, row), Exists::of(User::table(), &user)));
        }
        for (row, (row_exists, user_exists)) in rows.iter().zip(store.read(reads).await?) {
            if row_exists && !user_exists {
                let (table_name, user_id) = (table.name, text(table, row, USER_ID)?);
                findings.push(format!(
                    "a row of {table_name} in part {part} belongs to user {user_id}, who does not \
                     exist"
                ));
            }
        }
    }
    Ok(())
}
