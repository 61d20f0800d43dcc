//! The client side of a running server's command socket.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::os::unix::net::SocketAddr;
use std::path::{Path, PathBuf};

use server::admin::{Command, PathTooLong, Reply, socket_path};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;

/// The longest reply, in bytes: a seed, with its quotes escaped.
const MOST_BYTES: u64 = 32 << 20;

/// Why there is no reply. Displays as a sentence without a full stop.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoReply {
    #[error(transparent)]
    TooLong(#[from] PathTooLong),
    #[error(
        "The data folder {} is in use, and its server does not accept commands ({}: {source}); \
         stop it and run this again",
        folder.display(),
        socket.display()
    )]
    NotListening { folder: PathBuf, socket: PathBuf, source: io::Error },
    #[error("Cannot find out which user is listening in {}: {source}", folder.display())]
    UnknownOwner { folder: PathBuf, source: io::Error },
    #[error(
        "The process listening in {} runs as user {user}, which is neither the folder's owner nor \
         root",
        folder.display()
    )]
    OtherOwner { folder: PathBuf, user: u32 },
    #[error("The connection to the running server was lost before it answered: {0}")]
    Lost(#[source] io::Error),
    #[error(
        "The running server ended before it answered, or is another version of the program; see \
         its log"
    )]
    Unreadable(#[source] serde_json::Error),
}

/// Sends a command to the server that uses this folder.
pub(super) async fn send(folder: &Path, command: &Command) -> Result<Reply, NoReply> {
    let path = socket_path(folder);
    if SocketAddr::from_pathname(&path).is_err() {
        return Err(PathTooLong(path).into());
    }
    let mut stream = UnixStream::connect(&path).await.map_err(|source| NoReply::NotListening {
        folder: folder.to_owned(),
        socket: path.clone(),
        source,
    })?;
    require_owner(folder, &stream)?;
    let mut line = serde_json::to_vec(command).map_err(|error| NoReply::Lost(error.into()))?;
    line.push(b'\n');
    stream.write_all(&line).await.map_err(NoReply::Lost)?;
    let mut reply = Vec::new();
    stream.take(MOST_BYTES).read_to_end(&mut reply).await.map_err(NoReply::Lost)?;
    serde_json::from_slice(&reply).map_err(NoReply::Unreadable)
}

/// Anyone who can write to the folder could listen there, so only its owner and root are trusted.
fn require_owner(folder: &Path, stream: &UnixStream) -> Result<(), NoReply> {
    let failed = |source| NoReply::UnknownOwner { folder: folder.to_owned(), source };
    let owner = std::fs::metadata(folder).map_err(failed)?.uid();
    let listening = stream.peer_cred().map_err(failed)?.uid();
    if listening == owner || listening == 0 {
        return Ok(());
    }
    Err(NoReply::OtherOwner { folder: folder.to_owned(), user: listening })
}
