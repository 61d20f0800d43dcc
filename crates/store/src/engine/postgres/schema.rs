//! The schema: brought up to date by `poolkeeper migrate`, never by a starting server.

use std::time::Duration;

use tokio_postgres::Client;

use super::citus::distribution;
use super::dial::NoConnection;
use super::failure::{is_missing_table, redacted};
use super::link::Link;
use super::verify::verify;
use crate::error::{Cause, OpenError};
use crate::options::{Postgres, PostgresKind};
use crate::schema::migrations::{self, Ddl, LEASES, LEDGER, Migration, PostgresDialect};

/// The lease under which one process migrates.
const LEASE: &str = "migrate";
/// How long a process that died keeps others from migrating, in milliseconds.
const LEASE_LIFETIME: i64 = 600_000;
/// How often taking the lease is tried while another process holds it, and the pause between tries.
const LEASE_TRIES: u32 = 20;
const LEASE_PAUSE: Duration = Duration::from_millis(250);

/// Whether an index was left invalid.
const INVALID_INDEX: &str = "SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = $1 AND NOT i.indisvalid";

/// Refuses a schema that this program cannot use.
pub(super) async fn require(link: &Link) -> Result<(), OpenError> {
    let session = link.dial().await.map_err(unreachable)?;
    let client = session.client();
    let found = schema_number(client).await?;
    if !migrations::pending(found)?.is_empty() {
        return Err(OpenError::OlderSchema { found, known: migrations::newest() });
    }
    verify(client).await
}

/// Brings the schema up to date. Returns the schema numbers before and after. `now` is in
/// milliseconds; `holder` names this process.
pub(crate) async fn migrate(
    settings: &Postgres,
    now: i64,
    holder: &str,
) -> Result<(i64, i64), OpenError> {
    let link = Link::new(settings)?;
    let session = link.dial().await.map_err(unreachable)?;
    let client = session.client();
    // Creating an index concurrently waits for the writers' transactions.
    run(client, "SET lock_timeout = 0; SET default_transaction_read_only = off").await?;
    let found = schema_number(client).await?;
    let pending = migrations::pending(found)?;
    if pending.is_empty() {
        verify(client).await?;
        return Ok((found, found));
    }
    for table in [LEDGER, LEASES] {
        apply_unleased(client, &table, settings.kind).await?;
    }
    wait_for_lease(client, now, holder).await?;
    // The previous holder of the lease may have done the work.
    let pending = migrations::pending(schema_number(client).await?)?;
    let outcome = migrate_all(client, pending, settings.kind).await;
    let freed = client
        .execute("DELETE FROM leases WHERE name = $1 AND holder = $2", &[&LEASE, &holder])
        .await;
    outcome?;
    freed.map_err(|error| failed(&error))?;
    verify(client).await?;
    Ok((found, migrations::newest()))
}

async fn migrate_all(
    client: &Client,
    pending: &[Migration],
    kind: PostgresKind,
) -> Result<(), OpenError> {
    for migration in pending {
        for ddl in migration.ddl {
            apply(client, ddl, kind).await?;
        }
        // The statements are idempotent, so the number may be written after them.
        let done = "INSERT INTO schema_migrations (number, name) VALUES ($1, $2) \
                    ON CONFLICT (number) DO NOTHING";
        client
            .execute(done, &[&migration.number, &migration.name])
            .await
            .map_err(|error| failed(&error))?;
    }
    Ok(())
}

/// Applies what must exist before the lease can be taken. If two processes create the same table at
/// once, one fails despite IF NOT EXISTS; on the second try the table exists.
async fn apply_unleased(client: &Client, ddl: &Ddl, kind: PostgresKind) -> Result<(), OpenError> {
    match apply(client, ddl, kind).await {
        Ok(()) => Ok(()),
        Err(_) => apply(client, ddl, kind).await,
    }
}

async fn apply(client: &Client, ddl: &Ddl, kind: PostgresKind) -> Result<(), OpenError> {
    let dialect = PostgresDialect { concurrently: has_rows(client, ddl).await? };
    if let Ddl::Index { name, .. } = ddl
        && client.query_opt(INVALID_INDEX, &[name]).await.map_err(|error| failed(&error))?.is_some()
    {
        run(client, &format!("DROP INDEX CONCURRENTLY {name}")).await?;
    }
    run(client, &ddl.sql(&dialect)).await?;
    match distribution(ddl).filter(|_| kind == PostgresKind::Citus) {
        Some(distribute) => run(client, &distribute).await,
        None => Ok(()),
    }
}

/// Whether an index is for a table with rows: it is created concurrently then. An empty table's
/// index need not wait for writers.
async fn has_rows(client: &Client, ddl: &Ddl) -> Result<bool, OpenError> {
    let Ddl::Index { table, .. } = ddl else { return Ok(false) };
    let found = client.query_opt(&format!("SELECT 1 FROM {table} LIMIT 1"), &[]).await;
    found.map(|row| row.is_some()).map_err(|error| failed(&error))
}

async fn run(client: &Client, sql: &str) -> Result<(), OpenError> {
    client.batch_execute(sql).await.map_err(|error| failed(&error))
}

/// Takes the lease, waiting a little for another process to finish.
async fn wait_for_lease(client: &Client, now: i64, holder: &str) -> Result<(), OpenError> {
    for _ in 0..LEASE_TRIES {
        if take_lease(client, now, holder).await? {
            return Ok(());
        }
        tokio::time::sleep(LEASE_PAUSE).await;
    }
    let text = "another migration is under way; wait until it ends, or ten minutes if it has died";
    Err(OpenError::Database(Cause::new(text)))
}

/// Takes the lease if it is free or has expired.
async fn take_lease(client: &Client, now: i64, holder: &str) -> Result<bool, OpenError> {
    let take = "INSERT INTO leases (name, holder, until, rev) VALUES ($1, $2, $3, 0) \
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until \
                WHERE leases.until <= $4";
    let until = now.saturating_add(LEASE_LIFETIME);
    let taken = client
        .execute(take, &[&LEASE, &holder, &until, &now])
        .await
        .map_err(|error| failed(&error))?;
    Ok(taken == 1)
}

/// The newest applied migration; 0 for none.
async fn schema_number(client: &Client) -> Result<i64, OpenError> {
    match client.query_one("SELECT coalesce(max(number), 0) FROM schema_migrations", &[]).await {
        Ok(row) => row.try_get(0).map_err(|error| failed(&error)),
        Err(error) if is_missing_table(&error) => Ok(0),
        Err(error) => Err(failed(&error)),
    }
}

fn unreachable(error: NoConnection) -> OpenError {
    OpenError::Database(Cause::new(error))
}

fn failed(error: &tokio_postgres::Error) -> OpenError {
    OpenError::Database(redacted(error))
}
