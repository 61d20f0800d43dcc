//! Where a secret comes from: a private file, an environment variable or a command. Never the configuration file itself.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use super::{ConfigError, secret_file};

/// Where a secret comes from.
#[derive(Debug, Clone)]
pub(super) enum SecretSource {
    File(PathBuf),
    Env(String),
    Command(Vec<String>),
}

impl SecretSource {
    /// The one place that is named; `None` where none is.
    ///
    /// # Errors
    /// `several` where more than one is.
    pub(super) fn of(
        file: Option<PathBuf>,
        env: Option<String>,
        command: Option<Vec<String>>,
        several: &str,
    ) -> Result<Option<Self>, ConfigError> {
        match (file, env, command) {
            (None, None, None) => Ok(None),
            (Some(file), None, None) => Ok(Some(Self::File(file))),
            (None, Some(name), None) => Ok(Some(Self::Env(name))),
            (None, None, Some(command)) => Ok(Some(Self::Command(command))),
            _ => Err(ConfigError::new(several)),
        }
    }

    /// Fetches the secret; `what` names it in errors.
    pub(super) fn fetch(&self, what: &str) -> Result<Zeroizing<String>, ConfigError> {
        match self {
            Self::File(path) => from_file(path, what),
            Self::Env(name) => from_env(name, what),
            Self::Command(command) => from_command(command, what),
        }
    }
}

fn from_file(path: &Path, what: &str) -> Result<Zeroizing<String>, ConfigError> {
    if !path.is_absolute() {
        let shown = path.display();
        return Err(ConfigError::new(format!("The {what} file '{shown}' is not absolute; write the whole path.")));
    }
    secret_file::read(path)
}

fn from_env(name: &str, what: &str) -> Result<Zeroizing<String>, ConfigError> {
    let text = Zeroizing::new(std::env::var(name).unwrap_or_default());
    if text.trim().is_empty() {
        return Err(ConfigError::new(format!("The environment variable {name}, which should hold the {what}, is not set.")));
    }
    Ok(text)
}

fn from_command(command: &[String], what: &str) -> Result<Zeroizing<String>, ConfigError> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(ConfigError::new(format!("The {what} command is empty; give the program and its arguments as a list.")));
    };
    let failed = |why: String| ConfigError::new(format!("The {what} command '{program}' {why}."));
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| failed(format!("cannot be run: {error}")))?;
    let printed = Zeroizing::new(output.stdout);
    if !output.status.success() {
        return Err(failed(format!("failed: {}", output.status)));
    }
    match std::str::from_utf8(&printed).map(str::trim) {
        Ok(text) if !text.is_empty() => Ok(Zeroizing::new(text.to_owned())),
        _ => Err(failed("printed nothing".to_owned())),
    }
}
