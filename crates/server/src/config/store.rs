//! `[store]`: where data are kept: a folder of this machine, or a PostgreSQL server.

use std::path::PathBuf;

use store::{Engine, Options, PasswordSource, Postgres, PostgresKind};

use super::faults::Faults;
use super::none_of;
use super::secret_source::SecretSource;
use super::settings::settings;

settings! {
    /// Where data are kept: path is a folder of this machine, url a PostgreSQL database. One of the
    /// two is required; backup_before_upgrade and min_free belong to path, the other settings to url.
    section "store" Section {
        /// The data folder, as an absolute path; only one server at a time can use it.
        path: Option<PathBuf>, nothing, r#""/var/lib/poolkeeper""#;

        /// Set to false to migrate the data of an older version without the backup that is otherwise
        /// made in the folder first; make another one before.
        backup_before_upgrade: Option<bool>, value("true"), "false";

        /// Free disk space below which nobody can sign up and no users are created, so that those
        /// who exist can still sign in: a whole number of KiB, MiB or GiB, or "0" for no such limit.
        min_free: Option<String>, value(r#""64 MiB""#), r#""1 GiB""#;

        /// The PostgreSQL database; it may name several hosts, and several servers may use it.
        url: Option<String>, nothing,
        r#""postgres://poolkeeper@db.internal/poolkeeper?sslmode=require""#;

        /// postgres, or citus to have poolkeeper migrate distribute the tables over a Citus
        /// cluster.
        engine: Option<String>, value(r#""postgres""#), r#""citus""#;

        /// A file with the database password, readable only by its owner; read again for each
        /// connection.
        password_file: Option<PathBuf>, nothing, r#""/etc/poolkeeper/database.password""#;

        /// The environment variable that holds the database password.
        password_env: Option<String>, nothing, r#""DATABASE_PASSWORD""#;

        /// A program, with its arguments, that prints the database password; run again for each
        /// connection.
        password_command: Option<Vec<String>>, nothing, r#"["/usr/local/bin/database-token"]"#;

        /// The CA certificates, in PEM, that must have signed the database's, instead of the
        /// system's.
        tls_ca_file: Option<PathBuf>, nothing, r#""/etc/poolkeeper/database-ca.pem""#;

        /// Maximum number of connections to the database from this server (minimum 2).
        connections: Option<i64>, value("16"), "32";

        /// Set to false behind a pooler in transaction mode, such as PgBouncer; see
        /// docs/POSTGRESQL.md for what it requires.
        named_statements: Option<bool>, value("true"), "false";
    }
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

    /// A name for it that shows no secret.
    pub fn shown(&self) -> String {
        self.folder
            .as_ref()
            .map_or_else(|| "the database".to_owned(), |folder| folder.display().to_string())
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Section {
    /// Whether the connection string holds a password: then only the owner may be able to read the
    /// file.
    pub(super) fn has_inline_secret(&self) -> bool {
        self.url.as_ref().is_some_and(|url| Postgres::new(url).has_password())
    }

    /// Whether the password is kept elsewhere.
    pub(super) fn names_a_secret(&self) -> bool {
        self.password_file.is_some()
            || self.password_env.is_some()
            || self.password_command.is_some()
    }

    pub(super) fn check(self, faults: &mut Faults) -> Option<Place> {
        match (self.path.clone(), self.url.clone()) {
            (Some(path), None) => self.folder(path, faults),
            (None, Some(url)) => self.database(url, faults),
            _ => {
                faults.note(
                    "store needs either path or url, and not both: path is a folder on this machine, url a PostgreSQL server \
                     (postgres://user@host/database?sslmode=require).",
                );
                None
            }
        }
    }

    fn folder(self, path: PathBuf, faults: &mut Faults) -> Option<Place> {
        if !path.is_absolute() {
            faults.note(format!(
                "store.path '{}' is not absolute; write the whole path, so that it does not depend on where the \
                 server is started.",
                path.display()
            ));
        }
        if self.has_database_settings() {
            faults.note(
                "store.path is a folder, which takes no settings of a database; they belong to store.url.",
            );
        }
        let min_free = match self.min_free.as_deref().map(bytes) {
            None => DEFAULT_MIN_FREE,
            Some(Some(given)) => given,
            Some(None) => {
                faults.note(
                    "store.min_free is not a size; write a whole number with a unit, such as \
                     \"64 MiB\", or \"0\".",
                );
                return None;
            }
        };
        let mut place = Place::folder(path);
        place.options.sqlite.backup_before_migration = self.backup_before_upgrade.unwrap_or(true);
        place.options.min_free = min_free;
        Some(place)
    }

    fn has_database_settings(&self) -> bool {
        self.engine.as_ref().is_some_and(|engine| engine != DEFAULT_ENGINE)
            || self.names_a_secret()
            || self.tls_ca_file.is_some()
            || self.connections.is_some()
            || self.named_statements.is_some()
    }

    fn database(self, url: String, faults: &mut Faults) -> Option<Place> {
        if self.backup_before_upgrade == Some(false) {
            faults.note(
                "store.backup_before_upgrade belongs to store.path; a PostgreSQL database is backed up with its own tools.",
            );
        }
        const SEVERAL: &str = "The database password comes from one place: give a file, an environment variable or a command, but only one.";
        let is_default = |given: &str| bytes(given) == Some(DEFAULT_MIN_FREE);
        if self.min_free.as_deref().is_some_and(|given| !is_default(given)) {
            faults.note(
                "store.min_free is about the disk of store.path; a PostgreSQL server watches its \
                 own.",
            );
        }
        let mut database = Postgres::new(url);
        let source = faults.keep(SecretSource::of(
            self.password_file,
            self.password_env,
            self.password_command,
            SEVERAL,
        ));
        if let Some(Some(source)) = source {
            if database.has_password() {
                faults.note(
                    "store.url holds a password and store.password_... names another; remove one.",
                );
            }
            // Now, so that a mistake is reported at startup, and again before each connection.
            faults.keep(source.fetch(PASSWORD));
            let fetch = move || {
                source.fetch(PASSWORD).map(|text| text.trim().to_owned()).map_err(|error| error.0)
            };
            database.password = Some(PasswordSource::new(fetch));
        }
        match self.connections.map(usize::try_from) {
            None => {}
            Some(Ok(connections @ 2..)) => database.connections = connections,
            Some(_) => {
                faults.note("store.connections is too small; two is the minimum, 16 the default.");
            }
        }
        database.kind = match self.engine.as_deref() {
            None | Some(DEFAULT_ENGINE) => PostgresKind::Plain,
            Some("citus") => PostgresKind::Citus,
            Some(_) => return faults.keep(Err(none_of("store.engine", [DEFAULT_ENGINE, "citus"]))),
        };
        database.tls_ca_file = self.tls_ca_file;
        database.named_statements = self.named_statements.unwrap_or(database.named_statements);
        let options = Options { engine: Engine::Postgres(database), ..Options::postgres("") };
        Some(Place { options, folder: None })
    }
}

/// `store.min_free`, unless set: 64 MiB.
const DEFAULT_MIN_FREE: u64 = 64 << 20;

/// A size such as `64 MiB`, in bytes.
fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits)?;
    let number: u64 = number.parse().ok()?;
    let shift = match unit.trim_start() {
        "KiB" => 10,
        "MiB" => 20,
        "GiB" => 30,
        "" if number == 0 => 0,
        _ => return None,
    };
    number.checked_mul(1 << shift)
}

/// The kind of database at `url`, unless another is set.
const DEFAULT_ENGINE: &str = "postgres";
/// The name of the secret in errors.
const PASSWORD: &str = "database password";

#[cfg(test)]
mod tests {
    use super::{DEFAULT_MIN_FREE, bytes};

    #[test]
    fn sizes_have_a_unit() {
        let good = [
            ("0", 0),
            ("0 MiB", 0),
            ("64 MiB", DEFAULT_MIN_FREE),
            ("1GiB", 1 << 30),
            (" 3 KiB ", 3 << 10),
        ];
        for (text, expected) in good {
            assert_eq!(bytes(text), Some(expected), "{text}");
        }
        for text in ["", "64", "MiB", "-1 MiB", "1.5 MiB", "64 MB", "18446744073709551615 GiB", "€"]
        {
            assert_eq!(bytes(text), None, "{text}");
        }
    }
}
