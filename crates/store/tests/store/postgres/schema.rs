//! The schema: created by `migrate`, required by a starting server.

use store::{ColumnType, Job, Lookup, Migrated, OpenError, Options, Store, placement, records};
use testpg::Schema;
use tokio_postgres::Client;

use crate::fixtures::*;

/// The newest schema.
const NEWEST: i64 = 5;
const DONE: Migrated = Migrated { from: 0, to: NEWEST, backup: None };

/// A schema without tables.
struct Scene {
    schema: Schema,
    client: Client,
}

impl Scene {
    async fn empty() -> Scene {
        let schema = Schema::create(testpg::shared());
        Scene { client: testpg::connect(&schema.url()).await, schema }
    }

    async fn migrated() -> Scene {
        let scene = Scene::empty().await;
        assert_eq!(scene.migrate(0).await.expect("a migration"), DONE);
        scene
    }

    fn options(&self) -> Options {
        Options::postgres(self.schema.url())
    }

    async fn migrate(&self, now: i64) -> Result<Migrated, OpenError> {
        store::migrate(&self.options(), now, "the test").await
    }

    fn open(&self) -> Store {
        Store::open(self.options()).expect("the settings are right")
    }

    async fn require(&self) -> Result<(), OpenError> {
        self.open().require_schema().await
    }

    async fn run(&self, sql: &str) {
        self.client.batch_execute(sql).await.expect("the statements run");
    }

    async fn leases(&self) -> i64 {
        self.client.query_one("SELECT count(*) FROM leases", &[]).await.expect("a read").get(0)
    }
}

#[tokio::test]
async fn an_empty_database_is_refused_with_advice() {
    let scene = Scene::empty().await;
    let refused = scene.require().await.expect_err("there is no schema");
    assert!(matches!(refused, OpenError::OlderSchema { found: 0, known: NEWEST }), "{refused:?}");
    assert!(refused.to_string().ends_with("run: poolkeeper migrate"), "{refused}");
    let tables = scene
        .client
        .query("SELECT 1 FROM pg_tables WHERE schemaname = current_schema()", &[])
        .await
        .expect("a read");
    assert!(tables.is_empty(), "a starting server creates nothing");
}

#[tokio::test]
async fn migrating_twice_is_migrating_once() {
    let scene = Scene::migrated().await;
    commit(&scene.open(), |batch| batch.insert(&user("u"))).await.expect("a commit");
    assert_eq!(
        scene.migrate(1).await.expect("nothing to do"),
        Migrated { from: NEWEST, to: NEWEST, backup: None }
    );
    scene.require().await.expect("the schema");
    assert!(stored(&scene.open(), &user("u")).await.is_some());
    assert_eq!(scene.leases().await, 0);
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let scene = Scene::migrated().await;
    scene.run("INSERT INTO schema_migrations (number, name) VALUES (999, 'of the future')").await;
    for refused in
        [scene.require().await.expect_err("newer"), scene.migrate(0).await.expect_err("newer")]
    {
        assert!(
            matches!(refused, OpenError::NewerSchema { found: 999, known: NEWEST }),
            "{refused:?}"
        );
    }
}

/// Ranges over keys need this.
#[tokio::test]
async fn texts_are_compared_by_their_bytes() {
    let scene = Scene::migrated().await;
    let store = scene.open();
    let part = placement::lookup_part(POOL, 4, "username", "x");
    for name in ["b", "B", "a", "É", "z"] {
        commit(&store, |batch| batch.insert(&Lookup { part: part.clone(), ..lookup(name, "u") }))
            .await
            .expect("a commit");
    }
    let names = store.read(store::Prefix::<Lookup>::in_part(&part)).await.expect("a read");
    let names: Vec<&str> = names.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(names, ["B", "a", "b", "z", "É"]);

    scene.run("ALTER TABLE users ALTER COLUMN username TYPE text COLLATE \"default\"").await;
    for refused in [
        scene.require().await.expect_err("other rules"),
        scene.migrate(0).await.expect_err("other rules"),
    ] {
        assert!(refused.to_string().contains("users.username is not COLLATE \"C\""), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_several_migrations_wins() {
    for _ in 0..4 {
        let scene = Scene::empty().await;
        let tasks: Vec<_> = (0..4)
            .map(|at| {
                let options = scene.options();
                tokio::spawn(
                    async move { store::migrate(&options, 0, &format!("process {at}")).await },
                )
            })
            .collect();
        let mut done = 0;
        for task in tasks {
            match task.await.expect("the task") {
                Ok(migrated) => done += i64::from(migrated.to == NEWEST),
                Err(refused) => assert!(
                    refused.to_string().contains("another migration is under way"),
                    "{refused}"
                ),
            }
        }
        assert!(done > 0, "no process migrated");
        scene.require().await.expect("the schema");
        assert_eq!(scene.leases().await, 0);
    }
}

#[tokio::test]
async fn a_dead_processs_lease_expires() {
    let scene = Scene::migrated().await;
    scene
        .run(
            "DELETE FROM schema_migrations; INSERT INTO leases \
             VALUES ('migrate', 'a dead process', 1000, 0)",
        )
        .await;
    let refused = scene.migrate(999).await.expect_err("the lease runs");
    assert!(refused.to_string().contains("another migration is under way"), "{refused}");
    assert!(scene.require().await.is_err());
    assert_eq!(scene.migrate(1000).await.expect("a migration"), DONE);
    scene.require().await.expect("the schema");
    assert_eq!(scene.leases().await, 0);
}

/// As left by a migration that was killed between two statements, on tables in use.
#[tokio::test]
async fn an_interrupted_migration_resumes() {
    let scene = Scene::migrated().await;
    commit(&scene.open(), |batch| batch.insert(&spent("p", "s", 9)).insert(&user("u")))
        .await
        .expect("a commit");
    scene
        .run(
            "DROP TABLE commits, leases; DROP INDEX messages_expires, spent_expires; \
             DELETE FROM schema_migrations",
        )
        .await;
    assert_eq!(scene.migrate(0).await.expect("a migration"), DONE);
    scene.require().await.expect("the schema");
    has_all_columns(&scene).await;
    has_all_indexes(&scene).await;
    assert!(stored(&scene.open(), &user("u")).await.is_some());
}

/// As left when CREATE INDEX CONCURRENTLY is interrupted.
#[tokio::test]
async fn an_invalid_index_is_created_again() {
    let scene = Scene::migrated().await;
    commit(&scene.open(), |batch| batch.insert(&spent("p", "s", 9))).await.expect("a commit");
    let spoil =
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'spent_expires'::regclass";
    scene.run(&format!("{spoil}; DELETE FROM schema_migrations")).await;
    assert_eq!(scene.migrate(0).await.expect("a migration"), DONE);
    has_all_indexes(&scene).await;
}

#[tokio::test]
async fn tables_have_the_records_columns() {
    let scene = Scene::migrated().await;
    has_all_columns(&scene).await;
    has_all_indexes(&scene).await;
}

async fn has_all_columns(scene: &Scene) {
    let key = "SELECT a.attname::text FROM pg_index i, unnest(i.indkey) \
               WITH ORDINALITY k (number, at), pg_attribute a \
               WHERE i.indrelid = $1::text::regclass AND i.indisprimary \
               AND a.attrelid = i.indrelid AND a.attnum = k.number ORDER BY k.at";
    let columns = "SELECT attname::text, atttypid::regtype::text, NOT attnotnull FROM pg_attribute \
                   WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped \
                   ORDER BY 1";
    for table in records::tables() {
        let found = scene.client.query(key, &[&table.name]).await.expect("a read");
        let found: Vec<String> = found.iter().map(|row| row.get(0)).collect();
        assert_eq!(
            found,
            table.key.iter().map(|column| column.name).collect::<Vec<_>>(),
            "{}",
            table.name
        );

        let records = table
            .key
            .iter()
            .chain(table.values)
            .map(|column| (column.name, column.kind, column.nullable));
        let mut expected: Vec<_> =
            records.chain([("rev", ColumnType::Bigint, false)]).map(named).collect();
        expected.sort();
        let found = scene.client.query(columns, &[&table.name]).await.expect("a read");
        let mut found: Vec<(String, String, bool)> =
            found.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
        found.sort();
        assert_eq!(found, expected, "{}", table.name);
    }
}

fn named((name, kind, nullable): (&str, ColumnType, bool)) -> (String, String, bool) {
    let kind = match kind {
        ColumnType::Text => "text",
        ColumnType::Bigint => "bigint",
        ColumnType::Boolean => "boolean",
        ColumnType::Bytea => "bytea",
    };
    (name.to_owned(), kind.to_owned(), nullable)
}

/// Every table with expiring rows has a valid index for finding them.
async fn has_all_indexes(scene: &Scene) {
    let valid = "SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c \
                 ON c.oid = i.indexrelid WHERE i.indrelid = $1::text::regclass AND c.relname = $2 \
                 AND i.indisvalid";
    for table in records::tables().into_iter().filter(|table| table.expires()) {
        let index = format!("{}_expires", table.name);
        let found = scene.client.query_opt(valid, &[&table.name, &index]).await.expect("a read");
        let text: String = found.unwrap_or_else(|| panic!("{index} is missing")).get(0);
        assert!(text.contains("(part, expires"), "{text}");
    }
}

/// In a database older than the index of attribute values, each existing pool gets one job.
#[tokio::test]
async fn pools_older_than_the_index_get_a_job() {
    let scene = Scene::migrated().await;
    let store = scene.open();
    commit(&store, |batch| batch.insert(&pool()).insert(&user("u"))).await.expect("a commit");
    scene
        .run(
            "DROP TABLE attribute_values; DROP TABLE sessions; DROP TABLE clock_marks; DROP TABLE networks; \
             DELETE FROM schema_migrations WHERE number > 1",
        )
        .await;
    assert_eq!(
        scene.migrate(0).await.expect("a migration"),
        Migrated { from: 1, to: NEWEST, backup: None }
    );
    let jobs = store.read(Job::of("index-users")).await.expect("a read");
    assert_eq!(
        jobs.iter().map(|job| (job.id.as_str(), job.doc.as_str())).collect::<Vec<_>>(),
        [(POOL, "{\"v\":1}")]
    );
}
