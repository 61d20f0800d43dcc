//! Writes a set of files: all or none.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files and a folder that are removed on drop, unless [`Written::keep`] is called.
pub(super) struct Written {
    pub(super) files: Vec<PathBuf>,
    pub(super) folder: Option<PathBuf>,
}

impl Written {
    /// Keeps the files: all of them were written.
    pub(super) fn keep(&mut self) {
        self.files.clear();
        self.folder = None;
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        for file in &self.files {
            // If a file cannot be removed, the next run refuses to overwrite it and names it.
            let _ = fs::remove_file(file);
        }
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes a new file; fails if it exists.
pub(super) fn write_new(path: &Path, text: &str, is_secret: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_secret { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = is_secret;
    let mut file = options.open(path)?;
    let written = write_all(&mut file, text);
    if written.is_err() {
        // The write error is the one to report.
        let _ = fs::remove_file(path);
    }
    written
}

fn write_all(file: &mut fs::File, text: &str) -> io::Result<()> {
    file.write_all(text.trim_end().as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}
