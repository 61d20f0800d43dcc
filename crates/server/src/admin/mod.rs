//! What an operator has a server do: commands that reach a running one through its socket, or are
//! run by the command line itself where no server has the data.

#[cfg(unix)]
pub(crate) mod client;
#[cfg(unix)]
mod connection;
mod examine;
mod export;
mod messages;
pub(crate) mod outcome;
mod run;
#[cfg(unix)]
pub(crate) mod socket;

#[cfg(not(unix))]
#[path = "elsewhere.rs"]
pub(crate) mod client;
#[cfg(not(unix))]
pub(crate) use client as socket;

use std::path::{Path, PathBuf};

pub(crate) use examine::examine;
pub(crate) use export::{MOST_USERS, TOO_LARGE};
pub(crate) use outcome::Outcome;
pub(crate) use run::{backup_closed, run};
use serde::{Deserialize, Serialize};

/// A command, one JSON line on the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Command {
    /// A pool's signing keys.
    ListKeys { pool: String },
    /// New signing keys for a pool.
    RotateKeys { pool: String, lead_seconds: i64 },
    /// Every pool under the first master key, which is this one.
    RotateMasterKey { first: String },
    /// All data into a new file, an absolute path.
    Backup { to: PathBuf },
    /// The newest messages, so many at most.
    ListMessages { limit: usize },
    /// What the doctor asks of a store; every invariant across rows if `deep`.
    Examine { deep: bool },
    /// A pool as a seed, with so many users.
    ExportSeed { pool: String, users: u64, secrets: bool },
}

/// How a command ended, one JSON line on the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Reply {
    /// It is done.
    Done(Outcome),
    /// It makes no sense as asked: a sentence.
    Refused(String),
    /// It could not be done: a sentence.
    Failed(String),
}

/// Whose data they are: what messages say, codes included, is for a developer's eyes only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Whoever runs `dev`.
    Developer,
    /// Whoever runs `serve`.
    Operator,
}

/// The socket in a data folder.
fn socket_path(folder: &Path) -> PathBuf {
    folder.join("poolkeeper.sock")
}

/// What to do about a folder whose name is too long for the system's sockets.
fn too_long(path: &Path) -> String {
    format!(
        "The path {} is too long for a socket ({} bytes; the system takes about 100); name the data folder through a symbolic link \
         with a shorter path, for the server too",
        path.display(),
        path.as_os_str().len()
    )
}
