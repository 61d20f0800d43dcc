//! `[keys]`: where the master keys come from. Never from the configuration file itself, never from the data folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::store::Place;
use super::{ConfigError, secret_file};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    master_key_file: Option<PathBuf>,
    master_key_env: Option<String>,
    master_key_command: Option<Vec<String>>,
    #[serde(default)]
    list: Vec<Entry>,
}

/// One element of `list`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: Option<PathBuf>,
    env: Option<String>,
    command: Option<Vec<String>>,
}

/// The texts of the master keys, the wrapping one first. Debug shows only how many.
pub struct MasterKeyTexts(pub Vec<Zeroizing<String>>);

impl std::fmt::Debug for MasterKeyTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MasterKeyTexts({})", self.0.len())
    }
}

enum Source {
    File(PathBuf),
    Env(String),
    Command(Vec<String>),
}

const WHAT_TO_GIVE: &str = "set keys.master_key_file (or master_key_env, or master_key_command), or keys.list \
                            when there are several; make a key with: openssl rand -base64 32";

impl Section {
    /// Fetches the keys.
    pub(super) fn check(self, store: &Place) -> Result<MasterKeyTexts, ConfigError> {
        let Self { master_key_file: file, master_key_env: env, master_key_command: command, list } = self;
        let mut sources: Vec<Source> = list.into_iter().map(Entry::source).collect::<Result<_, _>>()?;
        let single = Entry { file, env, command };
        if !single.is_empty() {
            if !sources.is_empty() {
                return Err(ConfigError::new(
                    "keys has both a master_key_... setting and a list; put every key in keys.list, the newest first.",
                ));
            }
            sources.push(single.source()?);
        }
        if sources.is_empty() {
            return Err(ConfigError::new(format!("There is no master key; {WHAT_TO_GIVE}.")));
        }
        let texts = sources.into_iter().map(|source| source.fetch(&store.path)).collect::<Result<_, _>>()?;
        Ok(MasterKeyTexts(texts))
    }
}

impl Entry {
    fn is_empty(&self) -> bool {
        self.file.is_none() && self.env.is_none() && self.command.is_none()
    }

    fn source(self) -> Result<Source, ConfigError> {
        match (self.file, self.env, self.command) {
            (Some(file), None, None) => Ok(Source::File(file)),
            (None, Some(name), None) => Ok(Source::Env(name)),
            (None, None, Some(command)) => Ok(Source::Command(command)),
            (None, None, None) => Err(ConfigError::new(format!("An entry of keys.list is empty; {WHAT_TO_GIVE}."))),
            _ => Err(ConfigError::new(
                "A master key comes from one place: give a file, an environment variable or a command, not two of \
                 them.",
            )),
        }
    }
}

impl Source {
    fn fetch(self, data: &Path) -> Result<Zeroizing<String>, ConfigError> {
        match self {
            Self::File(path) => from_file(&path, data),
            Self::Env(name) => from_env(&name),
            Self::Command(command) => from_command(&command),
        }
    }
}

fn from_file(path: &Path, data: &Path) -> Result<Zeroizing<String>, ConfigError> {
    let shown = path.display();
    if !path.is_absolute() {
        return Err(ConfigError::new(format!("The master key file '{shown}' is not absolute; write the whole path.")));
    }
    if is_inside(path, data) {
        return Err(ConfigError::new(format!(
            "The master key file {shown} is in the data folder: whoever copies the data would have the key. Move it \
             elsewhere."
        )));
    }
    secret_file::read(path)
}

/// Whether `path` is below `folder`, as written or with symbolic links followed.
fn is_inside(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    path.starts_with(folder) || real(path).starts_with(real(folder))
}

fn from_env(name: &str) -> Result<Zeroizing<String>, ConfigError> {
    let text = Zeroizing::new(std::env::var(name).unwrap_or_default());
    if text.trim().is_empty() {
        return Err(ConfigError::new(format!("The environment variable {name}, which should hold the master key, is not set.")));
    }
    Ok(text)
}

fn from_command(command: &[String]) -> Result<Zeroizing<String>, ConfigError> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(ConfigError::new("The master key command is empty; give the program and its arguments as a list."));
    };
    let failed = |why: String| ConfigError::new(format!("The master key command '{program}' {why}."));
    let output = Command::new(program)
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| failed(format!("cannot be run: {error}")))?;
    let printed = Zeroizing::new(output.stdout);
    if !output.status.success() {
        return Err(failed(format!("failed: {}", output.status)));
    }
    match std::str::from_utf8(&printed).map(str::trim) {
        Ok(text) if !text.is_empty() => Ok(Zeroizing::new(text.to_owned())),
        _ => Err(failed("printed no key".to_owned())),
    }
}
