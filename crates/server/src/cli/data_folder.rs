//! The data folder, created on first use. The folder of `dev` also holds the master key.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use domain::Rng;
use domain::seal::MasterKeys;
use server::config::secret_file;
use zeroize::Zeroizing;

use super::Stop;

const MASTER_KEY: &str = "master.key";
const DATABASE: &str = "poolkeeper.db";
/// File name of the configuration that `init` writes.
pub(super) const CONFIGURATION: &str = "poolkeeper.toml";

/// Path of the database in a data folder.
pub(super) fn database(data: &Path) -> PathBuf {
    data.join(DATABASE)
}

/// Creates the folder if it does not exist, accessible to its owner only.
pub(super) fn make(data: &Path) -> Result<(), Stop> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(data).map_err(|error| {
        Stop::failed(format!("Cannot create the folder {}: {error}.", data.display()))
    })
}

/// Refuses a folder that `dev` must not use: one with a configuration of `serve`, or with data
/// whose master key is elsewhere.
pub(super) fn require_of_dev(data: &Path) -> Result<(), Stop> {
    let (shown, configuration) = (data.display(), data.join(CONFIGURATION));
    if configuration.exists() {
        return Err(Stop::refused(format!(
            "{shown} holds the configuration and keys of a server; choose another folder with \
             --data, or run: poolkeeper serve --config {}",
            configuration.display()
        )));
    }
    if database(data).exists() && !has_master_key(data) {
        return Err(Stop::refused(format!(
            "{shown} has a database but no {MASTER_KEY}, and its data cannot be decrypted without \
             that key; for data of `serve` run poolkeeper serve --config FILE, for data of `dev` \
             put the {MASTER_KEY} back, or choose another folder with --data."
        )));
    }
    Ok(())
}

/// Refuses a folder of `dev`, which keeps the master key next to the data.
pub(super) fn require_of_serve(data: &Path) -> Result<(), Stop> {
    if !has_master_key(data) {
        return Ok(());
    }
    let shown = data.display();
    Err(Stop::refused(format!(
        "{shown} contains a {MASTER_KEY}, so it is a folder of `dev`; run poolkeeper dev --data \
         {shown}, choose another folder in store.path, or, to serve these data, move the key \
         elsewhere and set keys.master_key_file to it."
    )))
}

/// Reads the folder's master key, generated on first use.
pub(super) fn master_key(data: &Path, rng: &Rng) -> Result<MasterKeys, Stop> {
    let path = data.join(MASTER_KEY);
    let text = read_or_make(&path, || MasterKeys::generate_one(rng))?;
    MasterKeys::from_texts(&[text.as_str()])
        .map_err(|error| Stop::refused(format!("{}: {error}.", path.display())))
}

/// Whether the folder contains a master key.
pub(super) fn has_master_key(data: &Path) -> bool {
    data.join(MASTER_KEY).exists()
}

/// Reads a private file, first writing it if it does not exist.
pub(super) fn read_or_make(
    path: &Path,
    make: impl FnOnce() -> Zeroizing<String>,
) -> Result<Zeroizing<String>, Stop> {
    if !path.exists() {
        write_new(path, &make())
            .map_err(|error| Stop::failed(format!("Cannot write {}: {error}.", path.display())))?;
    }
    Ok(secret_file::read(path)?)
}

/// Writes a temporary file and links it into place, so that a partial file is never visible. A file
/// that another process created meanwhile is kept.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let beside = PathBuf::from(format!("{}.{}", path.display(), std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    let linked = fs::hard_link(&beside, path);
    fs::remove_file(&beside)?;
    match linked {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    }
}

/// Refuses a folder without a database, or one that this user cannot read.
pub(super) fn require_database(data: &Path) -> Result<(), Stop> {
    match database(data).try_exists() {
        Ok(true) => Ok(()),
        Ok(false) => Err(Stop::refused(format!(
            "{} has no database; give the data folder of a server.",
            data.display()
        ))),
        Err(error) => Err(Stop::failed(format!(
            "Cannot read {}: {error}; run this as the user that the server runs as, or as root.",
            data.display()
        ))),
    }
}
