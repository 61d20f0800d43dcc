//! Names of the authentication context class reference (ACR) levels.

use std::collections::BTreeMap;

use wire::idp::AcrLevelConfigType;

use super::{SettingsRefusal, UserPool, invalid};

/// The four levels, lowest first.
const LEVELS: [u8; 4] = [1, 2, 3, 4];

impl UserPool {
    /// The `acr` value of a level 1 to 4: the pool's own name for it, or `urn:cognito:loa:<level>`.
    pub fn acr_value(&self, level: u8) -> String {
        effective(self.settings.acr_configuration.as_ref(), level)
    }

    /// All four levels with their effective names.
    pub(super) fn acr_levels(&self) -> BTreeMap<String, AcrLevelConfigType> {
        let named =
            |level: u8| (key(level), AcrLevelConfigType { acr_value: self.acr_value(level) });
        LEVELS.into_iter().map(named).collect()
    }
}

/// Checks that the four names differ, including the default ones.
pub(super) fn check_acr_names(
    given: Option<&BTreeMap<String, AcrLevelConfigType>>,
) -> Result<(), SettingsRefusal> {
    let names: Vec<_> = LEVELS.into_iter().map(|level| effective(given, level)).collect();
    for (index, name) in names.iter().enumerate() {
        if names.iter().take(index).any(|earlier| earlier == name) {
            return invalid(format!("The ACR value {name} is used for more than one level."));
        }
    }
    Ok(())
}

/// Whether any level has a name of the pool's own. The default names, which every pool is described
/// with, do not count.
pub(super) fn has_own_name(given: &BTreeMap<String, AcrLevelConfigType>) -> bool {
    LEVELS.into_iter().any(|level| effective(Some(given), level) != effective(None, level))
}

fn effective(given: Option<&BTreeMap<String, AcrLevelConfigType>>, level: u8) -> String {
    let own = given.and_then(|levels| levels.get(&key(level)));
    own.map_or_else(|| format!("urn:cognito:loa:{level}"), |own| own.acr_value.clone())
}

fn key(level: u8) -> String {
    format!("Level{level}")
}
