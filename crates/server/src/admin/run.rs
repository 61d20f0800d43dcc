//! Runs commands, in a running server or in the command line process.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pools::Server;
use pools::keys::{self, KeyError};
use store::{BackedUp, BackupError, OpenError, Store};

use super::outcome::{Backup, Key, Keys, MasterKey, Rotated};
use super::{Audience, Command, Outcome, Reply, examine, export, messages};
use crate::text::date::extended;

/// Runs a command. A backup ends early once `is_stopped` is set; other commands are short.
pub async fn run(
    server: &Arc<Server>,
    audience: Audience,
    command: Command,
    is_stopped: &Arc<AtomicBool>,
) -> Reply {
    let outcome = match command {
        Command::ListKeys { pool } => list(server, pool).await,
        Command::RotateKeys { pool, lead_seconds } => rotate(server, pool, lead_seconds).await,
        Command::RotateMasterKey { first } => rotate_master(server, &first).await,
        Command::Backup { to } => return backup(&server.store, to, is_stopped).await,
        Command::ListMessages { limit } => messages::list(server, audience, limit).await,
        Command::Examine { deep } => {
            Ok(Outcome::Checks(examine::running(server, audience, deep).await))
        }
        Command::ExportSeed { pool, users, secrets } => {
            return export::seed(server, &pool, users, secrets).await;
        }
    };
    match outcome {
        Ok(outcome) => Reply::Done(outcome),
        Err(KeyError::Refused(text)) => Reply::Refused(sentence(&text)),
        Err(KeyError::Failed(text)) => Reply::Failed(sentence(&text)),
        Err(error @ KeyError::UnderWay(from)) => Reply::Failed(sentence(&format!(
            "{error}; they will sign from {}, and then the keys can be rotated again",
            extended(from.millis())
        ))),
    }
}

/// Backs up an open store.
async fn backup(store: &Store, to: PathBuf, is_stopped: &Arc<AtomicBool>) -> Reply {
    if !to.is_absolute() {
        return Reply::Refused("The backup file must be an absolute path.".to_owned());
    }
    let store = store.clone();
    backed_up(to, is_stopped, move |to, goes_on| store.backup(to, goes_on)).await
}

/// Backs up a folder that no server uses. Returns `None` if a server uses it.
pub async fn backup_closed(
    folder: PathBuf,
    to: PathBuf,
    is_stopped: &Arc<AtomicBool>,
) -> Option<Reply> {
    let is_in_use = Arc::new(AtomicBool::new(false));
    let noticed = Arc::clone(&is_in_use);
    let reply = backed_up(to, is_stopped, move |to, goes_on| {
        let written = store::backup(&folder, to, goes_on);
        noticed.store(
            matches!(written, Err(BackupError::Open(OpenError::Locked { .. }))),
            Ordering::Relaxed,
        );
        written
    });
    let reply = reply.await;
    (!is_in_use.load(Ordering::Relaxed)).then_some(reply)
}

async fn backed_up(
    to: PathBuf,
    is_stopped: &Arc<AtomicBool>,
    write: impl FnOnce(&Path, &dyn Fn() -> bool) -> Result<BackedUp, BackupError> + Send + 'static,
) -> Reply {
    let folder = to.parent().map(Path::to_owned).unwrap_or_default();
    let stopped = Arc::clone(is_stopped);
    let goes_on = move || !stopped.load(Ordering::Relaxed);
    let written =
        tokio::task::spawn_blocking(move || write(&to, &goes_on).map(|written| (written, to)))
            .await;
    match written {
        Ok(Ok((written, file))) => Reply::Done(Outcome::Backup(Backup {
            file,
            bytes: written.bytes,
            master_keys: written.master_key_ids,
        })),
        Ok(Err(error)) => not_backed_up(error, &folder),
        Err(_) => Reply::Failed("No backup: the worker thread ended unexpectedly.".to_owned()),
    }
}

fn not_backed_up(error: BackupError, folder: &Path) -> Reply {
    match error {
        BackupError::NotEmbedded => {
            Reply::Refused(format!("No backup: {error}; see docs/POSTGRESQL.md."))
        }
        BackupError::Exists(_) => Reply::Refused(format!("No backup: {error}.")),
        BackupError::File(..) if !folder.is_dir() => Reply::Failed(format!(
            "No backup: the folder {} does not exist; create it first.",
            folder.display()
        )),
        BackupError::File(to, error) if error.kind() == ErrorKind::PermissionDenied => {
            Reply::Failed(format!(
                "No backup: {} cannot be written ({error}); choose a folder that is writable for \
                 the user running the server, or running this command if no server is running.",
                to.display()
            ))
        }
        error => Reply::Failed(format!("No backup: {error}.")),
    }
}

async fn list(server: &Server, pool_id: String) -> Result<Outcome, KeyError> {
    let listed = keys::list(server, &pool_id).await?;
    let keys = listed.into_iter().map(|key| Key {
        kid: key.kid,
        purpose: key.purpose,
        state: key.state.to_string(),
        signs_from: extended(key.not_before.millis()),
        published_until: key.not_after.map(|until| extended(until.millis())),
    });
    Ok(Outcome::Keys(Keys { pool_id, keys: keys.collect() }))
}

async fn rotate(server: &Server, pool_id: String, lead_seconds: i64) -> Result<Outcome, KeyError> {
    let rotated = keys::rotate(server, &pool_id, lead_seconds).await?;
    let (signs_from, old_keys_until) =
        (extended(rotated.signs_from.millis()), extended(rotated.old_until.millis()));
    Ok(Outcome::Rotated(Rotated { pool_id, signs_from, old_keys_until }))
}

async fn rotate_master(server: &Server, first: &str) -> Result<Outcome, KeyError> {
    let own = keys::wrapping_key(server);
    if own != first {
        return Err(KeyError::Refused(format!(
            "the running server uses master key {own}, but the first one in the configuration is \
             {first}: restart the server with this configuration, then run this again"
        )));
    }
    let done = keys::rotate_master(server).await?;
    let keys::Rewrapped { key, pools, rewrapped, needless } = done;
    Ok(Outcome::MasterKey(MasterKey { master_key: key, pools, rewrapped, needless }))
}

/// Adds an initial capital and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first =
        letters.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
