//! Seeds: files of API requests that `dev` makes at its start, so that a team commits its pool
//! beside its code. docs/seeds.md tells their form.
//!
//! A seed is parsed and checked as a whole before anything is made. Its steps then run through the
//! same operations as every client's requests, each once for a data folder, which keeps a
//! [`journal`] of them.

mod apply;
mod changed;
mod check;
mod journal;
mod placed;
mod recover;
mod reference;
mod render;
mod step;
mod welcome;
mod yaml;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

pub use apply::{NotApplied, NotDone, Seeded, apply};
pub use check::{Fault, Unsound, check};
pub use journal::JournalError;
pub use reference::{ReferenceError, escaped};
pub use render::{Format, render};
pub use step::Step;
pub use welcome::welcome;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 8 << 20;
/// The most steps of a file.
const MOST_STEPS: usize = 50_000;

/// A parsed seed: its steps, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Seed {
    /// The requests to make.
    pub steps: Vec<Step>,
}

/// A seed cannot be read: where and why, without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed(pub(crate) String);

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Malformed {}

/// A seed with the file it comes from.
#[derive(Debug)]
pub struct SeedFile {
    /// The file, as it was given.
    pub path: PathBuf,
    /// What it says.
    pub seed: Seed,
}

/// Parses a seed in JSON or YAML. Never panics, whatever the bytes are.
///
/// # Errors
/// Neither of the two, nested too deeply, too large, or not a list of steps.
pub fn parse(bytes: &[u8]) -> Result<Seed, Malformed> {
    if bytes.len() > MOST_BYTES {
        return Err(Malformed(format!("it is larger than {MOST_BYTES} bytes")));
    }
    let text =
        std::str::from_utf8(bytes).map_err(|_| Malformed("it is not UTF-8 text".to_owned()))?;
    let value = match serde_json::from_str(text) {
        Ok(value) => value,
        // JSON with a mistake in it is YAML with one, and is told as such.
        Err(_) => yaml::value(text)?,
    };
    match value {
        Value::Array(steps) if steps.len() > MOST_STEPS => {
            Err(Malformed(format!("it has more than {MOST_STEPS} steps")))
        }
        Value::Array(steps) => {
            let steps = steps.into_iter().enumerate().map(|(at, step)| Step::of(at + 1, step));
            Ok(Seed { steps: steps.collect::<Result<_, _>>()? })
        }
        _ => Err(Malformed(
            "it is not a list of steps, each beginning with `- operation: `".to_owned(),
        )),
    }
}

/// A file that is no seed. A sentence.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be read.
    #[error("Cannot read the seed {}: {source}.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// What is in it is no seed.
    #[error("The seed {} cannot be read: {source}.", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Malformed,
    },
}

/// Reads and parses a file.
///
/// # Errors
/// See [`ReadError`].
pub fn read(path: &Path) -> Result<SeedFile, ReadError> {
    let unread = |source| ReadError::File { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unread)?;
    // One byte more than is parsed tells that there are too many.
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unread)?;
    let seed =
        parse(&bytes).map_err(|source| ReadError::Malformed { path: path.to_owned(), source })?;
    Ok(SeedFile { path: path.to_owned(), seed })
}

#[cfg(test)]
mod tests;
