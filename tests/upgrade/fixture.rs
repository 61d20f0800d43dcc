//! Opens a fixture, with the clock at the time the fixture was made.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use domain::Time;
use domain::client::UnsetAttributes;
use serde_json::Value;
use store::{Options, Store};
use testkit::{ENGINE, TempDir, TestClient, TestPool, TestServer};
use testpg::Schema;

/// One folder per version.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/upgrade/fixtures");
/// The schema that the dumps were taken from.
const DUMPED: &str = "poolkeeper_upgrade";

/// A server on a copy of a fixture, on the engine of the test run.
pub(crate) struct Fixture {
    pub(crate) server: TestServer,
    /// Ids, codes, tokens and answers of the version that made it.
    pub(crate) recorded: Value,
    _place: Place,
}

/// Keeps the copy until the test ends.
enum Place {
    Folder { _dir: TempDir },
    Schema { _schema: Schema },
}

/// The fixtures of all versions.
pub(crate) fn versions() -> Vec<PathBuf> {
    let entries = fs::read_dir(FIXTURES).expect("the fixtures");
    let mut versions: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    versions.sort();
    assert!(!versions.is_empty(), "{FIXTURES} is empty");
    versions
}

/// Runs a test on the fixture of every version.
pub(crate) async fn on_each(test: impl AsyncFn(&Fixture)) {
    for version in versions() {
        test(&Fixture::open(&version).await).await;
    }
}

/// The record of a version.
pub(crate) fn recorded(version: &Path) -> Value {
    let text = fs::read_to_string(version.join("recorded.json")).expect("a record");
    serde_json::from_str(&text).expect("JSON")
}

/// A page of the documentation.
pub(crate) fn documentation(page: &str) -> PathBuf {
    Path::new(FIXTURES).join("../../../docs").join(page)
}

/// Whether the tests run on PostgreSQL.
pub(crate) fn is_postgres() -> bool {
    env::var(ENGINE).is_ok_and(|engine| engine == "postgres")
}

impl Fixture {
    /// A server on a copy of the fixture in this folder.
    async fn open(version: &Path) -> Self {
        let recorded = recorded(version);
        let (options, place) = if is_postgres() {
            let (options, schema) = dumped(version);
            (options, Place::Schema { _schema: schema })
        } else {
            let (options, dir) = restored(version);
            (options, Place::Folder { _dir: dir })
        };
        store::migrate(&options, 0, "the test").await.expect("a migration");
        // It let app clients without lists read and write everything, and knew no networks.
        let is_early = recorded["schema"].as_i64().expect("a schema") < 4;
        let key = fs::read_to_string(version.join("master.key")).expect("a master key");
        let server = TestServer::builder()
            .on_sqlite()
            .now(Time(recorded["made_at"].as_i64().expect("a time")))
            .master_keys(&[key.trim_end()])
            .unset_attributes(match is_early {
                true => UnsetAttributes::All,
                false => UnsetAttributes::Standard,
            })
            .start_on(Store::open(options).expect("a store"));
        // Where it was called from, if it cared.
        let server = if is_early { server } else { server.called_by("the test", "127.0.0.1") };
        Self { server, recorded, _place: place }
    }

    /// A user pool by its name in the record.
    pub(crate) fn pool(&self, name: &str) -> TestPool {
        TestPool { server: self.server.clone(), id: text(&self.recorded["pools"][name]) }
    }

    /// An app client by its name in the record.
    pub(crate) fn client(&self, name: &str) -> TestClient {
        let client = &self.recorded["clients"][name];
        TestClient {
            pool: self.pool(&text(&client["pool"])),
            id: text(&client["id"]),
            secret: client["secret"].as_str().map(str::to_owned),
        }
    }

    /// The outstanding code of a user.
    pub(crate) fn code(&self, user: &str) -> String {
        text(&self.recorded["codes"][user])
    }
}

/// Restores the backup to a data folder.
fn restored(version: &Path) -> (Options, TempDir) {
    let dir = TempDir::new();
    let data = dir.path().join("data");
    store::restore(&version.join("backup.db"), &data, &|| true).expect("a backup");
    (Options::sqlite(data), dir)
}

/// Loads the dump into a schema of the shared server.
pub(crate) fn dumped(version: &Path) -> (Options, Schema) {
    let dump = fs::read_to_string(version.join("postgres.sql")).expect("a dump");
    let schema = Schema::create(testpg::shared());
    let statements =
        dump.replace(&format!("CREATE SCHEMA {DUMPED};"), "").replace(DUMPED, schema.name());
    testpg::shared().execute(&statements);
    (Options::postgres(schema.url()), schema)
}

/// A string of the record.
#[track_caller]
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}
