//! Which steps a data folder has had: a line of JSON each, in a file beside the database that only its owner may read, since answers
//! can hold secrets.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

const NAME: &str = "seeds.journal";

/// A step that was done.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// What the step said, as a digest.
    pub(super) step: String,
    pub(super) operation: String,
    #[serde(rename = "as", default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Kept where a later step may refer to it, and of user pools.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub(super) answer: Value,
}

/// The journal of a data folder that this process has locked.
pub(super) struct Journal {
    path: PathBuf,
    file: Option<File>,
    /// Steps that were done at earlier starts, in that order, and have not been met in the seeds yet.
    done: Vec<Option<Entry>>,
    /// Where they are, by what they say.
    by_step: HashMap<String, Vec<usize>>,
}

impl Journal {
    /// Reads what was done before.
    ///
    /// # Errors
    /// A sentence without its full stop.
    pub(super) fn open(folder: &Path) -> Result<Self, String> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("Cannot read {}: {error}", path.display())),
        };
        // A line without its end was being written when the process died.
        let whole = text.rfind('\n').map_or("", |end| text.get(..end).unwrap_or_default());
        let lines = whole.lines().map(serde_json::from_str::<Entry>).collect::<Result<Vec<_>, _>>();
        let done = lines.map_err(|error| format!("{} is damaged ({error}); use a new data folder", path.display()))?;
        let mut by_step: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in done.iter().enumerate().rev() {
            by_step.entry(entry.step.clone()).or_default().push(at);
        }
        Ok(Self { path, file: None, done: done.into_iter().map(Some).collect(), by_step })
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

    /// Notes a step that was done just now.
    ///
    /// # Errors
    /// A sentence without its full stop.
    pub(super) fn append(&mut self, entry: &Entry) -> Result<(), String> {
        let written = serde_json::to_string(entry).map_err(io::Error::from).and_then(|line| self.write(&line));
        written.map_err(|error| format!("Cannot write {}: {error}", self.path.display()))
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            file @ None => file.insert(appending(&self.path)?),
        };
        file.write_all(format!("{line}\n").as_bytes())
    }

    /// Waits until what was noted is on the disk.
    ///
    /// # Errors
    /// A sentence without its full stop.
    pub(super) fn sync(&self) -> Result<(), String> {
        let Some(file) = &self.file else { return Ok(()) };
        file.sync_all().map_err(|error| format!("Cannot write {}: {error}", self.path.display()))
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
    Ok(file)
}
