//! User pools: the settings of CreateUserPool, checked, kept as given and described with their
//! defaults.
//!
//! API reference: CreateUserPool, `UserPoolType`; developer guide: "Amazon Cognito user pools".

mod acr;
mod create;
mod custom;
mod describe;
mod doc;
mod factors;
mod messages;
mod mfa;
mod passwords;
mod recovery;
mod settings;
mod tags;
mod tier;
mod triggers;
mod update;

pub use recovery::Recovery;
pub(crate) use tier::unavailable;
pub use triggers::Trigger;
use wire::idp::{
    CreateUserPoolRequest, SchemaAttributeType, SetUserPoolSessionConfigurationRequest,
};

use self::mfa::SecondFactors;
use crate::Time;
pub use crate::document::BadDocument;
use crate::schema::Schema;
pub use crate::settings_refusal::SettingsRefusal;
pub(crate) use crate::settings_refusal::invalid;

/// A user pool.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPool {
    /// `<region>_<9 alphanumerics>`
    pub id: String,
    /// When it was created.
    pub created: Time,
    /// When its settings were last changed.
    pub modified: Time,
    /// The settings as given, checked; unset members stay absent.
    pub settings: CreateUserPoolRequest,
    second_factors: SecondFactors,
    /// Custom attributes added after creation, as given.
    added: Vec<SchemaAttributeType>,
    /// The session settings, if they were ever set; UpdateUserPool leaves them alone.
    pub sessions: Option<SetUserPoolSessionConfigurationRequest>,
    schema: Schema,
}

impl UserPool {
    /// The attributes that its users may have.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The pool's name.
    pub fn name(&self) -> &str {
        &self.settings.pool_name
    }
}
