//! What an operator has a server do: commands that reach a running one through its socket, or are
//! run by the command line itself where no server has the data.

#[cfg(unix)]
mod connection;
mod examine;
mod export;
mod messages;
pub mod outcome;
mod run;
#[cfg(unix)]
mod socket;

#[cfg(not(unix))]
#[path = "elsewhere.rs"]
mod socket;

use std::path::{Path, PathBuf};

pub use examine::examine;
pub use export::{MOST_USERS, TOO_LARGE};
pub use outcome::Outcome;
pub use run::{backup_closed, run};
use serde::{Deserialize, Serialize};
pub use socket::Socket;

/// A command, one JSON line on the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// A pool's signing keys.
    ListKeys {
        /// Its id.
        pool: String,
    },
    /// New signing keys for a pool.
    RotateKeys {
        /// Its id.
        pool: String,
        /// How long the keys are published before they sign.
        lead_seconds: i64,
    },
    /// Every pool under the first master key, which is this one.
    RotateMasterKey {
        /// The id of that key in the configuration of the command.
        first: String,
    },
    /// All data into a new file, an absolute path.
    Backup {
        /// The file.
        to: PathBuf,
    },
    /// The newest messages, so many at most.
    ListMessages {
        /// How many.
        limit: usize,
    },
    /// What the doctor asks of a store; every invariant across rows if `deep`.
    Examine {
        /// Whether all rows are read.
        deep: bool,
    },
    /// A pool as a seed, with so many users.
    ExportSeed {
        /// Its id.
        pool: String,
        /// The most users.
        users: u64,
        /// Whether the secrets of app clients are in it.
        secrets: bool,
    },
}

/// How a command ended, one JSON line on the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It is done.
    Done(Outcome),
    /// It makes no sense as asked: a sentence.
    Refused(String),
    /// It could not be done: a sentence.
    Failed(String),
}

/// Whose data they are: what messages say, codes included, is for a developer's eyes only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever runs `dev`.
    Developer,
    /// Whoever runs `serve`.
    Operator,
}

/// The socket in a data folder.
pub fn socket_path(folder: &Path) -> PathBuf {
    folder.join("poolkeeper.sock")
}

/// What to do about a folder whose name is too long for the system's sockets.
pub fn too_long(path: &Path) -> String {
    format!(
        "The path {} is too long for a socket ({} bytes; the system allows about 100); refer to \
         the data folder by a shorter symbolic link, also in the server's configuration",
        path.display(),
        path.as_os_str().len()
    )
}
