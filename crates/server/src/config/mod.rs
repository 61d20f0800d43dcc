//! The configuration file of `poolkeeper serve`: TOML, one section a file here. Unknown keys are refused, and so is
//! every setting that would make the server unsafe.

pub mod aws;
pub mod keys;
pub mod limits;
pub mod passwords;
pub mod secret_file;
mod secret_source;
pub mod server;
pub mod settings;
pub mod store;

use std::fmt;
use std::path::Path;

use serde::Deserialize;

use crate::dev_guard::is_loopback;

/// Everything an operator can set, checked.
#[derive(Debug)]
pub struct Config {
    /// Where it listens and how it is reached.
    pub server: server::Listening,
    /// Where data is kept.
    pub store: store::Place,
    /// The master keys; the first wraps, all unwrap.
    pub keys: keys::MasterKeyTexts,
    /// Regions, account, access keys, issuer.
    pub aws: aws::Aws,
    /// How passwords are kept.
    pub passwords: passwords::Passwords,
    /// How many requests may come.
    pub limits: limits::Limits,
}

/// A configuration that is not accepted: one sentence that says what to do.
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

/// The file's shape before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sections {
    server: server::Section,
    store: store::Section,
    keys: keys::Section,
    aws: aws::Section,
    #[serde(default)]
    passwords: passwords::Section,
    #[serde(default)]
    limits: limits::Section,
}

impl Config {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// The first thing that is wrong. Nothing has been changed on disk.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let shown = path.display();
        let text = std::fs::read_to_string(path).map_err(|error| {
            let hint = if error.kind() == std::io::ErrorKind::NotFound { "; make one with: poolkeeper init" } else { "." };
            ConfigError::new(format!("Cannot read the configuration file {shown}: {error}{hint}"))
        })?;
        let sections = parse(&text, path)?;
        if sections.aws.has_inline_secret() || sections.store.has_inline_secret() {
            secret_file::require_private(path)?;
        }
        Self::check(sections)
    }

    /// Whether addresses are limited and all seem to be the same: there must be a proxy where clients come by https, and there is one,
    /// mostly, where only programs of this machine come.
    pub(crate) fn counts_a_proxy_as_one_client(&self) -> bool {
        let is_limited = !self.limits.rates.per_address.is_empty();
        let is_behind_one = is_loopback(self.server.listen.ip()) || self.server.public_url.starts_with("https:");
        is_limited && is_behind_one && self.server.trusted_proxies.is_empty()
    }

    fn check(sections: Sections) -> Result<Self, ConfigError> {
        let store = sections.store.check()?;
        Ok(Self {
            server: sections.server.check()?,
            keys: sections.keys.check(&store)?,
            aws: sections.aws.check()?,
            passwords: sections.passwords.check(),
            limits: sections.limits.check()?,
            store,
        })
    }
}

/// Checks a configuration's text as far as it can be without opening or running anything that it names: the keys that it
/// lists, and the database's password, are left alone.
///
/// # Errors
/// The first thing that is wrong.
pub fn check_text(text: &str) -> Result<(), ConfigError> {
    let sections = parse(text, Path::new("the configuration"))?;
    if !sections.store.names_a_secret() {
        sections.store.check()?;
    }
    sections.server.check()?;
    if !sections.aws.names_a_secret() {
        sections.aws.check()?;
    }
    Ok(())
}

/// A reason without what it quotes: the values between quotation marks or backticks.
fn unquoted(message: &str) -> String {
    // What follows the value is the program's own, and says what may stand there.
    if let Some(expected) =
        message.strip_prefix("unknown variant").and_then(|rest| rest.rfind(", expected ").and_then(|at| rest.get(at..)))
    {
        return format!("unknown variant …{expected}");
    }
    let is_quote = |letter: char| letter == '"' || letter == '`' || letter == '\'';
    match (message.find(is_quote), message.rfind(is_quote)) {
        (Some(first), Some(last)) if is_about_a_value(message) => {
            format!("{}…{}", message.get(..first).unwrap_or_default(), message.get(last + 1..).unwrap_or_default())
        }
        _ => message.to_owned(),
    }
}

/// Names of unknown settings are told: without them nobody finds the mistake. Values never are.
fn is_about_a_value(message: &str) -> bool {
    !(message.starts_with("unknown field") || message.starts_with("missing field") || message.starts_with("duplicate field"))
}

/// Parses the text; an error names line and reason but quotes nothing, for the line may hold a secret.
fn parse(text: &str, path: &Path) -> Result<Sections, ConfigError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        let message = unquoted(error.message()).replace('\n', " ");
        ConfigError::new(format!("{}, line {line}: {message}.", path.display()))
    })
}
