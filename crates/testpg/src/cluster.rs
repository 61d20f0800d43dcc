//! One server and its life.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::blocking::{block_on, comes_true, connect, try_connect};
use crate::config::Config;
use crate::port;
use crate::supervisor::Supervisor;

/// A PostgreSQL server on a port of 127.0.0.1, with one superuser `postgres` who needs no password.
/// Its databases sort text by a language's rules where the server can, so that a column without its
/// own collation shows.
///
/// Dropping it stops the server at once and removes its data. That happens too when the test
/// process is killed.
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

/// The server that the tests of this process share. It starts with the first call and ends with the
/// process.
pub fn shared() -> &'static Cluster {
    static SHARED: OnceLock<Cluster> = OnceLock::new();
    SHARED.get_or_init(Cluster::start)
}

impl Cluster {
    /// A new, empty server, ready for connections.
    ///
    /// # Panics
    /// When PostgreSQL is not installed (the message says how to), or does not start.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with(Config::default())
    }

    /// As [`Cluster::start`], with other settings.
    ///
    /// # Panics
    /// As [`Cluster::start`].
    #[must_use]
    pub fn start_with(config: Config) -> Self {
        let mut supervisor = Supervisor::new();
        if !initialize(&mut supervisor) {
            panic!("initdb failed:\n{}", supervisor.log());
        }
        Self::launch(supervisor, config)
    }

    /// A server that follows this one over a replication slot.
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

    /// The port that the server keeps for life.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The server's folder: its data in `data`, what it wrote in `log`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Stops the server in good order, with a standby up to date. Connections are ended. Blocks.
    pub fn stop(&self) {
        self.inner().supervisor.stop();
    }

    /// Ends all the server's processes at once by SIGKILL, as when the machine goes. Blocks.
    pub fn kill(&self) {
        self.inner().supervisor.kill();
    }

    /// Starts the server again with its data, on its port; stops it before if need be. Blocks until
    /// it takes connections.
    ///
    /// # Panics
    /// When it does not start.
    pub fn restart(&self) {
        let mut inner = self.inner();
        inner.supervisor.stop();
        // A killed server's last processes may hold its memory for a moment, and then the next one
        // refuses to start.
        let started = (0..10).any(|_| start_on(self.port, &self.name, &mut inner.supervisor));
        assert!(started, "PostgreSQL does not start again:\n{}", inner.supervisor.log());
    }

    /// Sets one of the server's parameters for good. Blocks until the server goes by it, except for
    /// those parameters that wait for a restart.
    pub fn set(&self, name: &str, value: &str) {
        let mut inner = self.inner();
        inner.config = inner.config.clone().set(name, value);
        write_config(&inner.supervisor, &inner.config, &self.name, self.port);
        block_on(async || reload(self.port).await);
    }

    /// Runs statements over a connection of their own. Blocks.
    ///
    /// # Panics
    /// When one fails.
    pub fn execute(&self, statements: &str) {
        block_on(async || {
            connect(&self.url()).await.batch_execute(statements).await.expect("the statements run")
        });
    }

    fn launch(mut supervisor: Supervisor, config: Config) -> Self {
        let folder = supervisor.folder().to_owned();
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Another process may take the port in between.
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

/// Sorted by a language's rules where PostgreSQL was built with ICU, else by whichever locale is
/// there.
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

/// Whether the server came up, as opposed to giving up.
fn start_on(port: u16, name: &str, supervisor: &mut Supervisor) -> bool {
    supervisor.start();
    let (is_up, has_ended) = block_on(async || {
        let (mut is_up, mut has_ended) = (false, false);
        comes_true(async || {
            is_up = answers(port, name).await;
            has_ended = !is_up && !supervisor.is_alive();
            is_up || has_ended
        })
        .await;
        (is_up, has_ended)
    });
    assert!(is_up || has_ended, "PostgreSQL neither answers nor ends:\n{}", supervisor.log());
    is_up
}

/// Whether this server, and no other that took the port, takes connections.
async fn answers(port: u16, name: &str) -> bool {
    let url = format!("postgres://postgres@127.0.0.1:{port}/postgres?connect_timeout=2");
    let Ok(client) = try_connect(&url).await else { return false };
    client.query_one("SHOW cluster_name", &[]).await.is_ok_and(|row| row.get::<_, &str>(0) == name)
}

/// Makes the server read its settings, and waits until it has: the signal for it is on its way when
/// the function returns.
async fn reload(port: u16) {
    let client = connect(&format!("postgres://postgres@127.0.0.1:{port}/postgres")).await;
    let read_at = async || -> String {
        let row = client
            .query_one("SELECT pg_conf_load_time()::text", &[])
            .await
            .expect("the server is asked");
        row.get(0)
    };
    let before = read_at().await;
    client.batch_execute("SELECT pg_reload_conf()").await.expect("the server is told");
    assert!(
        comes_true(async || read_at().await != before).await,
        "the server does not read its settings"
    );
}
