//! The configuration file of `poolkeeper serve`: TOML, one module per section. Unknown names are
//! refused, and so is every setting that would make the server unsafe.

pub mod aws;
mod faults;
mod form;
pub mod keys;
pub mod limits;
pub mod passwords;
pub mod secret_file;
mod secret_source;
pub mod server;
pub mod settings;
pub mod settings_text;
pub mod store;
pub mod tokens;

use std::fmt;
use std::path::Path;

use crate::net::is_loopback;

pub use faults::Faults;

/// All settings, checked.
#[derive(Debug)]
pub struct Config {
    /// Where the server listens and how it is reached.
    pub server: server::Listening,
    /// Where data is kept.
    pub store: store::Place,
    /// The master keys; the first wraps, all unwrap.
    pub keys: keys::MasterKeyTexts,
    /// Regions, account, access keys, issuer.
    pub aws: aws::Aws,
    /// How passwords are kept.
    pub passwords: passwords::Passwords,
    /// What happens to tokens that are misused.
    pub tokens: tokens::Tokens,
    /// Maximum request rates.
    pub limits: limits::Limits,
}

/// Why a configuration is not accepted: one sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(pub String);

impl ConfigError {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

/// The file's sections before they are checked. A section of the wrong form is `None`, and its
/// faults are recorded. [`form`] reads them one by one.
#[derive(Default)]
struct Sections {
    server: Option<server::Section>,
    store: Option<store::Section>,
    keys: Option<keys::Section>,
    aws: Option<aws::Section>,
    passwords: Option<passwords::Section>,
    tokens: Option<tokens::Section>,
    limits: Option<limits::Section>,
}

impl Config {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// The first fault. Nothing has been changed on disk.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        Self::examine(path).map_err(Faults::into_first)
    }

    /// Like [`Config::load`], but continues after a fault.
    ///
    /// # Errors
    /// All faults that can be found in one pass.
    pub fn examine(path: &Path) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        let Some(text) = faults.keep(read(path)) else { return Err(faults) };
        let sections = form::read(&text, path, &mut faults);
        if sections.has_inline_secret() {
            faults.keep(secret_file::require_private(path));
        }
        Self::check(sections, faults)
    }

    /// Whether addresses are limited and all clients seem to have the same one: clients that use
    /// https come through a proxy, and so do most that reach a loopback listener.
    pub fn counts_a_proxy_as_one_client(&self) -> bool {
        let is_limited = !self.limits.per_address.is_empty();
        let is_behind_one =
            is_loopback(self.server.listen.ip()) || self.server.public_url.starts_with("https:");
        is_limited && is_behind_one && self.server.trusted_proxy.is_empty()
    }

    fn check(sections: Sections, mut faults: Faults) -> Result<Self, Faults> {
        let faults_of = &mut faults;
        let server = sections.server.and_then(|section| section.check(faults_of));
        let store = sections.store.and_then(|section| section.check(faults_of));
        let folder = store.as_ref().and_then(|place| place.folder.as_deref());
        let keys = sections.keys.map(|section| section.check(folder, faults_of));
        let aws = sections.aws.and_then(|section| section.check(faults_of));
        let passwords = sections.passwords.and_then(|section| section.check(faults_of));
        let tokens = sections.tokens.and_then(|section| section.check(faults_of));
        let limits = sections.limits.and_then(|section| section.check(faults_of));
        match (server, store, keys, aws, passwords.zip(tokens), limits) {
            (
                Some(server),
                Some(store),
                Some(keys),
                Some(aws),
                Some((passwords, tokens)),
                Some(limits),
            ) if faults.is_empty() => {
                Ok(Self { server, store, keys, aws, passwords, tokens, limits })
            }
            _ => Err(faults),
        }
    }
}

impl Sections {
    /// Whether the file itself holds a secret: then only its owner may be able to read it.
    fn has_inline_secret(&self) -> bool {
        self.aws.as_ref().is_some_and(aws::Section::has_inline_secret)
            || self.store.as_ref().is_some_and(store::Section::has_inline_secret)
    }
}

fn read(path: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(path).map_err(|error| {
        let hint = if error.kind() == std::io::ErrorKind::NotFound {
            "; make one with: poolkeeper init"
        } else {
            "."
        };
        ConfigError::new(format!(
            "Cannot read the configuration file {}: {error}{hint}",
            path.display()
        ))
    })
}

/// Checks the text of a configuration as far as possible without opening or running anything that
/// it names: keys and the database password are not fetched.
///
/// # Errors
/// The first fault.
pub fn check_text(text: &str) -> Result<(), ConfigError> {
    let mut faults = Faults::default();
    let sections = form::read(text, Path::new("the configuration"), &mut faults);
    sections.server.and_then(|section| section.check(&mut faults));
    sections
        .store
        .filter(|section| !section.names_a_secret())
        .and_then(|section| section.check(&mut faults));
    sections
        .aws
        .filter(|section| !section.names_a_secret())
        .and_then(|section| section.check(&mut faults));
    sections.passwords.and_then(|section| section.check(&mut faults));
    sections.tokens.and_then(|section| section.check(&mut faults));
    sections.limits.and_then(|section| section.check(&mut faults));
    if faults.is_empty() { Ok(()) } else { Err(faults.into_first()) }
}

/// Refuses a value that is not one of a setting's words. It is not quoted, because it may be a
/// secret.
fn none_of(setting: &str, words: [&str; 2]) -> ConfigError {
    let [one, other] = words;
    ConfigError::new(format!("{setting} must be \"{one}\" or \"{other}\"."))
}
