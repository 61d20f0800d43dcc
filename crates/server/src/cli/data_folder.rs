//! The data folder: made on first use; that of `dev` has the master key in it.

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
/// What `init` calls the configuration that it writes.
pub(super) const CONFIGURATION: &str = "poolkeeper.toml";

/// The database in a folder.
pub(super) fn database(data: &Path) -> PathBuf {
    data.join(DATABASE)
}

/// Makes the folder if it is not there; only its owner may look in.
pub(super) fn make(data: &Path) -> Result<(), Stop> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(data).map_err(|error| {
        Stop::failed(format!("Cannot create the folder {}: {error}.", data.display()))
    })
}

/// Refuses a folder that is not for `dev`: one with a configuration of `serve`, or with data whose
/// key is elsewhere.
pub(super) fn require_of_dev(data: &Path) -> Result<(), Stop> {
    let (shown, configuration) = (data.display(), data.join(CONFIGURATION));
    if configuration.exists() {
        return Err(Stop::refused(format!(
            "{shown} holds the configuration and keys of a server; choose another folder with --data, or run: poolkeeper serve \
             --config {}",
            configuration.display()
        )));
    }
    if database(data).exists() && !has_master_key(data) {
        return Err(Stop::refused(format!(
            "{shown} has a database but no {MASTER_KEY}, and its data cannot be decrypted without that key; for data of `serve` run \
             poolkeeper serve --config FILE, for data of `dev` put the {MASTER_KEY} back, or choose another folder with --data."
        )));
    }
    Ok(())
}

/// Refuses a folder of `dev`, which has the master key beside the data.
pub(super) fn require_of_serve(data: &Path) -> Result<(), Stop> {
    if !has_master_key(data) {
        return Ok(());
    }
    let shown = data.display();
    Err(Stop::refused(format!(
        "{shown} contains a {MASTER_KEY}, so it is a folder of `dev`; run poolkeeper dev --data {shown}, choose another folder in \
         store.path, or, to serve these data, move the key elsewhere and set keys.master_key_file to it."
    )))
}

/// The folder's master key; made on first use.
pub(super) fn master_key(data: &Path, rng: &Rng) -> Result<MasterKeys, Stop> {
    let path = data.join(MASTER_KEY);
    let text = read_or_make(&path, || MasterKeys::generate_one(rng))?;
    MasterKeys::from_texts(&[text.as_str()])
        .map_err(|error| Stop::refused(format!("{}: {error}.", path.display())))
}

/// Whether the folder has a master key of its own.
pub(super) fn has_master_key(data: &Path) -> bool {
    data.join(MASTER_KEY).exists()
}

/// The text of a private file, written whole on first use.
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

/// Writes beside the file and links it in place, so that it never exists in part; one that another
/// process made in the meantime stays.
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

/// Refuses a folder without a store, and one that this user may not look into.
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
