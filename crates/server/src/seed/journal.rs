//! Records which steps were done in a data folder and which one was begun last. The file is next to
//! the database, with one line of JSON per entry, and only its owner can read it, because answers
//! may contain secrets.
//!
//! A step is recorded before it runs, with the id that its commit will have, and again when it is
//! done or refused. Whenever the process dies, the store knows the id of its last commit, and thus
//! whether the step begun last was done. Its end is recorded before another step begins.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

const NAME: &str = "seeds.journal";

/// The journal cannot be used. Displays as a sentence without a full stop.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// It cannot be read.
    #[error("Cannot read {}: {source}", path.display())]
    Read {
        /// The journal.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// It cannot be written.
    #[error("Cannot write {}: {source}", path.display())]
    Write {
        /// The journal.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// A line is not a valid entry.
    #[error("{} is damaged ({source}); use a new data folder", path.display())]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// The cause.
        source: serde_json::Error,
    },
}

/// Describes a step in messages, even when it is no longer in the seeds.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) operation: String,
    #[serde(rename = "as", default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// The user, group, client or pool that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<String>,
    /// The path of its seed, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
    /// Its position in the seed, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<usize>,
}

/// A step that was done.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Digest of the step.
    pub(super) step: String,
    #[serde(flatten)]
    pub(super) told: Told,
    /// Its answer, kept for user pools and if a later step may refer to it.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub(super) answer: Value,
}

/// A step that is about to run.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Begun {
    /// Digest of the step.
    pub(super) begun: String,
    #[serde(flatten)]
    pub(super) told: Told,
    /// The id of the resource it creates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// The id of its commit.
    pub(super) commit: i64,
}

/// A step that was begun and refused.
#[derive(Serialize, Deserialize)]
struct Refusal {
    /// Digest of the step.
    refused: String,
}

/// The journal of a data folder that this process has locked.
pub(super) struct Journal {
    path: PathBuf,
    file: Option<File>,
    /// Steps done at earlier starts, in order, and not yet found in the seeds.
    done: Vec<Option<Entry>>,
    /// Their positions, by digest.
    by_step: HashMap<String, Vec<usize>>,
    /// The step whose end is not recorded.
    begun: Option<Begun>,
}

/// A line of the file.
enum Line {
    Done(Entry),
    Begun(Begun),
    Refused,
}

impl Line {
    fn read(text: &str) -> serde_json::Result<Self> {
        let value: Value = serde_json::from_str(text)?;
        if value.get("begun").is_some() {
            return serde_json::from_value(value).map(Self::Begun);
        }
        if value.get("refused").is_some() {
            return serde_json::from_value(value).map(|Refusal { .. }| Self::Refused);
        }
        serde_json::from_value(value).map(Self::Done)
    }
}

impl Journal {
    /// Reads the steps done before.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn open(folder: &Path) -> Result<Self, JournalError> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(JournalError::Read { path, source }),
        };
        // A line without a line end was being written when the process died.
        let whole = text.rfind('\n').map_or("", |end| text.get(..end).unwrap_or_default());
        let (mut done, mut begun) = (Vec::new(), None);
        for line in whole.lines().map(Line::read) {
            let damaged = |source| JournalError::Damaged { path: path.clone(), source };
            match line.map_err(damaged)? {
                Line::Done(entry) => {
                    done.push(Some(entry));
                    begun = None;
                }
                // An earlier step without an end was not done: otherwise its end would be recorded
                // before this one began.
                Line::Begun(next) => begun = Some(next),
                // Refused, so it does not count as done, whatever was committed.
                Line::Refused => begun = None,
            }
        }
        let mut by_step: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in done.iter().enumerate().rev() {
            let step = entry.as_ref().map(|entry: &Entry| entry.step.clone()).unwrap_or_default();
            by_step.entry(step).or_default().push(at);
        }
        Ok(Self { path, file: None, done, by_step, begun })
    }

    /// Takes the entry of a step with this digest, once for each time it was done.
    pub(super) fn take(&mut self, step: &str) -> Option<Entry> {
        let at = self.by_step.get_mut(step)?.pop()?;
        self.done.get_mut(at)?.take()
    }

    /// The first step that was done and has not been taken.
    pub(super) fn rest(&self) -> Option<&Entry> {
        self.done.iter().flatten().next()
    }

    /// Takes the step that was begun, if the store's last commit shows that it was done.
    pub(super) fn take_committed(&mut self, last_commit: Option<i64>) -> Option<Begun> {
        self.begun.take().filter(|begun| Some(begun.commit) == last_commit)
    }

    /// Records a step that is about to run, and waits until that is on disk.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn begin(&mut self, begun: &Begun) -> Result<(), JournalError> {
        self.append(begun)?;
        self.sync()
    }

    /// Records that the step begun last was refused.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn refuse(&mut self, begun: Begun) -> Result<(), JournalError> {
        self.append(&Refusal { refused: begun.begun })
    }

    /// Records a step that was just done.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn end(&mut self, entry: &Entry) -> Result<(), JournalError> {
        self.append(entry)
    }

    fn append(&mut self, line: &impl Serialize) -> Result<(), JournalError> {
        let written =
            serde_json::to_string(line).map_err(io::Error::from).and_then(|line| self.write(&line));
        written.map_err(|source| self.unwritten(source))
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            file @ None => file.insert(appending(&self.path)?),
        };
        file.write_all(format!("{line}\n").as_bytes())
    }

    /// Waits until everything recorded is on disk.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn sync(&self) -> Result<(), JournalError> {
        let Some(file) = &self.file else { return Ok(()) };
        file.sync_data().map_err(|source| self.unwritten(source))
    }

    fn unwritten(&self, source: io::Error) -> JournalError {
        JournalError::Write { path: self.path.clone(), source }
    }
}

/// Opens the file for appending after its last whole line.
fn appending(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    let text = fs::read(path)?;
    let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    file.set_len(whole as u64)?;
    // The directory entry must also survive a power failure.
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(file)
}
