//! PostgreSQL: several servers may share one database.
//!
//! A read takes one round trip: a statement, or a pipelined read-only transaction. So does a
//! commit: every statement asserts its own expectation, so that a failed one aborts the transaction
//! before COMMIT arrives.

mod citus;
mod commit;
mod dial;
mod failure;
mod hosts;
mod link;
mod pipeline;
mod query;
mod schema;
mod send;
mod session;
mod settings;
mod tls;
mod value;
mod verify;

use std::sync::Arc;

use crate::commit::{CommitFailure, Prepared};
use crate::error::{Cause, OpenError, StoreError};
use crate::options::Postgres;
use crate::schema::{Row, Statement};
use commit::Caller;
use link::Link;

pub(crate) use schema::migrate;

/// A PostgreSQL database.
pub(crate) struct PostgresEngine {
    link: Arc<Link>,
}

impl PostgresEngine {
    /// Checks the settings; connects when first needed.
    pub(crate) fn open(settings: &Postgres) -> Result<PostgresEngine, OpenError> {
        Ok(PostgresEngine { link: Link::new(settings)? })
    }

    /// Answers the statements from one snapshot.
    pub(crate) async fn query(
        &self,
        statements: &[Statement],
    ) -> Result<Vec<Vec<Row>>, StoreError> {
        query::query(&self.link, statements).await
    }

    /// What the server's clock shows, in milliseconds since the epoch.
    pub(crate) async fn time(&self) -> Result<i64, StoreError> {
        const TIME: &str = "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
        let statement = Statement { sql: TIME, params: Vec::new() };
        let answers = query::query(&self.link, &[statement]).await?;
        let shown = answers.first().and_then(|rows| rows.first()).and_then(Row::first_int);
        shown.ok_or_else(|| StoreError::Engine(Cause::new("the database did not say its time")))
    }

    /// Commits in a separate task: a caller that drops the future must not leave a transaction
    /// open.
    pub(crate) async fn commit(&self, batch: Prepared) -> Result<(), CommitFailure> {
        let link = Arc::clone(&self.link);
        // Taken before the task starts, because closing waits for it.
        let in_progress = match Arc::clone(&link.closed).try_read_owned() {
            Ok(closed) if !*closed => closed,
            _ => return Err(CommitFailure::Failed(StoreError::Closed)),
        };
        let (caller, verdict) = Caller::new();
        drop(tokio::spawn(async move {
            let _in_progress = in_progress;
            commit::commit(&link, &batch, caller).await;
        }));
        let ended = |_| {
            Err(CommitFailure::Unknown(StoreError::Engine(Cause::new(
                "a commit ended without an outcome",
            ))))
        };
        verdict.await.unwrap_or_else(ended)
    }

    /// Connects once, and refuses a schema that this program cannot use.
    pub(crate) async fn require_schema(&self) -> Result<(), OpenError> {
        schema::require(&self.link).await
    }

    /// Whether a database that accepts writes is known.
    pub(crate) fn is_writable(&self) -> bool {
        self.link.is_writable()
    }

    /// Returns as soon as no database that accepts writes is known.
    pub(crate) async fn lost(&self) {
        self.link.until_lost().await;
    }

    /// Closes the connections after the commits in progress.
    pub(crate) async fn close(&self) {
        self.link.close().await;
    }
}
