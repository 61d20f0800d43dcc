//! Seeds: files of API requests that `dev` makes at startup, so that a team can commit its pool
//! next to its code. docs/seeds.md describes their format.
//!
//! A seed is parsed and checked completely before anything is created. Its steps then run through
//! the same operations as clients' requests, once per data folder, which keeps a journal of
//! them.

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

/// The largest seed file, in bytes.
pub const MOST_BYTES: usize = 8 << 20;
/// The maximum number of steps in a file.
const MOST_STEPS: usize = 50_000;

/// A parsed seed: its steps, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Seed {
    /// The requests to make.
    pub steps: Vec<Step>,
}

/// A seed cannot be parsed. Says where and why, without a full stop.
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
    /// The file, as given.
    pub path: PathBuf,
    /// Its contents.
    pub seed: Seed,
}

/// Parses a seed in JSON or YAML. Never panics, whatever the bytes are.
///
/// # Errors
/// Neither JSON nor YAML, nested too deeply, too large, or not a list of steps.
pub fn parse(bytes: &[u8]) -> Result<Seed, Malformed> {
    if bytes.len() > MOST_BYTES {
        return Err(Malformed(format!("it is larger than {MOST_BYTES} bytes")));
    }
    let text =
        std::str::from_utf8(bytes).map_err(|_| Malformed("it is not UTF-8 text".to_owned()))?;
    let value = match serde_json::from_str(text) {
        Ok(value) => value,
        // A mistake in JSON is reported as a mistake in YAML.
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

/// A seed file that cannot be used. Displays as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be read.
    #[error("Cannot read the seed {}: {source}.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// Its contents are not a seed.
    #[error("The seed {} cannot be read: {source}.", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The cause.
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
    // Reads one byte more than the limit, to detect larger files.
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unread)?;
    let seed =
        parse(&bytes).map_err(|source| ReadError::Malformed { path: path.to_owned(), source })?;
    Ok(SeedFile { path: path.to_owned(), seed })
}

#[cfg(test)]
mod tests;
