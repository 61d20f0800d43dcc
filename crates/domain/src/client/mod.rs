//! App clients: the settings of CreateUserPoolClient, checked, kept as given and described with
//! their defaults.
//!
//! API reference: CreateUserPoolClient, `UserPoolClientType`; developer guide:
//! "Application-specific settings".

mod attributes;
mod create;
mod describe;
mod doc;
mod flows;
mod oauth;
mod secret;
mod settings;
mod update;
mod validity;

pub use attributes::{AllowedAttributes, UnsetAttributes};
pub use secret::{
    MOST_SECRETS, SecretChoice, SecretRefusal, StoredSecret, secret_choice, secret_hash,
    secret_hash_matches, secret_matches,
};
use wire::idp::{
    CreateUserPoolClientRequest, FeatureType, PreventUserExistenceErrorTypes,
    SetUserPoolClientSessionConfigurationRequest,
};

use crate::Time;

/// An app client of a user pool.
#[derive(Debug, Clone, PartialEq)]
pub struct AppClient {
    /// 26 characters `[a-z0-9]`.
    pub id: String,
    /// The pool that it belongs to.
    pub pool_id: String,
    /// When it was created.
    pub created: Time,
    /// When its settings were last changed.
    pub modified: Time,
    /// The settings as given, checked; unset members and the secret stay absent.
    pub settings: CreateUserPoolClientRequest,
    /// Its secrets, oldest first: at most two, either of which authenticates it.
    pub secrets: Vec<StoredSecret>,
    /// The number in the latest secret id issued, so that none is issued twice.
    last_secret: i64,
    /// The session settings, if they were ever set; UpdateUserPoolClient leaves them alone.
    pub sessions: Option<SetUserPoolClientSessionConfigurationRequest>,
    /// What `ReadAttributes` and `WriteAttributes` allow where they are unset.
    unset_attributes: UnsetAttributes,
    /// Whether it was created with a secret: callers must prove that they know one, even if it has
    /// none left.
    confidential: bool,
}

impl AppClient {
    /// Whether callers must prove that they know the client's secret.
    pub fn has_secret(&self) -> bool {
        self.confidential || !self.secrets.is_empty()
    }

    /// Whether refresh tokens can be revoked one family at a time, and tokens carry `origin_jti`.
    /// On unless turned off.
    pub fn revocation_enabled(&self) -> bool {
        self.settings.enable_token_revocation.unwrap_or(true)
    }

    /// Whether every refresh gives a new refresh token and retires the old one.
    pub fn rotation_enabled(&self) -> bool {
        self.settings
            .refresh_token_rotation
            .as_ref()
            .is_some_and(|one| one.feature == FeatureType::Enabled)
    }

    /// Seconds for which a retired refresh token still works; 0 if tokens do not rotate.
    pub fn rotation_grace_seconds(&self) -> i64 {
        let rotation = self
            .settings
            .refresh_token_rotation
            .as_ref()
            .filter(|one| one.feature == FeatureType::Enabled);
        rotation.and_then(|one| one.retry_grace_period_seconds).map_or(0, i64::from)
    }

    /// Whether responses must not distinguish an unknown user from a wrong password.
    pub fn hides_existence(&self) -> bool {
        self.settings.prevent_user_existence_errors == Some(PreventUserExistenceErrorTypes::Enabled)
    }
}
