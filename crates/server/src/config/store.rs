//! `[store]`: where data is kept.

use std::path::PathBuf;

use serde::Deserialize;

use super::ConfigError;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    path: PathBuf,
}

/// The checked section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The data folder, absolute.
    pub path: PathBuf,
}

impl Section {
    pub(super) fn check(self) -> Result<Place, ConfigError> {
        if !self.path.is_absolute() {
            return Err(ConfigError::new(format!(
                "store.path '{}' is not absolute; write the whole path, so that it does not depend on where the \
                 server is started.",
                self.path.display()
            )));
        }
        Ok(Place { path: self.path })
    }
}
