//! The part in which a row belongs, by what the row holds: the one rule for copying and checking.

use crate::error::StoreError;
use crate::placement;
use crate::schema::{Table, Value};

/// The column with the user's part, in rows that are placed by something else.
pub(super) const USER_PART: &str = "user_part";

/// Where a row belongs in a pool.
pub(super) struct Placed {
    /// The part; `None` if any part of the pool will do.
    pub(super) part: Option<String>,
    /// The part of the row's user, in tables that hold it.
    pub(super) user_part: Option<String>,
}

/// Where a row of a placed table belongs in a pool of `n` parts. Columns in the order key, values.
///
/// # Errors
/// [`StoreError::Invalid`] for a table whose placement is unknown; [`StoreError::Inconsistent`].
pub(super) fn placed(
    table: &'static Table,
    row: &[Value],
    pool_id: &str,
    n: i64,
) -> Result<Placed, StoreError> {
    let text = |column: &'static str| text(table, row, column);
    let part = match table.name {
        "users" | "credentials" | "memberships" | "families" | "codes" | "attribute_values"
        | "sessions" | "networks" => Some(placement::user_part(pool_id, n, text("user_id")?)),
        "lookups" => Some(placement::lookup_part(pool_id, n, text("kind")?, text("value")?)),
        "group_members" => Some(placement::group_part(pool_id, n, text("group_id")?)),
        "attempts" => Some(placement::subject_part(pool_id, n, text("subject")?)),
        "spent" | "challenge_state" => Some(placement::part(pool_id, n, text("id")?)),
        // Messages are searched part by part, and the user is sealed inside. A mark is in a part
        // that its batch touched.
        "messages" | "commits" => None,
        name => {
            return Err(StoreError::Invalid(format!("the placement of rows of {name} is unknown")));
        }
    };
    let user_part = match at(table, USER_PART) {
        Some(_) => Some(placement::user_part(pool_id, n, text("user_id")?)),
        None => None,
    };
    Ok(Placed { part, user_part })
}

/// The text in a column of a row.
pub(super) fn text<'r>(
    table: &'static Table,
    row: &'r [Value],
    column: &'static str,
) -> Result<&'r str, StoreError> {
    match at(table, column).and_then(|at| row.get(at)) {
        Some(Value::Text(text)) => Ok(text),
        _ => Err(StoreError::Inconsistent { table: table.name, column }),
    }
}

/// Where a column is in the order key, values.
pub(super) fn at(table: &'static Table, column: &str) -> Option<usize> {
    table.key.iter().chain(table.values).position(|known| known.name == column)
}
