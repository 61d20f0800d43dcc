//! A connection with its prepared statements.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::task::AbortHandle;
use tokio_postgres::{Client, Error, Statement as Named};

use super::pipeline::Request;
use super::value;
use crate::schema::{Row, Statement, Value};

/// How a statement is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// Unchanged.
    Plain,
    /// A change that fails unless it touches a row.
    MustTouch,
    /// A SELECT that locks its row until the end of the transaction, and fails if there is none.
    MustHold,
}

/// A text's address and shape; texts are never freed.
type Known = (usize, usize, Shape);

/// A connection.
pub(super) struct Session {
    client: Client,
    /// `None` if statements are not prepared by name.
    named: Option<HashMap<Known, Named>>,
    /// A request was sent and may not have been answered.
    pub(super) busy: bool,
    pub(super) life: Life,
}

/// What determines when a connection ends.
pub(super) struct Life {
    pub(super) generation: u64,
    /// Index of its host.
    pub(super) host: usize,
    pub(super) lifetime: Duration,
    pub(super) unsynced: Arc<AtomicBool>,
    /// The task that drives it.
    pub(super) driver: AbortHandle,
    /// Its reference count is the number of open connections.
    pub(super) _live: Arc<()>,
}

impl Session {
    pub(super) fn new(client: Client, named_statements: bool, life: Life) -> Session {
        Session { client, named: named_statements.then(HashMap::new), busy: false, life }
    }

    /// Closes the connection at once, whatever is in progress on it.
    pub(super) fn cut(self) {
        self.life.driver.abort();
    }

    /// The connection itself.
    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// Whether the connection can be reused.
    pub(super) fn is_sound(&self) -> bool {
        !self.busy && !self.client.is_closed() && !self.gave_up_standby()
    }

    /// Whether a commit on it was acknowledged without its standby.
    pub(super) fn gave_up_standby(&self) -> bool {
        self.life.unsynced.load(Ordering::SeqCst)
    }

    /// Prepares statements that are not prepared yet. Done outside any transaction, so a failure
    /// has no effect.
    pub(super) async fn prepare(
        &mut self,
        statements: impl Iterator<Item = (&'static str, Shape)>,
    ) -> Result<(), Error> {
        let Some(named) = &mut self.named else { return Ok(()) };
        for (sql, shape) in statements {
            if let Entry::Vacant(unknown) = named.entry(known(sql, shape)) {
                unknown.insert(self.client.prepare(&asserted(sql, shape)).await?);
            }
        }
        Ok(())
    }

    /// The rows of a prepared query.
    pub(super) fn rows<'a>(
        &'a self,
        statement: &'a Statement,
    ) -> Request<'a, Result<Vec<Row>, Error>> {
        Box::pin(async move {
            let found = self.found(statement, Shape::Plain).await?;
            found.iter().map(value::row).collect()
        })
    }

    /// Runs a prepared change. Returns the number of rows it touched, unless its shape asserts it.
    pub(super) fn change<'a>(
        &'a self,
        statement: &'a Statement,
        shape: Shape,
    ) -> Request<'a, Result<u64, Error>> {
        Box::pin(async move {
            if shape != Shape::Plain {
                return self.found(statement, shape).await.map(|rows| rows.len() as u64);
            }
            match self.named(statement.sql, shape) {
                Some(named) => self.client.execute_raw(named, &statement.params).await,
                None => self.client.execute_typed(statement.sql, &typed(&statement.params)).await,
            }
        })
    }

    /// Runs BEGIN, COMMIT and the like.
    pub(super) fn control<'a>(&'a self, sql: &'static str) -> Request<'a, Result<(), Error>> {
        Box::pin(self.client.batch_execute(sql))
    }

    async fn found(
        &self,
        statement: &Statement,
        shape: Shape,
    ) -> Result<Vec<tokio_postgres::Row>, Error> {
        match self.named(statement.sql, shape) {
            Some(named) => {
                let params: Vec<&(dyn tokio_postgres::types::ToSql + Sync)> =
                    statement.params.iter().map(|value| value as _).collect();
                self.client.query(named, &params).await
            }
            None => {
                self.client
                    .query_typed(&asserted(statement.sql, shape), &typed(&statement.params))
                    .await
            }
        }
    }

    fn named(&self, sql: &'static str, shape: Shape) -> Option<&Named> {
        self.named.as_ref()?.get(&known(sql, shape))
    }
}

fn known(sql: &'static str, shape: Shape) -> Known {
    (sql.as_ptr().addr(), sql.len(), shape)
}

fn typed(
    params: &[Value],
) -> Vec<(&(dyn tokio_postgres::types::ToSql + Sync), tokio_postgres::types::Type)> {
    params.iter().map(|value| (value as _, value::type_of(value))).collect()
}

/// The statement with its own assertion: a division by zero if it touched or found nothing. A
/// separate assertion would not do: a failed one must abort the transaction before the pipelined
/// COMMIT.
fn asserted(sql: &str, shape: Shape) -> String {
    match shape {
        Shape::Plain => sql.to_owned(),
        Shape::MustTouch => {
            format!("WITH x AS ({sql} RETURNING 1) SELECT 1/(SELECT count(*) FROM x)")
        }
        Shape::MustHold => format!("WITH x AS ({sql} FOR SHARE) SELECT 1/(SELECT count(*) FROM x)"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, asserted};

    #[test]
    fn a_statement_asserts_within_itself() {
        let sql = "DELETE FROM t WHERE k = $1 AND rev = $2";
        assert_eq!(asserted(sql, Shape::Plain), sql);
        let touched = "WITH x AS (DELETE FROM t WHERE k = $1 AND rev = $2 RETURNING 1) \
                       SELECT 1/(SELECT count(*) FROM x)";
        assert_eq!(asserted(sql, Shape::MustTouch), touched);
        let held =
            "WITH x AS (SELECT 1 FROM t WHERE k = $1 FOR SHARE) SELECT 1/(SELECT count(*) FROM x)";
        assert_eq!(asserted("SELECT 1 FROM t WHERE k = $1", Shape::MustHold), held);
    }
}
