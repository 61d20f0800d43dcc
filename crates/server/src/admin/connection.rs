//! A connection to the socket: one command, one reply.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use pools::Server;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::UnixStream;
use tokio::net::unix::OwnedReadHalf;
use tokio::sync::watch;

use super::{Audience, Command, Reply, run};

/// The longest command, in bytes.
const MOST_BYTES: u64 = 64 * 1024;
/// Limit for receiving a command, and for sending its reply.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers one command. Whatever the client sends, only this connection is affected.
pub(super) async fn serve(
    stream: UnixStream,
    server: &Arc<Server>,
    audience: Audience,
    stopped: watch::Receiver<bool>,
) {
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::new(read);
    let Ok(received) = tokio::time::timeout(PATIENCE, receive(&mut read)).await else { return };
    let reply = match received {
        Ok(command) => answer(server, audience, command, read, stopped).await,
        Err(refused) => refused,
    };
    let Ok(mut line) = serde_json::to_vec(&reply) else { return };
    line.push(b'\n');
    // The client may have left.
    let _ = tokio::time::timeout(PATIENCE, write.write_all(&line)).await;
}

async fn receive(read: &mut BufReader<OwnedReadHalf>) -> Result<Command, Reply> {
    let mut line = Vec::new();
    let received = read.take(MOST_BYTES).read_until(b'\n', &mut line).await;
    let refused = |why: &str| Reply::Refused(why.to_owned());
    if received.is_err() || line.last() != Some(&b'\n') {
        return Err(refused("A command must be one line of JSON."));
    }
    serde_json::from_slice(&line).map_err(|error| {
        tracing::debug!(%error, "an unknown command on the socket");
        refused(
            "The running server does not know this command; use the same version of the program \
             as the server.",
        )
    })
}

async fn answer(
    server: &Arc<Server>,
    audience: Audience,
    command: Command,
    mut read: BufReader<OwnedReadHalf>,
    mut stopped: watch::Receiver<bool>,
) -> Reply {
    match &command {
        // Sent every second by `messages --follow`.
        Command::ListMessages { .. } => tracing::debug!(?command, "command received on the socket"),
        _ => tracing::info!(?command, "command received on the socket"),
    }
    let is_stopped = Arc::new(AtomicBool::new(false));
    let mut running = std::pin::pin!(run(server, audience, command, &is_stopped));
    let mut rest = [0];
    tokio::select! {
        reply = &mut running => return reply,
        // The client left, or the server stops.
        _ = read.read(&mut rest) => {}
        _ = stopped.changed() => {}
    }
    is_stopped.store(true, Ordering::Relaxed);
    running.await
}
