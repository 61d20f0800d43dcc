//! Signals that stop a server.

use std::process;

use super::Stop;

/// Waits for the first SIGTERM or SIGINT. A second one ends the process at once, which loses
/// nothing that was acknowledged.
pub(super) struct Signals(Listener);

impl Signals {
    /// Starts listening.
    pub(super) fn listen() -> Result<Self, Stop> {
        Listener::new()
            .map(Self)
            .map_err(|error| Stop::failed(format!("Cannot listen for signals: {error}.")))
    }

    pub(super) async fn stop(mut self) {
        self.0.next().await;
        tracing::info!("stopping; a second signal stops immediately");
        tokio::spawn(async move {
            self.0.next().await;
            server::logging::flush();
            process::exit(130);
        });
    }
}

#[cfg(unix)]
struct Listener {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Listener {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Listener;

#[cfg(not(unix))]
impl Listener {
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
