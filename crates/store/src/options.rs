//! Options for opening a store.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use crate::commit::Faults;

/// Options for opening a store.
#[derive(Clone)]
pub struct Options {
    /// The database.
    pub engine: Engine,
    /// Settings that only SQLite uses.
    pub sqlite: SqliteTuning,
    /// Free space, in bytes, below which an embedded store has no room for what can wait; 0 for no
    /// such limit.
    pub min_free: u64,
    /// Faults to inject; tests only.
    pub faults: Option<Arc<dyn Faults>>,
}

impl Options {
    /// An embedded database in a folder.
    pub fn sqlite(dir: impl Into<PathBuf>) -> Options {
        Options {
            engine: Engine::Sqlite { dir: dir.into() },
            sqlite: SqliteTuning::default(),
            min_free: 0,
            faults: None,
        }
    }

    /// A PostgreSQL server, by its connection string; see [`Postgres::url`].
    pub fn postgres(url: impl Into<String>) -> Options {
        Options {
            engine: Engine::Postgres(Postgres::new(url)),
            sqlite: SqliteTuning::default(),
            min_free: 0,
            faults: None,
        }
    }
}

/// The database.
#[derive(Debug, Clone)]
pub enum Engine {
    /// Embedded. The folder is created if missing, and belongs to one running server.
    Sqlite {
        /// The data folder.
        dir: PathBuf,
    },
    /// PostgreSQL 15 or later, or Citus on top of it; many servers may share it.
    Postgres(Postgres),
}

/// A PostgreSQL database.
#[derive(Clone)]
pub struct Postgres {
    /// The connection string, as libpq takes it:
    /// `postgres://user@host1,host2/database?sslmode=require`, or `host=… user=…`. Of several
    /// hosts, the one that accepts writes is used.
    pub url: String,
    /// Source of the password, called before each connection; `None` uses the connection string's
    /// password, if any.
    pub password: Option<PasswordSource>,
    /// PEM file of the certificates that must sign the server's; `None` uses the system's.
    pub tls_ca_file: Option<PathBuf>,
    /// Whether the tables are distributed over several servers.
    pub kind: PostgresKind,
    /// Maximum number of connections.
    pub connections: usize,
    /// Whether statements are prepared by name, once per connection. Turn off behind a pooler in
    /// transaction mode.
    pub named_statements: bool,
    /// Approximate lifetime of a connection.
    pub lifetime: Duration,
    /// How long to wait for the answer to a read or commit before it counts as lost.
    pub timeout: Duration,
    /// How long a commit waits for a row that another one has locked.
    pub lock_timeout: Duration,
    /// How long requests wait for a database that accepts writes, e.g. while a standby is promoted.
    pub patience: Duration,
}

impl Postgres {
    /// A database with production settings.
    pub fn new(url: impl Into<String>) -> Postgres {
        Postgres {
            url: url.into(),
            password: None,
            tls_ca_file: None,
            kind: PostgresKind::Plain,
            connections: 16,
            named_statements: true,
            lifetime: Duration::from_secs(45 * 60),
            timeout: Duration::from_secs(30),
            lock_timeout: Duration::from_secs(5),
            patience: Duration::from_secs(45),
        }
    }

    /// Whether the connection string names another machine without TLS.
    pub fn is_in_clear(&self) -> bool {
        let config = self.url.parse::<Config>();
        config.is_ok_and(|config| config.get_ssl_mode() == SslMode::Disable && !is_near(&config))
    }

    /// Whether the connection string holds a password.
    pub fn has_password(&self) -> bool {
        self.url.parse::<Config>().is_ok_and(|config| config.get_password().is_some())
    }
}

/// Whether all hosts are on this machine.
pub(crate) fn is_near(config: &Config) -> bool {
    let is_near = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost"
                || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
    };
    config.get_hosts().iter().all(is_near)
        && config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback)
}

/// Hides the connection string, which may hold a password.
impl std::fmt::Debug for Postgres {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Postgres")
            .field("kind", &self.kind)
            .field("connections", &self.connections)
            .finish_non_exhaustive()
    }
}

/// Source of a password.
#[derive(Clone)]
pub struct PasswordSource(pub Arc<dyn Fn() -> Result<String, String> + Send + Sync>);

impl PasswordSource {
    /// Calls `password` before each connection, on a thread that may block. Its error text goes to
    /// the log.
    pub fn new(
        password: impl Fn() -> Result<String, String> + Send + Sync + 'static,
    ) -> PasswordSource {
        PasswordSource(Arc::new(password))
    }
}

/// How PostgreSQL stores the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostgresKind {
    /// One server accepts all writes.
    Plain,
    /// Citus: tables are distributed by part.
    Citus,
}

/// Settings of the embedded database, with production defaults.
#[derive(Debug, Clone)]
pub struct SqliteTuning {
    /// A registered VFS to use instead of the system's default.
    pub vfs: Option<String>,
    /// Pages of write-ahead log beyond which the writer waits for a checkpoint.
    pub wal_pages: i64,
    /// Maximum number of pages in the database; `None` for SQLite's limit.
    pub max_pages: Option<u32>,
    /// Whether data with an older schema are backed up before they are migrated.
    pub backup_before_migration: bool,
    /// The time in the name of that backup, in milliseconds since the epoch.
    pub now: i64,
}

impl Default for SqliteTuning {
    fn default() -> SqliteTuning {
        SqliteTuning {
            vfs: None,
            wal_pages: 4_000,
            max_pages: None,
            backup_before_migration: true,
            now: 0,
        }
    }
}
