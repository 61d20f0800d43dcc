//! The data folder: made on first use; that of `dev` has the master key in it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use domain::Rng;
use domain::seal::MasterKeys;
use zeroize::Zeroizing;

use super::Stop;
use crate::config::secret_file;

const MASTER_KEY: &str = "master.key";
const DATABASE: &str = "poolkeeper.db";

/// Makes the folder if it is not there; only its owner may look in.
pub(super) fn make(data: &Path) -> Result<(), Stop> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(data).map_err(|error| Stop::failed(format!("Cannot make the folder {}: {error}.", data.display())))
}

/// The folder's master key; made on first use.
pub(super) fn master_key(data: &Path, rng: &Rng) -> Result<MasterKeys, Stop> {
    let path = data.join(MASTER_KEY);
    if !path.exists() && data.join(DATABASE).exists() {
        return Err(Stop::refused(format!(
            "The data folder {} has a database but its {MASTER_KEY} is gone, and nothing in it can be unsealed without it; \
             put the key back or use another folder.",
            data.display()
        )));
    }
    let text = read_or_make(&path, || MasterKeys::generate_one(rng))?;
    MasterKeys::from_texts(&[text.as_str()]).map_err(|error| Stop::refused(format!("{}: {error}.", path.display())))
}

/// Whether the folder has a master key of its own.
pub(super) fn has_master_key(data: &Path) -> bool {
    data.join(MASTER_KEY).exists()
}

/// The text of a private file, written whole on first use.
pub(super) fn read_or_make(path: &Path, make: impl FnOnce() -> Zeroizing<String>) -> Result<Zeroizing<String>, Stop> {
    if !path.exists() {
        write_new(path, &make()).map_err(|error| Stop::failed(format!("Cannot write {}: {error}.", path.display())))?;
    }
    Ok(secret_file::read(path)?)
}

/// Writes beside the file and links it in place, so that it never exists in part; one that another process made in the
/// meantime stays.
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
    match data.join(DATABASE).try_exists() {
        Ok(true) => Ok(()),
        Ok(false) => Err(Stop::failed(format!("{} has no database; give the folder that a server uses.", data.display()))),
        Err(error) => Err(Stop::failed(format!(
            "Cannot look into {}: {error}; run this as the user whom the server runs as, or as root.",
            data.display()
        ))),
    }
}
