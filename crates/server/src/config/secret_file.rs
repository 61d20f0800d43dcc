//! Files that hold a secret: only their owner may be able to read them.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;

use zeroize::Zeroizing;

use super::ConfigError;

/// Maximum size in bytes of a key or secret; a larger file was given by mistake.
const MAX_BYTES: u64 = 4096;

/// Reads a file that only its owner can read, and trims white space at both ends.
///
/// # Errors
/// Unreadable, too large, empty, or readable by others.
pub fn read(path: &Path) -> Result<Zeroizing<String>, ConfigError> {
    let shown = path.display();
    let failed = |error: std::io::Error| ConfigError::new(format!("Cannot read {shown}: {error}."));
    // One handle for the check and the read, so that the file cannot be replaced in between.
    let file = File::open(path).map_err(failed)?;
    require_private_metadata(path, &file.metadata().map_err(failed)?)?;
    let mut text = Zeroizing::new(String::new());
    file.take(MAX_BYTES + 1).read_to_string(&mut text).map_err(failed)?;
    if text.len() as u64 > MAX_BYTES {
        return Err(ConfigError::new(format!(
            "{shown} is too large to be a key or secret; give the right file."
        )));
    }
    let text = Zeroizing::new(text.trim().to_owned());
    if text.is_empty() {
        return Err(ConfigError::new(format!("{shown} is empty; put the key or secret in it.")));
    }
    Ok(text)
}

/// Refuses a file that anyone but its owner can read or write.
pub fn require_private(path: &Path) -> Result<(), ConfigError> {
    let metadata = std::fs::metadata(path)
        .map_err(|error| ConfigError::new(format!("Cannot read {}: {error}.", path.display())))?;
    require_private_metadata(path, &metadata)
}

#[cfg(unix)]
fn require_private_metadata(path: &Path, metadata: &Metadata) -> Result<(), ConfigError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = metadata.permissions().mode() & 0o777;
    if !metadata.is_file() {
        return Err(ConfigError::new(format!("{} is not a file.", path.display())));
    }
    if mode & 0o177 != 0 {
        return Err(ConfigError::new(format!(
            "{0} holds a secret and its permissions are {mode:04o}; run: chmod 600 {0}",
            path.display()
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
fn require_private_metadata(path: &Path, metadata: &Metadata) -> Result<(), ConfigError> {
    if metadata.is_file() {
        Ok(())
    } else {
        Err(ConfigError::new(format!("{} is not a file.", path.display())))
    }
}
