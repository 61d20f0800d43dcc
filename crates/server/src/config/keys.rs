//! `[keys]`: where the master keys come from: never the configuration file itself, never the data
//! folder.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::ConfigError;
use super::faults::Faults;
use super::secret_source::SecretSource;
use super::settings::settings;

settings! {
    /// The master key, which seals every secret in the database. Keep it apart from the data and
    /// their backups, and keep a copy of it: nothing can be opened without it. One of these
    /// settings, or keys.list, is required.
    section "keys" Section {
        /// A file with the key, readable only by its owner, outside the data folder. Create one
        /// with: openssl rand -base64 32
        master_key_file: Option<PathBuf>, nothing, r#""/etc/poolkeeper/master.key""#;

        /// The environment variable that holds the key.
        master_key_env: Option<String>, nothing, r#""POOLKEEPER_MASTER_KEY""#;

        /// A program, with its arguments, that prints the key within ten seconds.
        master_key_command: Option<Vec<String>>, nothing,
        r#"["/usr/local/bin/unseal", "poolkeeper"]"#;

        with list: Vec<Entry>;
    }
}

settings! {
    /// Several master keys instead of master_key_...: the first one wraps, all unwrap. Each comes
    /// from a file, the environment or a command.
    list "keys.list" Entry {
        /// Like keys.master_key_file.
        file: Option<PathBuf>, nothing, r#""/etc/poolkeeper/new.key""#;

        /// Like keys.master_key_env.
        env: Option<String>, nothing, r#""POOLKEEPER_NEW_KEY""#;

        /// Like keys.master_key_command.
        command: Option<Vec<String>>, nothing, r#"["/usr/local/bin/unseal", "new"]"#;
    }
}

/// The master keys; the first one wraps. Debug does not show them.
pub struct MasterKeyTexts {
    /// The text of each key.
    pub texts: Vec<Zeroizing<String>>,
    /// Where each key came from.
    pub sources: Vec<KeySource>,
}

/// Where a master key came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySource {
    /// Name of the file, variable or program, for people.
    pub shown: String,
    /// The file, if it came from one.
    pub file: Option<PathBuf>,
}

impl std::fmt::Debug for MasterKeyTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MasterKeyTexts").field("sources", &self.sources).finish_non_exhaustive()
    }
}

const WHAT_TO_GIVE: &str = "set keys.master_key_file (or master_key_env, or master_key_command), or keys.list \
                            when there are several; make a key with: openssl rand -base64 32";

impl Section {
    /// Fetches the keys. None of them may be in the data folder.
    pub(super) fn check(self, folder: Option<&Path>, faults: &mut Faults) -> MasterKeyTexts {
        let Self { master_key_file: file, master_key_env: env, master_key_command: command, list } =
            self;
        let single = Entry { file, env, command };
        if single.is_empty() && list.is_empty() {
            faults.note(format!("There is no master key; {WHAT_TO_GIVE}."));
        }
        if !single.is_empty() && !list.is_empty() {
            faults.note("keys has both a master_key_... setting and a list; put every key in keys.list, the newest first.");
        }
        let mut sources = faults.keep_all(list.into_iter().map(Entry::source));
        if !single.is_empty() {
            sources.extend(faults.keep(single.source()));
        }
        let texts = faults.keep_all(sources.iter().map(|source| fetch(source, folder)));
        MasterKeyTexts { texts, sources: sources.into_iter().map(shown).collect() }
    }
}

impl Entry {
    fn is_empty(&self) -> bool {
        self.file.is_none() && self.env.is_none() && self.command.is_none()
    }

    fn source(self) -> Result<SecretSource, ConfigError> {
        const SEVERAL: &str = "A master key comes from one place: give a file, an environment variable or a command, but only one.";
        let empty = || ConfigError::new(format!("An entry of keys.list is empty; {WHAT_TO_GIVE}."));
        SecretSource::of(self.file, self.env, self.command, SEVERAL)?.ok_or_else(empty)
    }
}

/// The arguments of a command are not shown: they may be secret.
fn shown(source: SecretSource) -> KeySource {
    let shown = match &source {
        SecretSource::File(path) => path.display().to_string(),
        SecretSource::Env(name) => format!("the environment variable {name}"),
        SecretSource::Command(command) => {
            format!("the command {}", command.first().map_or("", String::as_str))
        }
    };
    let file = match source {
        SecretSource::File(path) => Some(path),
        SecretSource::Env(_) | SecretSource::Command(_) => None,
    };
    KeySource { shown, file }
}

fn fetch(source: &SecretSource, data: Option<&Path>) -> Result<Zeroizing<String>, ConfigError> {
    if let (SecretSource::File(path), Some(data)) = (source, data)
        && path.is_absolute()
        && is_inside(path, data)
    {
        return Err(ConfigError::new(format!(
            "The master key file {} is in the data folder: anyone who copies the data also gets the key. Move it elsewhere.",
            path.display()
        )));
    }
    source.fetch("master key")
}

/// Whether `path` is below `folder`, as written or with symbolic links followed.
fn is_inside(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    path.starts_with(folder) || real(path).starts_with(real(folder))
}
