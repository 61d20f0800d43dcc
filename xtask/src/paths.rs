//! Paths that the commands share, relative to the repository's root.

use std::path::{Path, PathBuf};

/// The folder with one folder of operation files for each service (`idp`, `identity`).
pub(crate) const OPERATIONS: &str = "crates/operations/src";

/// The folder whose `idp` and `identity` mirror the operations with their tests.
pub(crate) const OPERATION_TESTS: &str = "tests";

/// The repository's root folder, which holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_exists() {
        assert!(root().join("Cargo.lock").is_file());
        assert!(root().join(OPERATIONS).join("idp/sign_up.rs").is_file());
        assert!(root().join(OPERATION_TESTS).join("idp/sign_up.rs").is_file());
    }
}
