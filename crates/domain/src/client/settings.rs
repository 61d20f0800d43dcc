//! The rules of an app client's settings that involve several members of the request, or the pool:
//! the same for create and update.

use wire::idp::CreateUserPoolClientRequest;

use super::{attributes, flows, oauth, validity};
use crate::pool::{SettingsRefusal, UserPool, invalid};

/// The one identity provider that every pool has: its own users.
const OWN_PROVIDER: &str = "COGNITO";

/// What is being done to the client, which some messages mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Creating,
    Updating,
}

impl Action {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "creating",
            Self::Updating => "updating",
        }
    }
}

/// Checks settings whose members have been validated one by one. `confidential`: whether the client
/// has, or is to have, a secret.
pub(super) fn check_settings(
    pool: &UserPool,
    settings: &CreateUserPoolClientRequest,
    confidential: bool,
    action: Action,
) -> Result<(), SettingsRefusal> {
    flows::check_auth_flows(pool, settings, confidential)?;
    validity::check_token_lifetimes(settings)?;
    attributes::check_attribute_lists(pool, settings, action)?;
    oauth::check_oauth(settings, confidential)?;
    check_providers(pool, settings)?;
    check_context_data(settings, confidential)
}

fn check_providers(
    pool: &UserPool,
    settings: &CreateUserPoolClientRequest,
) -> Result<(), SettingsRefusal> {
    let given = settings.supported_identity_providers.as_deref().unwrap_or_default();
    match given.iter().find(|name| *name != OWN_PROVIDER) {
        Some(unknown) => {
            invalid(format!("The provider {unknown} does not exist for User Pool {}.", pool.id))
        }
        None => Ok(()),
    }
}

fn check_context_data(
    settings: &CreateUserPoolClientRequest,
    confidential: bool,
) -> Result<(), SettingsRefusal> {
    if settings.enable_propagate_additional_user_context_data == Some(true) && !confidential {
        return invalid(
            "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
        );
    }
    Ok(())
}
