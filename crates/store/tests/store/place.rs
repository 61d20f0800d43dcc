//! Where a test keeps its data.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use store::{Faults, Options, Store};
use testpg::Schema;

/// A place for one test's data, where a store can be opened more than once.
pub(crate) trait Place: Sync {
    /// The options to open it with.
    fn options(&self) -> Options;

    /// Opens it.
    fn open(&self) -> Store {
        Store::open(self.options()).expect("the place opens")
    }

    /// Opens it with injected faults.
    fn open_with(&self, faults: Arc<dyn Faults>) -> Store {
        let options = Options { faults: Some(faults), ..self.options() };
        Store::open(options).expect("the place opens")
    }
}

/// A temporary folder, removed at the end.
pub(crate) struct SqliteFolder {
    dir: PathBuf,
}

impl SqliteFolder {
    pub(crate) fn new() -> SqliteFolder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "poolkeeper-store-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let dir = std::env::temp_dir().join(name);
        fs::create_dir_all(&dir).expect("a temporary folder");
        SqliteFolder { dir }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.dir.join("poolkeeper.db")
    }
}

impl Place for SqliteFolder {
    fn options(&self) -> Options {
        Options::sqlite(&self.dir)
    }
}

impl Drop for SqliteFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// A separate schema in this test process's PostgreSQL server.
pub(crate) struct PostgresSchema {
    schema: Schema,
}

impl PostgresSchema {
    /// A migrated schema.
    pub(crate) fn new() -> PostgresSchema {
        let place = PostgresSchema::empty();
        let options = place.options();
        testpg::block_on(async || {
            store::migrate(&options, 0, "the test").await.expect("a migration")
        });
        place
    }

    /// A schema without tables.
    pub(crate) fn empty() -> PostgresSchema {
        PostgresSchema { schema: Schema::create(testpg::shared()) }
    }
}

impl Place for PostgresSchema {
    fn options(&self) -> Options {
        Options::postgres(self.schema.url())
    }
}
