//! Connecting to the database.

use std::collections::hash_map::RandomState;
use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use deadpool::managed::{Manager, Metrics, RecycleError, RecycleResult};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio_postgres::error::DbError;
use tokio_postgres::{AsyncMessage, Config, Connection};

use super::failure::redacted;
use super::session::{Life, Session};
use super::tls::{self, Tls};
use super::{hosts, settings};
use crate::error::{Cause, OpenError};
use crate::options::{PasswordSource, Postgres};

/// Fails on a standby, with a code that says the host cannot be used now.
const REQUIRE_WRITER: &str = "DO $$ BEGIN IF pg_is_in_recovery() THEN RAISE EXCEPTION 'a standby' \
                              USING ERRCODE = '57P03'; END IF; END $$";
/// Time limit for fetching the password.
const PASSWORD: Duration = Duration::from_secs(15);
/// Creates connections and decides which may be reused.
pub(super) struct Dial {
    /// One configuration per host.
    hosts: Vec<Config>,
    /// The host that last accepted writes.
    last: AtomicUsize,
    attempt: Duration,
    tls: Tls,
    password: Option<PasswordSource>,
    settings: String,
    named_statements: bool,
    lifetime: Duration,
    /// Connections of an earlier generation are not reused: the database may have moved.
    generation: Arc<watch::Sender<u64>>,
    /// Counts the open connections.
    live: Arc<()>,
}

/// Why there is no connection.
#[derive(Debug)]
pub(super) struct NoConnection {
    cause: Cause,
    /// A running server refused the connection, or no server was asked: the database need not be
    /// gone.
    pub(super) is_refusal: bool,
}

impl NoConnection {
    fn unreachable(text: &'static str) -> NoConnection {
        NoConnection { cause: Cause::new(text), is_refusal: false }
    }

    fn unasked(cause: Cause) -> NoConnection {
        NoConnection { cause, is_refusal: true }
    }

    /// A server that reports an error is running, unless the error says that it is shutting down or
    /// starting up (PostgreSQL manual, appendix A).
    fn of(error: &tokio_postgres::Error) -> NoConnection {
        let is_refusal = error.code().is_some_and(|state| !state.code().starts_with("57P"));
        NoConnection { cause: redacted(error), is_refusal }
    }
}

impl fmt::Display for NoConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(f)
    }
}

impl Error for NoConnection {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}

impl Dial {
    pub(super) fn new(
        settings: &Postgres,
        generation: Arc<watch::Sender<u64>>,
    ) -> Result<Dial, OpenError> {
        let config = settings::parse(settings)?;
        Ok(Dial {
            hosts: hosts::per_host(&config),
            last: AtomicUsize::new(0),
            attempt: settings::CONNECT.min(settings.timeout),
            tls: tls::connector(settings.tls_ca_file.as_deref(), config.get_ssl_mode())
                .map_err(|error| OpenError::Database(Cause::new(error)))?,
            password: settings.password.clone(),
            settings: settings::of_session(settings),
            named_statements: settings.named_statements,
            lifetime: settings.lifetime,
            generation,
            live: Arc::default(),
        })
    }

    /// The number of open connections.
    pub(super) fn live(&self) -> usize {
        Arc::strong_count(&self.live) - 1
    }

    /// A new connection to the host that accepts writes.
    pub(super) async fn connect(&self) -> Result<Session, NoConnection> {
        let password = tokio::time::timeout(PASSWORD, self.password()).await;
        let password =
            password.unwrap_or_else(|_| Err(Cause::new("fetching the password took too long")));
        let password = password.map_err(NoConnection::unasked)?;
        let last = self.last.load(Ordering::Relaxed);
        let (mut outcome, mut refused) =
            (NoConnection::unreachable("the connection string names no host"), false);
        for (at, host) in self.hosts.iter().enumerate().cycle().skip(last).take(self.hosts.len()) {
            let mut config = host.clone();
            if let Some(password) = &password {
                config.password(password);
            }
            let attempt = tokio::time::timeout(self.attempt, self.connect_to(&config)).await;
            match attempt.unwrap_or_else(|_| {
                Err(NoConnection::unreachable("it accepts connections, but does not answer"))
            }) {
                Ok(mut session) => {
                    self.last.store(at, Ordering::Relaxed);
                    session.life.host = at;
                    return Ok(session);
                }
                // Of several hosts, the one that refused may be the one that accepts writes.
                Err(error) if error.is_refusal || !refused => {
                    refused = error.is_refusal;
                    outcome = error;
                }
                Err(_) => {}
            }
        }
        Err(outcome)
    }

    async fn connect_to(&self, config: &Config) -> Result<Session, NoConnection> {
        let generation = *self.generation.borrow();
        let (client, connection) =
            config.connect(self.tls.clone()).await.map_err(|error| NoConnection::of(&error))?;
        let unsynced = Arc::new(AtomicBool::new(false));
        let driver = tokio::spawn(drive(connection, Arc::clone(&unsynced))).abort_handle();
        // A pooler in transaction mode would pass the settings on to other clients.
        let first = if self.named_statements { &self.settings } else { REQUIRE_WRITER };
        client.batch_execute(first).await.map_err(|error| NoConnection::of(&error))?;
        // Randomized, so that connections do not all expire at once.
        let lifetime = self.lifetime.mul_f64(f64::from(jitter(750, 1000)) / 1000.0);
        let life =
            Life { generation, host: 0, lifetime, unsynced, driver, _live: Arc::clone(&self.live) };
        Ok(Session::new(client, self.named_statements, life))
    }

    async fn password(&self) -> Result<Option<String>, Cause> {
        let Some(PasswordSource(source)) = self.password.clone() else { return Ok(None) };
        let asked = tokio::task::spawn_blocking(move || source()).await;
        asked.map_err(Cause::new)?.map(Some).map_err(Cause::new)
    }
}

impl Manager for Dial {
    type Type = Session;
    type Error = NoConnection;

    async fn create(&self) -> Result<Session, NoConnection> {
        // Boxed because it is large and rarely runs: otherwise every read's future would contain
        // it.
        Box::pin(self.connect()).await
    }

    async fn recycle(
        &self,
        session: &mut Session,
        metrics: &Metrics,
    ) -> RecycleResult<NoConnection> {
        let is_current = session.life.generation == *self.generation.borrow();
        if is_current && session.is_sound() && metrics.age() < session.life.lifetime {
            return Ok(());
        }
        Err(RecycleError::message("closed, or too old"))
    }
}

/// Drives a connection until it ends.
async fn drive<S, T>(mut connection: Connection<S, T>, unsynced: Arc<AtomicBool>)
where
    S: AsyncRead + AsyncWrite + Unpin,
    T: AsyncRead + AsyncWrite + Unpin,
{
    loop {
        match poll_fn(|context| connection.poll_message(context)).await {
            Some(Ok(AsyncMessage::Notice(notice))) => {
                // Arrives before the answer to the COMMIT, which is a success.
                if gave_up_standby(&notice) {
                    unsynced.store(true, Ordering::SeqCst);
                }
            }
            Some(Ok(_)) => {}
            Some(Err(error)) => {
                return tracing::debug!(
                    error = %redacted(&error),
                    "a connection to the database has ended"
                );
            }
            None => return,
        }
    }
}

/// Whether a wait for the standby was cancelled, so that the commit may be on one server only.
fn gave_up_standby(notice: &DbError) -> bool {
    notice.routine() == Some("SyncRepWaitForLSN")
}

/// A random number from `least` to `most`.
pub(super) fn jitter(least: u32, most: u32) -> u32 {
    let random = RandomState::new().build_hasher().finish();
    let span = u64::from(most.saturating_sub(least)) + 1;
    least.saturating_add(u32::try_from(random % span).unwrap_or_default())
}
