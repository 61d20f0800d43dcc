//! Which steps a data folder has had, and which one was begun last: a line of JSON each, in a file
//! beside the database that only its owner may read, since answers can hold secrets.
//!
//! A step is written down before it is done, with the id that its commit will have, and again when
//! it is done or was refused. Whenever the process dies, the store knows the id of its last commit,
//! and so whether the step that was begun last was done. Its end is written down before another one
//! begins.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

const NAME: &str = "seeds.journal";

/// The journal cannot be used. A sentence without its full stop.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// It cannot be read.
    #[error("Cannot read {}: {source}", path.display())]
    Read {
        /// The journal.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It cannot be written.
    #[error("Cannot write {}: {source}", path.display())]
    Write {
        /// The journal.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A line in it is no entry.
    #[error("{} is damaged ({source}); use a new data folder", path.display())]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
}

/// What is told of a step that the seeds no longer have.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) operation: String,
    #[serde(rename = "as", default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// The user, group, client or pool that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<String>,
    /// The seed that it was in, as it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<String>,
    /// Where it was in the seed, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<usize>,
}

/// A step that was done.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    /// What the step said, as a digest.
    pub(super) step: String,
    #[serde(flatten)]
    pub(super) told: Told,
    /// Kept where a later step may refer to it, and of user pools.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub(super) answer: Value,
}

/// A step that is about to be done.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Begun {
    /// What the step says, as a digest.
    pub(super) begun: String,
    #[serde(flatten)]
    pub(super) told: Told,
    /// The id of what it makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// The id of its commit.
    pub(super) commit: i64,
}

/// A step that was begun and answered with a refusal.
#[derive(Serialize, Deserialize)]
struct Refusal {
    /// What the step said, as a digest.
    refused: String,
}

/// The journal of a data folder that this process has locked.
pub(super) struct Journal {
    path: PathBuf,
    file: Option<File>,
    /// Steps that were done at earlier starts, in that order, and have not been met in the seeds
    /// yet.
    done: Vec<Option<Entry>>,
    /// Where they are, by what they say.
    by_step: HashMap<String, Vec<usize>>,
    /// The step whose end is not written down.
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
    /// Reads what was done before.
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
        // A line without its end was being written when the process died.
        let whole = text.rfind('\n').map_or("", |end| text.get(..end).unwrap_or_default());
        let (mut done, mut begun) = (Vec::new(), None);
        for line in whole.lines().map(Line::read) {
            let damaged = |source| JournalError::Damaged { path: path.clone(), source };
            match line.map_err(damaged)? {
                Line::Done(entry) => {
                    done.push(Some(entry));
                    begun = None;
                }
                // One before it without an end was not done: what was done has its end written down
                // before another begins.
                Line::Begun(next) => begun = Some(next),
                // Whatever it has committed, it is not taken as done.
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

    /// The entry of a step that says this, once for each time that it was done.
    pub(super) fn take(&mut self, step: &str) -> Option<Entry> {
        let at = self.by_step.get_mut(step)?.pop()?;
        self.done.get_mut(at)?.take()
    }

    /// The first step that was done and not taken.
    pub(super) fn rest(&self) -> Option<&Entry> {
        self.done.iter().flatten().next()
    }

    /// The step that was begun and, by the store's last commit, done.
    pub(super) fn take_committed(&mut self, last_commit: Option<i64>) -> Option<Begun> {
        self.begun.take().filter(|begun| Some(begun.commit) == last_commit)
    }

    /// Writes down a step that is about to be done, and waits until it is on the disk.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn begin(&mut self, begun: &Begun) -> Result<(), JournalError> {
        self.append(begun)?;
        self.sync()
    }

    /// Writes down that the step that was begun last was refused.
    ///
    /// # Errors
    /// See [`JournalError`].
    pub(super) fn refuse(&mut self, begun: Begun) -> Result<(), JournalError> {
        self.append(&Refusal { refused: begun.begun })
    }

    /// Writes down a step that was done just now.
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

    /// Waits until what was written down is on the disk.
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

/// The file behind its last whole line.
fn appending(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    let text = fs::read(path)?;
    let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    file.set_len(whole as u64)?;
    // That it is there must outlive a loss of power too.
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(file)
}
