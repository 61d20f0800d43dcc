//! Refused pool and client settings, as the service words them.

use domain::pool::SettingsRefusal;
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};

/// The exception for a refusal of settings.
pub(crate) fn refused(refusal: SettingsRefusal) -> Error {
    match refusal {
        SettingsRefusal::InvalidParameter(text) => refuse(Kind::InvalidParameter, text),
        SettingsRefusal::FeatureUnavailableInTier(text) => {
            refuse(Kind::FeatureUnavailableInTier, text)
        }
        SettingsRefusal::ScopeDoesNotExist(text) => refuse(Kind::ScopeDoesNotExist, text),
        SettingsRefusal::InvalidOAuthFlow(text) => refuse(Kind::InvalidOAuthFlow, text),
        SettingsRefusal::TierChangeNotAllowed(text) => refuse(Kind::TierChangeNotAllowed, text),
        SettingsRefusal::UserPoolTagging(text) => refuse(Kind::UserPoolTagging, text),
    }
}
