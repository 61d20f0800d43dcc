//! The commands themselves, the same in a running server and in the command line.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use operations::Server;
use operations::keys::{self, KeyError, ListedKey};
use store::{BackedUp, BackupError, OpenError, Store};

use super::{Command, Reply, export};
use crate::sigv4::date::extended;

/// Runs a command to its end. A backup ends early once `is_stopped`; a rotation is short.
pub(crate) async fn run(server: &Arc<Server>, command: Command, is_stopped: &Arc<AtomicBool>) -> Reply {
    let outcome = match command {
        Command::ListKeys { pool } => keys::list(server, &pool).await.map(|keys| table(&keys)),
        Command::RotateKeys { pool, lead_seconds } => rotate(server, &pool, lead_seconds).await,
        Command::RotateMasterKey { first } => rotate_master(server, &first).await,
        Command::Backup { to } => return backup(&server.store, to, is_stopped).await,
        Command::ExportSeed { pool, users, secrets } => return export::seed(server, &pool, users, secrets).await,
    };
    match outcome {
        Ok(text) => Reply::Done(text),
        Err(KeyError::Refused(text)) => Reply::Refused(sentence(&text)),
        Err(KeyError::Failed(text)) => Reply::Failed(sentence(&text)),
        Err(error @ KeyError::UnderWay(from)) => Reply::Refused(sentence(&format!(
            "{error}; they will from {}, and then it may be rotated again",
            extended(from.millis())
        ))),
    }
}

/// A backup alone, which needs no keys.
pub(crate) async fn backup(store: &Store, to: PathBuf, is_stopped: &Arc<AtomicBool>) -> Reply {
    if !to.is_absolute() {
        return Reply::Refused("The file of a backup is named by its whole path.".to_owned());
    }
    let store = store.clone();
    backed_up(to, is_stopped, move |to, goes_on| store.backup(to, goes_on)).await
}

/// A backup of a folder that no server uses; `None`: one does.
pub(crate) async fn backup_closed(folder: PathBuf, to: PathBuf, is_stopped: &Arc<AtomicBool>) -> Option<Reply> {
    let is_in_use = Arc::new(AtomicBool::new(false));
    let noticed = Arc::clone(&is_in_use);
    let reply = backed_up(to, is_stopped, move |to, goes_on| {
        let written = store::backup(&folder, to, goes_on);
        noticed.store(matches!(written, Err(BackupError::Newer(OpenError::Locked { .. }))), Ordering::Relaxed);
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
    let stopped = Arc::clone(is_stopped);
    let goes_on = move || !stopped.load(Ordering::Relaxed);
    let written = tokio::task::spawn_blocking(move || write(&to, &goes_on).map(|written| (written, to))).await;
    match written {
        Ok(Ok((written, to))) => {
            Reply::Done(format!("Wrote {} ({} bytes). {}", to.display(), written.bytes, needs(&written.master_key_ids)))
        }
        Ok(Err(error @ BackupError::NotEmbedded)) => Reply::Refused(format!("No backup: {error}; see docs/POSTGRESQL.md.")),
        Ok(Err(error @ (BackupError::Exists(_) | BackupError::LeftOver(_)))) => Reply::Refused(format!("No backup: {error}.")),
        Ok(Err(error)) => Reply::Failed(format!("No backup: {error}.")),
        Err(_) => Reply::Failed("No backup: the thread that wrote it has ended.".to_owned()),
    }
}

/// Which master keys data need.
pub(crate) fn needs(master_key_ids: &[String]) -> String {
    match master_key_ids {
        [] => "It has no user pool yet and needs no master key.".to_owned(),
        [one] => format!("Nothing secret in it opens without master key {one}, which is not in it."),
        several => format!("Nothing secret in it opens without the master keys {}, which are not in it.", several.join(" and ")),
    }
}

async fn rotate(server: &Server, pool: &str, lead_seconds: i64) -> Result<String, KeyError> {
    let rotated = keys::rotate(server, pool, lead_seconds).await?;
    Ok(format!(
        "The new keys of {pool} are published now and sign from {}. The old ones stay published until {}.",
        extended(rotated.signs_from.millis()),
        extended(rotated.old_until.millis())
    ))
}

async fn rotate_master(server: &Server, first: &str) -> Result<String, KeyError> {
    let own = keys::wrapping_key(server);
    if own != first {
        return Err(KeyError::Refused(format!(
            "the running server wraps with master key {own}, and the first one of the configuration is {first}: restart the server \
             with this configuration, then run this again"
        )));
    }
    let done = keys::rotate_master(server).await?;
    let mut text =
        format!("All {} user pools are under master key {}; {} were wrapped anew.", done.pools, done.key, done.rewrapped);
    match done.needless.as_slice() {
        [] => {}
        needless => {
            let _ = write!(
                text,
                " The data no longer need {}: once every node has {} in front, take it out of the configuration, and keep it as long as \
                 backups that need it.",
                needless.join(" and "),
                done.key
            );
        }
    }
    Ok(text)
}

fn table(keys: &[ListedKey]) -> String {
    let mut out = format!("{:<44}  {:<7}  {:<8}  {:<20}  published until", "key id", "purpose", "state", "signs from");
    for key in keys {
        let until = key.not_after.map_or_else(|| "-".to_owned(), |until| extended(until.millis()));
        let from = extended(key.not_before.millis());
        let _ = write!(out, "\n{:<44}  {:<7}  {:<8}  {from:<20}  {until}", key.kid, key.purpose, key.state);
    }
    out
}

/// With a capital at its beginning and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
