//! `poolkeeper restore`: creates a data folder from a backup.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use serde_json::json;
use store::{BackupError, Restored};

use super::place::stop_at_signal;
use super::progress::Growing;
use super::terminal::Form;
use super::told::needs;
use super::{Stop, data_folder};

/// Flags of `restore`.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The backup file written by `poolkeeper backup`
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The data folder to create; it must not exist, or be empty
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Restore {
    /// Checks and copies the backup, then prints which master keys the data need.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let (from, data) = (self.from.clone(), self.data.clone());
        let is_stopped = Arc::new(AtomicBool::new(false));
        stop_at_signal(&is_stopped)?;
        let goes_on = move || !is_stopped.load(Ordering::Relaxed);
        let work = tokio::task::spawn_blocking(move || store::restore(&from, &data, &goes_on));
        let restored = self.growing().until(self.form, work).await;
        let restored = restored.map_err(|_| {
            Stop::failed("Nothing was restored: the worker thread ended unexpectedly.")
        })?;
        let restored = restored.map_err(|error| {
            let sentence = format!("Nothing was restored: {error}.");
            match &error {
                BackupError::NotEmpty(_) | BackupError::NoBackup(..) => Stop::refused(sentence),
                BackupError::File(file, error)
                    if error.kind() == ErrorKind::NotFound && *file == self.from =>
                {
                    Stop::refused(sentence)
                }
                _ => Stop::failed(sentence),
            }
        })?;
        let json = json!({
            "from": self.from.display().to_string(),
            "data": self.data.display().to_string(),
            "schema": restored.schema,
            "newestSchema": restored.newest_schema,
            "masterKeys": restored.master_key_ids,
        });
        self.form.tell(&json, |_| self.text(&restored));
        Ok(())
    }

    fn growing(&self) -> Growing {
        let mut file = data_folder::database(&self.data).into_os_string();
        file.push(".partial");
        Growing {
            doing: "Copying",
            file: file.into(),
            source: Some(self.from.clone()),
            then: "reading every page",
        }
    }

    fn text(&self, restored: &Restored) -> String {
        let data = self.data.display();
        let mut lines = vec![format!(
            "Restored {} to {data}. {}",
            self.from.display(),
            needs(&restored.master_key_ids)
        )];
        if restored.schema < restored.newest_schema {
            let (schema, newest) = (restored.schema, restored.newest_schema);
            lines.push(format!(
                "It has schema {schema}, which the next start upgrades to {newest}."
            ));
        }
        if !restored.master_key_ids.is_empty() {
            lines.push(format!(
                "`serve` reads that key from its configuration. `dev` reads it from \
                 {data}/master.key: copy it there from the original data folder."
            ));
        }
        lines.push(
            "It does not know about revocations, sign-outs and key rotations made after the \
             backup: sign those users out again."
                .to_owned(),
        );
        lines.join("\n")
    }
}
