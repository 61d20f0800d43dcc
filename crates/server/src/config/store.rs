//! `[store]`: where data is kept: a folder of this machine, or a PostgreSQL server.

use std::path::PathBuf;

use serde::Deserialize;
use store::{Engine, Options, PasswordSource, Postgres, PostgresKind};

use super::ConfigError;
use super::secret_source::SecretSource;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    path: Option<PathBuf>,
    url: Option<String>,
    #[serde(default)]
    engine: Kind,
    password_file: Option<PathBuf>,
    password_env: Option<String>,
    password_command: Option<Vec<String>>,
    tls_ca_file: Option<PathBuf>,
    connections: Option<usize>,
    named_statements: Option<bool>,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    Postgres,
    Citus,
}

/// The checked section.
#[derive(Clone)]
pub struct Place {
    /// How the store is opened.
    pub options: Options,
    /// The data folder of an embedded store, absolute.
    pub folder: Option<PathBuf>,
}

impl Place {
    /// An embedded store in a folder.
    pub fn folder(path: PathBuf) -> Self {
        Self { options: Options::sqlite(&path), folder: Some(path) }
    }

    /// What to call it, without anything secret.
    pub fn shown(&self) -> String {
        self.folder.as_ref().map_or_else(|| "the database".to_owned(), |folder| folder.display().to_string())
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Section {
    /// Whether the connection string holds a password: then nobody else may read the file.
    pub(super) fn has_inline_secret(&self) -> bool {
        self.url.as_ref().is_some_and(|url| Postgres::new(url).has_password())
    }

    /// Whether the password stands elsewhere.
    pub(super) fn names_a_secret(&self) -> bool {
        self.password_file.is_some() || self.password_env.is_some() || self.password_command.is_some()
    }

    pub(super) fn check(self) -> Result<Place, ConfigError> {
        match (self.path.clone(), self.url.clone()) {
            (Some(path), None) => self.folder(path),
            (None, Some(url)) => self.database(url),
            _ => Err(ConfigError::new(
                "store needs either path or url, and not both: path is a folder on this machine, url a PostgreSQL server \
                 (postgres://user@host/database?sslmode=require).",
            )),
        }
    }

    fn folder(self, path: PathBuf) -> Result<Place, ConfigError> {
        if !path.is_absolute() {
            return Err(ConfigError::new(format!(
                "store.path '{}' is not absolute; write the whole path, so that it does not depend on where the \
                 server is started.",
                path.display()
            )));
        }
        if self.has_database_settings() {
            return Err(ConfigError::new("store.path is a folder, which takes no other settings; they belong to store.url."));
        }
        Ok(Place::folder(path))
    }

    fn has_database_settings(&self) -> bool {
        self.engine != Kind::Postgres
            || self.password_file.is_some()
            || self.password_env.is_some()
            || self.password_command.is_some()
            || self.tls_ca_file.is_some()
            || self.connections.is_some()
            || self.named_statements.is_some()
    }

    fn database(self, url: String) -> Result<Place, ConfigError> {
        const SEVERAL: &str =
            "The database password comes from one place: give a file, an environment variable or a command, not two of them.";
        let mut database = Postgres::new(url);
        let source = SecretSource::of(self.password_file, self.password_env, self.password_command, SEVERAL)?;
        if source.is_some() && database.has_password() {
            return Err(ConfigError::new("store.url holds a password and store.password_... names another; remove one."));
        }
        if let Some(source) = source {
            // Now, so that a mistake is told at the start, and again before each connection.
            source.fetch(PASSWORD)?;
            let fetch = move || source.fetch(PASSWORD).map(|text| text.trim().to_owned()).map_err(|error| error.0);
            database.password = Some(PasswordSource::new(fetch));
        }
        if self.connections.is_some_and(|connections| connections < 2) {
            return Err(ConfigError::new("store.connections is too small; two is the least, 16 the default."));
        }
        database.kind = match self.engine {
            Kind::Postgres => PostgresKind::Plain,
            Kind::Citus => PostgresKind::Citus,
        };
        database.tls_ca_file = self.tls_ca_file;
        database.connections = self.connections.unwrap_or(database.connections);
        database.named_statements = self.named_statements.unwrap_or(database.named_statements);
        let options = Options { engine: Engine::Postgres(database), ..Options::postgres("") };
        Ok(Place { options, folder: None })
    }
}

/// What a missing secret is called.
const PASSWORD: &str = "database password";
