//! The command socket of a running server, in its data folder. Anyone who can read the data can
//! send commands.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use pools::Server;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::{JoinHandle, JoinSet};

use super::connection;
use super::{Audience, PathTooLong, socket_path};

/// Maximum number of concurrent commands. More wait in the system's queue.
const MOST_AT_ONCE: usize = 8;
/// Pause after a failed accept, so that files can be closed.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// How long running commands may take to finish when the server stops.
const DRAIN: Duration = Duration::from_secs(10);

/// An open socket.
pub struct Socket {
    path: PathBuf,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Socket {
    /// Opens the socket in a data folder that this process has locked. A failure is only logged,
    /// because the server works without it.
    pub fn open(folder: &Path, server: &Arc<Server>, audience: Audience) -> Option<Self> {
        let path = socket_path(folder);
        match bind(&path) {
            Ok((listener, owner)) => {
                let (stop, stopped) = watch::channel(false);
                let task =
                    tokio::spawn(accept((listener, owner), Arc::clone(server), audience, stopped));
                Some(Self { path, stop, task })
            }
            Err(why) => {
                tracing::warn!(
                    "{why}. Commands such as `poolkeeper backup` work only while this server is \
                     stopped."
                );
                None
            }
        }
    }

    /// Accepts no more commands, stops backups, and waits for the other commands.
    pub async fn close(self) {
        // Remove the file first, so that no client waits for an answer that never comes.
        let _ = fs::remove_file(&self.path);
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

/// Why there is no socket. Displays as a sentence without a full stop.
#[derive(Debug, thiserror::Error)]
enum NoSocket {
    #[error(transparent)]
    TooLong(#[from] PathTooLong),
    #[error("The socket {} cannot be created: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
}

/// Binds the socket. Returns the listener and the user id of this process.
fn bind(path: &Path) -> Result<(UnixListener, u32), NoSocket> {
    if SocketAddr::from_pathname(path).is_err() {
        return Err(PathTooLong(path.to_owned()).into());
    }
    let failed = |source| NoSocket::Io { path: path.to_owned(), source };
    // A killed process may have left a socket file. Nobody listens on it: the folder is locked.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    let listener = UnixListener::bind(path).map_err(failed)?;
    // Connections made before this are checked by their user id.
    fs::set_permissions(path, Permissions::from_mode(0o600)).map_err(failed)?;
    let (one, _other) = UnixStream::pair().map_err(failed)?;
    let owner = one.peer_cred().map_err(failed)?.uid();
    Ok((listener, owner))
}

async fn accept(
    (listener, owner): (UnixListener, u32),
    server: Arc<Server>,
    audience: Audience,
    mut stopped: watch::Receiver<bool>,
) {
    let permits = Arc::new(Semaphore::new(MOST_AT_ONCE));
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let accepted = tokio::select! {
            accepted = async {
                let permit = Arc::clone(&permits).acquire_owned().await.map_err(io::Error::other)?;
                let (stream, _) = listener.accept().await?;
                Ok::<_, io::Error>((stream, permit))
            } => accepted,
            _ = stopped.changed() => break,
        };
        match accepted {
            Ok((stream, permit)) if may_command(&stream, owner) => {
                let (server, stopped) = (Arc::clone(&server), stopped.clone());
                connections.spawn(async move {
                    connection::serve(stream, &server, audience, stopped).await;
                    drop(permit);
                });
            }
            Ok(_) => tracing::warn!("refused another user's connection to the socket"),
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection to the socket");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    let ended =
        tokio::time::timeout(DRAIN, async { while connections.join_next().await.is_some() {} })
            .await;
    if ended.is_err() {
        tracing::warn!("aborting commands that are still running");
    }
    connections.shutdown().await;
}

/// Whether the peer runs as the server's user or as root.
fn may_command(stream: &UnixStream, owner: u32) -> bool {
    stream.peer_cred().is_ok_and(|peer| peer.uid() == owner || peer.uid() == 0)
}
