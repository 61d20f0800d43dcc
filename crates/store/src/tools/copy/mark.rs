//! The mark in the target: a copy is in progress, and how far it is.

use serde_json::json;

use super::placing::{self, Placing};
use super::walk::Stretch;
use super::{CopyError, is_copied};
use crate::commit::Batch;
use crate::error::CommitError;
use crate::read::{Get, scan};
use crate::records::{self, Job};
use crate::schema::{Rev, Statement, Table, Value};
use crate::store::Store;

/// The mark's `kind`; servers do not work on jobs of this kind.
const KIND: &str = "copy";
const ID: &str = "store";

/// The mark as this copy last wrote it.
pub(super) struct Mark {
    job: Job,
    n_parts: Option<i64>,
}

/// The row of the source after which a copy continues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Position {
    table: String,
    part: Option<String>,
    /// The row's key, without the part.
    pub(super) after: Vec<Value>,
}

/// Reads the mark.
pub(super) fn get() -> Get<Job> {
    Job::get(KIND, ID)
}

/// Whether a row is a mark.
pub(super) fn is_mark(table: &Table, row: &[Value]) -> bool {
    table.name == "jobs" && row.first() == Some(&Value::from(KIND))
}

impl Mark {
    /// Creates the mark in an empty target, or takes over an earlier run's mark and position.
    pub(super) async fn take(
        to: &Store,
        placing: &Placing,
        now: i64,
        rev: Rev,
    ) -> Result<(Mark, Option<Position>), CopyError> {
        let n_parts = placing.target;
        let found = to.read(get()).await.map_err(CopyError::Target)?;
        let mut batch = Batch::new(rev);
        batch.at(now);
        let (job, reached) = match found {
            None => {
                require_empty(to).await?;
                let doc = doc(n_parts, None);
                let job = Job { kind: KIND.to_owned(), id: ID.to_owned(), doc, rev };
                batch.insert(&job);
                (job, None)
            }
            Some(job) => {
                let reached = resumed(&job.doc, n_parts)?;
                require_no_other_pools(to, placing).await?;
                batch.update(&job);
                (Job { rev, ..job }, reached)
            }
        };
        to.commit(batch).await.map_err(refused)?;
        Ok((Mark { job, n_parts }, reached))
    }

    /// Adds the mark's next position to a batch. Returns the mark as it is after the commit.
    pub(super) fn moved(&self, position: &Position, batch: &mut Batch) -> Mark {
        let job = Job { doc: doc(self.n_parts, Some(position)), ..self.job.clone() };
        batch.update(&job);
        Mark { job: Job { rev: batch.rev(), ..job }, n_parts: self.n_parts }
    }

    /// Adds the mark's removal to a batch.
    pub(super) fn remove(&self, batch: &mut Batch) {
        batch.delete(&self.job);
    }
}

/// Why a batch that expects the mark was refused.
pub(super) fn refused(error: CommitError) -> CopyError {
    match error {
        CommitError::Conflict => CopyError::Overtaken,
        CommitError::Store(error) => CopyError::Target(error),
    }
}

impl Position {
    /// The position after a row of a stretch.
    pub(super) fn after(stretch: &Stretch, row: &[Value]) -> Position {
        let after = row.get(stretch.bound()..stretch.table.key.len()).unwrap_or_default().to_vec();
        Position { table: stretch.table.name.to_owned(), part: stretch.part.clone(), after }
    }

    /// Whether the position is in a stretch.
    pub(super) fn is_in(&self, stretch: &Stretch) -> bool {
        self.table == stretch.table.name && self.part == stretch.part && {
            self.after.len() + stretch.bound() == stretch.table.key.len()
        }
    }
}

fn doc(n_parts: Option<i64>, position: Option<&Position>) -> String {
    let mut doc = json!({ "v": 1, "n_parts": n_parts });
    if let Some(Position { table, part, after }) = position {
        let after: Vec<serde_json::Value> = after.iter().map(key_json).collect();
        doc["position"] = json!({ "table": table, "part": part, "after": after });
    }
    doc.to_string()
}

/// The position of an earlier run. An unreadable position means the beginning: copying rows twice
/// does no harm.
fn resumed(doc: &str, n_parts: Option<i64>) -> Result<Option<Position>, CopyError> {
    let doc: serde_json::Value = serde_json::from_str(doc).unwrap_or_default();
    let begun = doc["n_parts"].as_i64();
    if begun != n_parts {
        return Err(CopyError::OtherParts { begun });
    }
    let position = &doc["position"];
    let after: Option<Vec<Value>> =
        position["after"].as_array().and_then(|after| after.iter().map(key_value).collect());
    let (Some(table), Some(after)) = (position["table"].as_str(), after) else { return Ok(None) };
    Ok(Some(Position {
        table: table.to_owned(),
        part: position["part"].as_str().map(str::to_owned),
        after,
    }))
}

/// Keys contain only texts and numbers.
fn key_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => json!(text),
        Value::Int(int) => json!(int),
        _ => serde_json::Value::Null,
    }
}

fn key_value(value: &serde_json::Value) -> Option<Value> {
    value.as_str().map(Value::from).or_else(|| value.as_i64().map(Value::Int))
}

/// Refuses a target that has rows. Placed rows belong to a pool, so without a pool there are none.
async fn require_empty(to: &Store) -> Result<(), CopyError> {
    for table in
        records::tables().into_iter().filter(|table| is_copied(table) && !table.is_placed())
    {
        let scan = scan(table, 0).map_err(CopyError::Target)?;
        let first = Statement { sql: &scan.first, params: vec![Value::Int(1)] };
        let answers = to.query(vec![first]).await.map_err(CopyError::Target)?;
        if answers.into_iter().flatten().next().is_some() {
            return Err(CopyError::NotEmpty { table: table.name });
        }
    }
    Ok(())
}

async fn require_no_other_pools(to: &Store, placing: &Placing) -> Result<(), CopyError> {
    let pools = placing::pools(to).await.map_err(CopyError::Target)?;
    match pools.into_keys().find(|pool_id| !placing.knows(pool_id)) {
        Some(pool_id) => Err(CopyError::AnotherSource { pool_id }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, doc, resumed};
    use crate::schema::Value;
    use crate::tools::copy::CopyError;

    #[test]
    fn positions_survive_a_round_trip() {
        let position = |part: Option<&str>, after: Vec<Value>| {
            Some(Position { table: "some".to_owned(), part: part.map(str::to_owned), after })
        };
        for position in [
            None,
            position(Some("p:00"), vec!["\"a\u{0}ö".into(), "".into()]),
            position(None, vec!["5".into(), Value::Int(5), Value::Int(i64::MIN)]),
        ] {
            for n in [None, Some(16)] {
                assert!(resumed(&doc(n, position.as_ref()), n) == Ok(position.clone()));
            }
        }
    }

    #[test]
    fn an_unreadable_position_is_the_beginning() {
        for doc in [
            "",
            "{}",
            r#"{"position":{"table":"t","after":[null]}}"#,
            r#"{"position":{"table":"t"}}"#,
        ] {
            assert!(resumed(doc, None) == Ok(None), "{doc}");
        }
        assert!(
            resumed(r#"{"n_parts":1}"#, Some(16)) == Err(CopyError::OtherParts { begun: Some(1) })
        );
        assert!(resumed("{}", Some(16)) == Err(CopyError::OtherParts { begun: None }));
    }
}
