//! Runs async work for callers inside or outside a runtime.

use std::panic;
use std::thread;
use std::time::Duration;

use tokio_postgres::{Client, Error, NoTls};

/// A connection for a test's own statements. It lives as long as the client and the runtime that
/// this is called in.
///
/// # Panics
/// If the connection fails.
pub async fn connect(url: &str) -> Client {
    try_connect(url).await.unwrap_or_else(|error| panic!("no connection to {url}: {error}"))
}

/// Like [`connect`].
pub(crate) async fn try_connect(url: &str) -> Result<Client, Error> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// Runs the work to completion in a thread and runtime of its own, since the caller's thread may
/// belong to a runtime, where blocking on another is not allowed. A panic of the work is passed on
/// to the caller.
pub fn block_on<T: Send>(work: impl AsyncFnOnce() -> T + Send) -> T {
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(work())
    };
    thread::scope(|scope| scope.spawn(run).join())
        .unwrap_or_else(|panicked| panic::resume_unwind(panicked))
}

/// Polls the question at short intervals for up to a minute; returns whether the answer became yes.
pub(crate) async fn becomes_true(mut question: impl AsyncFnMut() -> bool) -> bool {
    for _ in 0..3_000 {
        if question().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}
