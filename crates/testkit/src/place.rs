//! Where a test server keeps its data: in a folder or, if so configured, in a PostgreSQL schema.

use std::path::Path;

use store::Options;
use testpg::Schema;

use crate::TempDir;

/// Environment variable that selects the engine of test servers: `sqlite` (the default) or
/// `postgres`.
pub const ENGINE: &str = "POOLKEEPER_TEST_ENGINE";

/// A test's own data location, removed at the end of the test.
pub(crate) enum Place {
    Folder(TempDir),
    Schema(Schema),
}

impl Place {
    /// The location that the environment selects.
    pub(crate) fn of_environment() -> Self {
        match std::env::var(ENGINE).as_deref() {
            Ok("postgres") => Self::schema(),
            Ok("sqlite") | Err(_) => Self::Folder(TempDir::new()),
            Ok(other) => panic!("{ENGINE} is {other}; it must be sqlite or postgres"),
        }
    }

    /// A migrated schema in this process's PostgreSQL.
    fn schema() -> Self {
        let place = Self::Schema(Schema::create(testpg::shared()));
        let options = place.options();
        testpg::block_on(async || {
            store::migrate(&options, 0, "the test").await.expect("a migration")
        });
        place
    }

    /// The options for opening a store here.
    pub(crate) fn options(&self) -> Options {
        match self {
            Self::Folder(dir) => Options::sqlite(dir.path()),
            Self::Schema(schema) => Options::postgres(schema.url()),
        }
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        match self {
            Self::Folder(dir) => dir.path(),
            Self::Schema(_) => {
                panic!("a test that needs the data folder must build its server with on_sqlite()")
            }
        }
    }

    /// All stored data, as a thief would have it.
    pub(crate) async fn stolen(&self) -> Vec<u8> {
        match self {
            Self::Folder(dir) => {
                let entries = std::fs::read_dir(dir.path()).expect("the folder");
                entries
                    .flat_map(|entry| {
                        std::fs::read(entry.expect("an entry").path()).expect("a file")
                    })
                    .collect()
            }
            Self::Schema(schema) => stolen(&schema.url()).await,
        }
    }
}

/// The text and bytes of every table.
async fn stolen(url: &str) -> Vec<u8> {
    let client = testpg::connect(url).await;
    let mut bytes = Vec::new();
    for table in store::records::tables() {
        for column in table.key.iter().chain(table.values) {
            let sql = match column.kind {
                store::ColumnType::Text => {
                    format!("SELECT convert_to({}, 'UTF8') FROM {}", column.name, table.name)
                }
                store::ColumnType::Bytea => format!("SELECT {} FROM {}", column.name, table.name),
                store::ColumnType::Bigint | store::ColumnType::Boolean => continue,
            };
            for row in client.query(&sql, &[]).await.expect("the column") {
                bytes.extend(row.get::<_, Option<Vec<u8>>>(0).unwrap_or_default());
            }
        }
    }
    bytes
}
