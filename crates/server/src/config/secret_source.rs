//! Where a secret comes from: a private file, an environment variable or a command, but never the
//! configuration file itself.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use zeroize::Zeroizing;

use super::{ConfigError, secret_file};

/// A command may take ten seconds.
const COMMAND_PAUSES: u32 = 1_000;
const COMMAND_PAUSE: Duration = Duration::from_millis(10);
/// Maximum length of a secret in bytes.
const MOST_PRINTED: u64 = 64 * 1024;

/// Where a secret comes from.
#[derive(Debug, Clone)]
pub(super) enum SecretSource {
    File(PathBuf),
    Env(String),
    Command(Vec<String>),
}

impl SecretSource {
    /// The source that is named, if any.
    ///
    /// # Errors
    /// `several` if more than one is named.
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
        return Err(ConfigError::new(format!(
            "The {what} file '{shown}' is not absolute; write the whole path."
        )));
    }
    secret_file::read(path)
}

fn from_env(name: &str, what: &str) -> Result<Zeroizing<String>, ConfigError> {
    let text = Zeroizing::new(std::env::var(name).unwrap_or_default());
    if text.trim().is_empty() {
        return Err(ConfigError::new(format!(
            "The environment variable {name}, which should hold the {what}, is not set."
        )));
    }
    Ok(text)
}

fn from_command(command: &[String], what: &str) -> Result<Zeroizing<String>, ConfigError> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(ConfigError::new(format!(
            "The {what} command is empty; give the program and its arguments as a list."
        )));
    };
    let failed = |why: String| ConfigError::new(format!("The {what} command '{program}' {why}."));
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(|error| failed(format!("cannot be run: {error}")))?;
    let mut output = child.stdout.take();
    // Read concurrently, because the command would block forever on a full pipe.
    let reading = std::thread::spawn(move || {
        let mut printed = Zeroizing::new(Vec::new());
        let read = output
            .as_mut()
            .map_or(Ok(0), |output| output.take(MOST_PRINTED).read_to_end(&mut printed));
        read.map(|_| printed)
    });
    let status = ended(&mut child)
        .map_err(|error| failed(format!("ran, but its exit status cannot be read: {error}")))?;
    let Some(status) = status else { return Err(failed("did not end in time".to_owned())) };
    if !status.success() {
        return Err(failed(format!("failed: {status}")));
    }
    let printed = reading.join().map_err(|_| failed("printed nothing".to_owned()))?;
    let printed = printed.map_err(|error| failed(format!("cannot be read: {error}")))?;
    match std::str::from_utf8(&printed).map(str::trim) {
        Ok(text) if !text.is_empty() => Ok(Zeroizing::new(text.to_owned())),
        _ => Err(failed("printed nothing".to_owned())),
    }
}

/// Waits for a command and kills it if it hangs: a server that reconnects to its database runs it
/// again and again.
fn ended(child: &mut Child) -> std::io::Result<Option<ExitStatus>> {
    for _ in 0..COMMAND_PAUSES {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(COMMAND_PAUSE);
    }
    child.kill()?;
    child.wait().map(|_killed| None)
}
