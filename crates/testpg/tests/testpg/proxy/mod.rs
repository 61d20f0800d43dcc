//! Each fault does what it promises, to a client that sends BEGIN, statements and COMMIT in one
//! round trip like the store.

use testpg::{Faults, Injected, Proxy, Schema, connect, shared};
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Error, Statement};

mod chaos;
mod commit;
mod network;
mod protocol;

/// A table, reached through a proxy.
struct Scene {
    schema: Schema,
    proxy: Proxy,
    faults: Faults,
}

impl Scene {
    async fn new() -> Self {
        let schema = Schema::create(shared());
        connect(&schema.url())
            .await
            .batch_execute("CREATE TABLE t (a bigint PRIMARY KEY)")
            .await
            .unwrap();
        let proxy = Proxy::start(shared().port());
        let faults = proxy.faults();
        Self { schema, proxy, faults }
    }

    fn url(&self) -> String {
        self.schema.url_through(self.proxy.port())
    }

    async fn writer(&self) -> Writer {
        Writer::new(connect(&self.url()).await).await
    }

    /// The rows in the table, read without the proxy.
    async fn rows(&self) -> Vec<i64> {
        let client = connect(&self.schema.url()).await;
        client
            .query("SELECT a FROM t ORDER BY a", &[])
            .await
            .unwrap()
            .iter()
            .map(|row| row.get(0))
            .collect()
    }

    /// How many faults of this one kind struck; fails if others did.
    fn count(&self, of: impl Fn(Injected) -> u64) -> u64 {
        let injected = self.faults.injected();
        assert_eq!(of(injected), injected.total(), "other faults struck too");
        of(injected)
    }
}

/// A client with a prepared statement.
struct Writer {
    client: Client,
    insert: Statement,
}

impl Writer {
    async fn new(client: Client) -> Self {
        let insert = client.prepare("INSERT INTO t VALUES ($1)").await.unwrap();
        Self { client, insert }
    }

    /// Inserts two rows in one round trip; returns the result of each step.
    async fn transact(&self, a: i64) -> Outcome {
        let (first, second) = (a, a + 1);
        let (first, second) = ([&first as _], [&second as _]);
        let (begin, one, two, commit) = tokio::join!(
            biased;
            self.client.batch_execute("BEGIN"),
            self.client.execute(&self.insert, &first),
            self.client.execute(&self.insert, &second),
            self.client.batch_execute("COMMIT"),
        );
        Outcome { statements: begin.and(one).and(two).map(drop), commit }
    }

    /// Inserts one row outside a transaction.
    async fn insert(&self, a: i64) -> Result<u64, Error> {
        self.client.execute(&self.insert, &[&a]).await
    }
}

struct Outcome {
    statements: Result<(), Error>,
    commit: Result<(), Error>,
}

impl Outcome {
    fn succeeded(&self) -> bool {
        self.statements.is_ok() && self.commit.is_ok()
    }

    /// All statements were answered, but the commit was not.
    fn lost_commit(&self) -> bool {
        self.statements.is_ok() && is_lost(&self.commit)
    }
}

/// Not refused by the server; the connection failed.
fn is_lost<T>(result: &Result<T, Error>) -> bool {
    matches!(result, Err(error) if error.code().is_none())
}

fn code<T>(result: &Result<T, Error>) -> Option<&SqlState> {
    result.as_ref().err().and_then(Error::code)
}
