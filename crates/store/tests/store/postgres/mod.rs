//! Tests of PostgreSQL's own behaviour: a network in between, several servers, and a schema that
//! the operator migrates.

use std::time::Duration;

use store::{Attempts, CommitError, Engine, Options, Postgres, PostgresKind, Store};
use testpg::{Faults, Proxy, Schema};

use crate::fixtures::*;
use crate::place::{Place, PostgresSchema};

mod chaos;
mod failover;
mod faults;
mod network;
mod rights;
mod schema;
mod settings;
mod standby;
mod tls;

/// A migrated schema reached through a proxy.
struct Scene {
    proxy: Proxy,
    faults: Faults,
    schema: Schema,
}

impl Scene {
    async fn new() -> Scene {
        let schema = Schema::create(testpg::shared());
        migrate(&schema.url()).await;
        let proxy = Proxy::start(testpg::shared().port());
        Scene { faults: proxy.faults(), proxy, schema }
    }

    /// Settings for one connection through the proxy, named after the schema.
    fn settings(&self) -> Postgres {
        let url = format!(
            "{}&application_name={}",
            self.schema.url_through(self.proxy.port()),
            self.schema.name()
        );
        Postgres { connections: 1, ..Postgres::new(url) }
    }

    fn open(&self) -> Store {
        open(self.settings())
    }

    /// The `rev` of the row of `table` whose `column` is `name`, bypassing the proxy.
    async fn rev_of(&self, (table, column): (&str, &str), name: &str) -> Option<i64> {
        let client = testpg::connect(&self.schema.url()).await;
        let found = client
            .query_opt(&format!("SELECT rev FROM {table} WHERE {column} = $1"), &[&name])
            .await;
        found.expect("a read").map(|row| row.get(0))
    }

    /// Whether no connection of the scene's stores is inside a transaction, bypassing the proxy.
    /// Lost connections need a moment.
    async fn no_transaction_is_open(&self) -> bool {
        let client = testpg::connect(&self.schema.url()).await;
        let open =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = $1 AND state <> 'idle'";
        let count = async || {
            client.query_one(open, &[&self.schema.name()]).await.expect("a read").get::<_, i64>(0)
        };
        comes_true(async || count().await == 0).await
    }
}

fn open(settings: Postgres) -> Store {
    Store::open(options(settings)).expect("the settings are right")
}

fn options(settings: Postgres) -> Options {
    Options { engine: Engine::Postgres(settings), ..Options::postgres("") }
}

async fn migrate(url: &str) {
    store::migrate(&Options::postgres(url), 0, "the test").await.expect("a migration");
}

/// Polls for half a minute; whether the answer became true.
async fn comes_true(mut question: impl AsyncFnMut() -> bool) -> bool {
    for _ in 0..3_000 {
        if question().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}

/// Adds one to an existing counter, retrying until the commit succeeds.
async fn count_up(store: &Store, counter: &Attempts) {
    loop {
        let mut row = stored(store, counter).await.expect("the counter");
        row.count += 1;
        match commit(store, |batch| batch.update(&row)).await {
            Ok(()) => return,
            Err(CommitError::Conflict) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// A schema opened with changed settings.
pub(crate) struct Changed {
    place: PostgresSchema,
    change: fn(&mut Postgres),
}

impl Changed {
    /// As for a pooler in transaction mode.
    pub(crate) fn without_named_statements() -> Changed {
        Changed {
            place: PostgresSchema::new(),
            change: |settings| settings.named_statements = false,
        }
    }

    /// As if the tables were distributed.
    pub(crate) fn in_two_trips() -> Changed {
        Changed {
            place: PostgresSchema::new(),
            change: |settings| settings.kind = PostgresKind::Citus,
        }
    }
}

impl Place for Changed {
    fn options(&self) -> Options {
        let Options { engine: Engine::Postgres(mut settings), .. } = self.place.options() else {
            unreachable!("a schema uses PostgreSQL");
        };
        (self.change)(&mut settings);
        options(settings)
    }
}
