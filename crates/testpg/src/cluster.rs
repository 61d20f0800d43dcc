//! The lifecycle of one server.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::blocking::{becomes_true, block_on, connect, try_connect};
use crate::config::Config;
use crate::port;
use crate::supervisor::Supervisor;

/// A PostgreSQL server on a port of 127.0.0.1, with one superuser `postgres` without a password.
/// Its databases sort text by a language's rules if the server supports it, so that a column that
/// lacks an explicit collation shows.
///
/// Dropping it stops the server immediately and removes its data. So does killing the test process.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    name: String,
    port: u16,
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    supervisor: Supervisor,
    config: Config,
}

/// The server shared by all tests of this process. It starts with the first call and ends with the
/// process.
pub fn shared() -> &'static Cluster {
    static SHARED: OnceLock<Cluster> = OnceLock::new();
    SHARED.get_or_init(Cluster::start)
}

impl Cluster {
    /// Starts a new, empty server and waits until it accepts connections.
    ///
    /// # Panics
    /// If PostgreSQL is not installed (the message says how to install it), or does not start.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with(Config::default())
    }

    /// Like [`Cluster::start`], with other settings.
    ///
    /// # Panics
    /// Like [`Cluster::start`].
    #[must_use]
    pub fn start_with(config: Config) -> Self {
        let mut supervisor = Supervisor::new();
        if !initialize(&mut supervisor) {
            panic!("initdb failed:\n{}", supervisor.log());
        }
        Self::launch(supervisor, config)
    }

    /// Starts a standby that follows this server through a replication slot.
    pub(crate) fn start_standby(&self) -> Self {
        let mut supervisor = Supervisor::new();
        let source = format!("-h 127.0.0.1 -p {} -U postgres", self.port);
        if !supervisor.run(&format!(
            "pg_basebackup {source} -D data -R -X stream -c fast --no-sync -C -S standby"
        )) {
            panic!("pg_basebackup failed:\n{}", supervisor.log());
        }
        let config = self.inner().config.clone();
        Self::launch(supervisor, config)
    }

    /// `postgres://postgres@127.0.0.1:PORT/postgres`.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// The port, which stays the same across restarts.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The server's folder: its data in `data`, its log in `log`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Stops the server cleanly, with the standby up to date. Connections are closed. Blocks.
    pub fn stop(&self) {
        self.inner().supervisor.stop();
    }

    /// Kills all the server's processes at once with SIGKILL, as if the machine failed. Blocks.
    pub fn kill(&self) {
        self.inner().supervisor.kill();
    }

    /// Starts the server again with its data, on its port, after stopping it if necessary. Blocks
    /// until it accepts connections.
    ///
    /// # Panics
    /// If it does not start.
    pub fn restart(&self) {
        let mut inner = self.inner();
        inner.supervisor.stop();
        // A killed server's last processes may hold its memory for a moment, during which the next
        // server refuses to start.
        let started = (0..10).any(|_| start_on(self.port, &self.name, &mut inner.supervisor));
        assert!(started, "PostgreSQL does not start again:\n{}", inner.supervisor.log());
    }

    /// Sets a server parameter permanently. Blocks until the setting is in effect, except for
    /// parameters that require a restart.
    pub fn set(&self, name: &str, value: &str) {
        let mut inner = self.inner();
        inner.config = inner.config.clone().set(name, value);
        write_config(&inner.supervisor, &inner.config, &self.name, self.port);
        block_on(async || reload(self.port).await);
    }

    /// Runs statements on a connection of their own. Blocks.
    ///
    /// # Panics
    /// If one fails.
    pub fn execute(&self, statements: &str) {
        block_on(async || {
            connect(&self.url()).await.batch_execute(statements).await.expect("the statements run");
        });
    }

    fn launch(mut supervisor: Supervisor, config: Config) -> Self {
        let folder = supervisor.folder().to_owned();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Another process may take the port in the meantime.
        let port = (0..5).map(|_| port::free()).find(|port| {
            write_config(&supervisor, &config, &name, *port);
            start_on(*port, &name, &mut supervisor)
        });
        let port =
            port.unwrap_or_else(|| panic!("PostgreSQL does not start:\n{}", supervisor.log()));
        Self { folder, name, port, inner: Mutex::new(Inner { supervisor, config }) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sorts by a language's rules if PostgreSQL was built with ICU, otherwise by the default locale.
fn initialize(supervisor: &mut Supervisor) -> bool {
    let locales = [
        "--locale=C --locale-provider=icu --icu-locale=en",
        "--locale=en_US.UTF-8",
        "--locale=C.UTF-8",
        "--locale=C",
    ];
    locales.iter().any(|locale| {
        supervisor.run(&format!("initdb -D data -U postgres -A trust -E UTF8 --no-sync {locale}"))
    })
}

fn write_config(supervisor: &Supervisor, config: &Config, name: &str, port: u16) {
    let path = supervisor.folder().join("data/postgresql.conf");
    fs::write(path, config.text(name, port)).expect("settings can be written");
}

/// Returns whether the server came up; false if it gave up.
fn start_on(port: u16, name: &str, supervisor: &mut Supervisor) -> bool {
    supervisor.start();
    let (is_up, has_ended) = block_on(async || {
        let (mut is_up, mut has_ended) = (false, false);
        becomes_true(async || {
            is_up = answers(port, name).await;
            has_ended = !is_up && !supervisor.is_alive();
            is_up || has_ended
        })
        .await;
        (is_up, has_ended)
    });
    assert!(is_up || has_ended, "PostgreSQL neither answers nor exits:\n{}", supervisor.log());
    is_up
}

/// Whether this server accepts connections, and not another one that took the port.
async fn answers(port: u16, name: &str) -> bool {
    let url = format!("postgres://postgres@127.0.0.1:{port}/postgres?connect_timeout=2");
    let Ok(client) = try_connect(&url).await else { return false };
    client.query_one("SHOW cluster_name", &[]).await.is_ok_and(|row| row.get::<_, &str>(0) == name)
}

/// Makes the server reload its settings and waits until it has: when the SQL function returns, the
/// signal is still on its way.
async fn reload(port: u16) {
    let client = connect(&format!("postgres://postgres@127.0.0.1:{port}/postgres")).await;
    let read_at = async || -> String {
        let row = client
            .query_one("SELECT pg_conf_load_time()::text", &[])
            .await
            .expect("the time of the last reload");
        row.get(0)
    };
    let before = read_at().await;
    client.batch_execute("SELECT pg_reload_conf()").await.expect("a reload");
    assert!(
        becomes_true(async || read_at().await != before).await,
        "the server did not reload its settings"
    );
}
