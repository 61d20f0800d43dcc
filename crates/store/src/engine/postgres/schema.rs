//! The schema: brought up to date by `poolkeeper migrate`, never by a starting server.

use std::time::Duration;

use tokio_postgres::Client;

use super::dial::NoConnection;
use super::failure::{is_missing_table, redacted};
use super::link::Link;
use super::verify::verify;
use crate::error::{Cause, OpenError};
use crate::options::{Postgres, PostgresKind};
use crate::records;
use crate::schema::Table;
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

/// Citus: the statement that distributes a new table. Tables of users are distributed by part,
/// those of pools by pool.
pub(super) fn distribution(ddl: &Ddl) -> Option<String> {
    let Ddl::Table { name, .. } = ddl else { return None };
    let table = records::tables().into_iter().find(|table| table.name == *name)?;
    let column = distribution_column(table);
    let with = match (column, *name) {
        (_, "pools" | "users") => "none",
        ("pool_id", _) => "pools",
        ("part", _) => "users",
        _ => "none",
    };
    Some(format!(
        "SELECT create_distributed_table('{name}', '{column}', colocate_with => '{with}') \
         WHERE NOT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = '{name}'::regclass)"
    ))
}

/// The first key column, or the last one if the first has few distinct values.
fn distribution_column(table: &Table) -> &'static str {
    let first = table.key.first().map_or("", |column| column.name);
    if first == "kind" { table.key.last().map_or(first, |column| column.name) } else { first }
}

#[cfg(test)]
mod tests {
    use super::distribution;
    use crate::schema::migrations::{self, LEASES, LEDGER};

    #[test]
    fn every_table_is_distributed_by_a_column_of_its_key() {
        let all =
            migrations::pending(0).expect("migrations").iter().flat_map(|migration| migration.ddl);
        let applied = [LEDGER, LEASES];
        let texts: Vec<String> = applied.iter().chain(all).filter_map(distribution).collect();
        let is_made = |name: &str, before: &[String]| {
            before.iter().any(|text| text.contains(&format!("table('{name}',")))
        };
        for (at, text) in texts.iter().enumerate() {
            let with = text
                .split("colocate_with => '")
                .nth(1)
                .and_then(|rest| rest.split('\'').next())
                .expect("a table");
            assert!(with == "none" || is_made(with, &texts[..at]), "{text}");
        }
        // The leases table is listed twice.
        assert_eq!(texts.len(), crate::records::tables().len() + 1);
        let has = |text: &str| texts.iter().any(|found| found.starts_with(text));
        assert!(
            has("SELECT create_distributed_table('pools', 'pool_id', colocate_with => 'none') \
                 WHERE NOT EXISTS"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('clients', 'pool_id', colocate_with => 'pools')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('users', 'part', colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('codes', 'part', colocate_with => 'users')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('group_members', 'group_part', \
                 colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('jobs', 'id', colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('leases', 'name', colocate_with => 'none')"),
            "{texts:#?}"
        );
        assert!(
            has("SELECT create_distributed_table('directory', 'name', colocate_with => 'none')"),
            "{texts:#?}"
        );
    }
}
