//! The client side of a running server's command socket.

use std::os::unix::fs::MetadataExt;
use std::os::unix::net::SocketAddr;
use std::path::Path;

use server::admin::{Command, Reply, socket_path, too_long};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;

/// The longest reply, in bytes: a seed, with its quotes escaped.
const MOST_BYTES: u64 = 32 << 20;

/// Sends a command to the server that uses this folder. The error is a sentence without a full
/// stop.
pub(super) async fn send(folder: &Path, command: &Command) -> Result<Reply, String> {
    let path = socket_path(folder);
    if SocketAddr::from_pathname(&path).is_err() {
        return Err(too_long(&path));
    }
    let mut stream = UnixStream::connect(&path).await.map_err(|error| {
        format!(
            "The data folder {} is in use, and its server does not accept commands ({}: {error}); \
             stop it and run this again",
            folder.display(),
            path.display()
        )
    })?;
    require_owner(folder, &stream)?;
    let lost = |error: std::io::Error| {
        format!("The connection to the running server was lost before it answered: {error}")
    };
    let mut line = serde_json::to_vec(command).map_err(|error| lost(error.into()))?;
    line.push(b'\n');
    stream.write_all(&line).await.map_err(lost)?;
    let mut reply = Vec::new();
    stream.take(MOST_BYTES).read_to_end(&mut reply).await.map_err(lost)?;
    serde_json::from_slice(&reply).map_err(|_| {
        "The running server ended before it answered, or is another version of the program; see \
         its log"
            .to_owned()
    })
}

/// Anyone who can write to the folder could listen there, so only its owner and root are trusted.
fn require_owner(folder: &Path, stream: &UnixStream) -> Result<(), String> {
    let failed = |error: std::io::Error| {
        format!("Cannot find out which user is listening in {}: {error}", folder.display())
    };
    let owner = std::fs::metadata(folder).map_err(failed)?.uid();
    let listening = stream.peer_cred().map_err(failed)?.uid();
    if listening == owner || listening == 0 {
        return Ok(());
    }
    Err(format!(
        "The process listening in {} runs as user {listening}, which is neither the folder's \
         owner nor root",
        folder.display()
    ))
}
