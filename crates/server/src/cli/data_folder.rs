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
    if !path.exists() && has_database(data) {
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

/// Whether a store has been made in the folder.
pub(super) fn has_database(data: &Path) -> bool {
    data.join("poolkeeper.db").exists()
}
