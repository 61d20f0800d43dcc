//! A file that is still being written.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::BackupError;

/// How the name of a file ends that is still being written.
pub(super) const PARTIAL: &str = ".partial";

/// A partly written file, removed when dropped.
pub(crate) struct Partial(pub(crate) PathBuf);

impl Partial {
    /// Creates `<name>.partial` next to the final file, readable by its owner only.
    pub(crate) fn create(to: &Path) -> Result<Partial, BackupError> {
        let mut name = to.as_os_str().to_owned();
        name.push(PARTIAL);
        let path = PathBuf::from(name);
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Ok(_) => Ok(Partial(path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(BackupError::LeftOver(path))
            }
            // Reported by the requested name: the caller does not know the other.
            Err(error) => Err(BackupError::File(to.to_owned(), error)),
        }
    }

    /// Syncs the file and gives it its final name. Returns its size in bytes.
    pub(crate) fn put_in_place(self, to: &Path) -> Result<u64, BackupError> {
        let failed = |error: std::io::Error| BackupError::File(to.to_owned(), error);
        let file = File::options().write(true).open(&self.0).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        match fs::hard_link(&self.0, to) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(BackupError::Exists(to.to_owned()));
            }
            // Some file systems have no links. A moment ago, no file had that name.
            Err(_) => fs::rename(&self.0, to).map_err(failed)?,
        }
        drop(self);
        sync_folder_of(to).map_err(|error| {
            // The failure is reported, so the file must not exist.
            let _ = fs::remove_file(to);
            failed(error)
        })?;
        Ok(bytes)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // The name may already be gone.
        let _ = fs::remove_file(&self.0);
    }
}

/// A new name is durable once its folder is synced.
fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
