//! Administrative commands: sent to a running server through its socket, or run by the command line
//! itself if no server uses the data.

#[cfg(unix)]
mod connection;
mod examine;
mod expiry;
mod export;
mod messages;
pub mod outcome;
mod passwords;
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
pub use passwords::KeptAs;
pub use run::{backup_closed, run};
use serde::{Deserialize, Serialize};
#[cfg(not(unix))]
pub use socket::NoSocket as Socket;
#[cfg(unix)]
pub use socket::Socket;

/// A command, one JSON line on the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Lists a pool's signing keys.
    ListKeys {
        /// Its id.
        pool: String,
    },
    /// Creates new signing keys for a pool.
    RotateKeys {
        /// Its id.
        pool: String,
        /// How long the keys are published before they sign, in seconds.
        lead_seconds: i64,
    },
    /// Moves every pool to the first master key, which must be this one.
    RotateMasterKey {
        /// The id of that key in the command's configuration.
        first: String,
    },
    /// Backs up all data to a new file, given by its absolute path.
    Backup {
        /// The file.
        to: PathBuf,
    },
    /// Lists the newest messages.
    ListMessages {
        /// The maximum number of messages.
        limit: usize,
    },
    /// Runs the checks of `doctor` on the store.
    Examine {
        /// Whether to check every invariant across all rows.
        deep: bool,
    },
    /// Exports a pool as a seed.
    ExportSeed {
        /// Its id.
        pool: String,
        /// The maximum number of users.
        users: u64,
        /// Whether to include the secrets of app clients.
        secrets: bool,
    },
}

/// The result of a command, one JSON line on the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It succeeded.
    Done(Outcome),
    /// It is invalid. Holds a sentence.
    Refused(String),
    /// It failed. Holds a sentence.
    Failed(String),
}

/// Who the data belong to. Message contents, including codes, are shown to developers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The user of `dev`.
    Developer,
    /// The operator of `serve`.
    Operator,
}

/// Path of the socket in a data folder.
pub fn socket_path(folder: &Path) -> PathBuf {
    folder.join("poolkeeper.sock")
}

/// The path of the socket is too long for the system. Displays as a sentence without a full stop.
#[derive(Debug, thiserror::Error)]
#[error(
    "The path {} is too long for a socket ({} bytes; the system allows about 100); refer to the \
     data folder by a shorter symbolic link, also in the server's configuration",
    .0.display(),
    .0.as_os_str().len()
)]
pub struct PathTooLong(pub PathBuf);
