//! Stores named on the command line.

use std::fmt;
use std::path::{Path, PathBuf};

use domain::Clock;
use server::config::secret_file;
use store::{Engine, Options, PasswordSource, Store};

use crate::cli::{Stop, data_folder};

/// A store as given on the command line. `Debug` hides it, because it may contain a password.
#[derive(Clone)]
pub(super) struct Given(String);

impl From<String> for Given {
    fn from(text: String) -> Given {
        Given(text)
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Given(..)")
    }
}

/// Parses a store given on the command line into the options to open it.
pub(super) fn options_of(
    flag: &'static str,
    given: &Given,
    password_file: Option<&Path>,
    tls_ca_file: Option<PathBuf>,
) -> Result<Options, Stop> {
    if let Some(folder) = given.0.strip_prefix("sqlite:") {
        if !Path::new(folder).is_absolute() {
            return Err(Stop::refused(format!(
                "{flag} must name an absolute folder: sqlite:/absolute/folder."
            )));
        }
        if password_file.is_some() || tls_ca_file.is_some() {
            return Err(Stop::refused(format!(
                "{flag} names a folder, which takes neither a password nor certificates."
            )));
        }
        return Ok(Options::sqlite(folder));
    }
    if !(given.0.starts_with("postgres://") || given.0.starts_with("postgresql://")) {
        return Err(Stop::refused(format!(
            "{flag} must be sqlite:/absolute/folder or a postgres:// connection string."
        )));
    }
    let mut options = Options::postgres(given.0.as_str());
    if let Engine::Postgres(postgres) = &mut options.engine {
        postgres.tls_ca_file = tls_ca_file;
        if let Some(file) = password_file {
            if postgres.has_password() {
                return Err(Stop::refused(format!(
                    "{flag} contains a password, and a password file is given too; remove one of \
                     them."
                )));
            }
            let password = secret_file::read(file)?;
            postgres.password = Some(PasswordSource::new(move || Ok(password.to_string())));
        }
    }
    Ok(options)
}

/// Refuses the same folder twice. The lock error would blame another server, and there is none.
pub(super) fn require_other_folder(from: &Options, to: &Options) -> Result<(), Stop> {
    match (&from.engine, &to.engine) {
        (Engine::Sqlite { dir: from }, Engine::Sqlite { dir: to }) if from == to => {
            Err(Stop::refused("--from and --to name the same folder."))
        }
        _ => Ok(()),
    }
}

/// What a store is opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Read,
    Write,
}

pub(super) async fn open(mut options: Options, purpose: Use) -> Result<Store, Stop> {
    let failed = |error: store::OpenError| Stop::failed(format!("{error}."));
    match (&options.engine, purpose) {
        (Engine::Sqlite { dir }, Use::Read) => data_folder::require_database(dir)?,
        (Engine::Sqlite { dir }, Use::Write) => data_folder::make(dir)?,
        _ => {}
    }
    options.sqlite.now = Clock::system().now().millis();
    let store = Store::open(options).map_err(failed)?;
    store.require_schema().await.map_err(failed)?;
    Ok(store)
}
