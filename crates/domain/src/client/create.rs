//! CreateUserPoolClient: every rule that needs more than one member of the request, or the pool.

use wire::idp::CreateUserPoolClientRequest;

use super::secret::{SecretChoice, secret_choice};
use super::{AppClient, attributes, flows, oauth, validity};
use crate::Time;
use crate::pool::{SettingsRefusal, UserPool, invalid};

/// The one identity provider that every pool has: its own users.
const OWN_PROVIDER: &str = "COGNITO";

impl AppClient {
    /// A new app client of `pool` with the settings of a request whose members are each within their limits.
    ///
    /// The secret is not kept: ask [`secret_choice`] first, seal the secret and add it with [`AppClient::add_secret`].
    /// Until then a client that shall have one counts as having one, so that it is never taken for a public client.
    ///
    /// # Errors
    /// The first rule that the settings break, with the exception's text.
    pub fn create(
        pool: &UserPool,
        id: &str,
        now: Time,
        mut request: CreateUserPoolClientRequest,
    ) -> Result<Self, SettingsRefusal> {
        let confidential = !matches!(secret_choice(&request)?, SecretChoice::None);
        flows::check(pool, &request, confidential)?;
        validity::check(&request)?;
        attributes::check(pool, &request)?;
        oauth::check(&request, confidential)?;
        check_providers(pool, &request)?;
        check_context_data(&request, confidential)?;
        request.client_secret = None;
        request.generate_secret = None;
        request.user_pool_id.clone_from(&pool.id);
        Ok(Self {
            id: id.to_owned(),
            pool_id: pool.id.clone(),
            created: now,
            modified: now,
            settings: request,
            secrets: Vec::new(),
            sessions: None,
            confidential,
        })
    }
}

fn check_providers(pool: &UserPool, request: &CreateUserPoolClientRequest) -> Result<(), SettingsRefusal> {
    let given = request.supported_identity_providers.as_deref().unwrap_or_default();
    match given.iter().find(|name| *name != OWN_PROVIDER) {
        Some(unknown) => invalid(format!("The provider {unknown} does not exist for User Pool {}.", pool.id)),
        None => Ok(()),
    }
}

fn check_context_data(request: &CreateUserPoolClientRequest, confidential: bool) -> Result<(), SettingsRefusal> {
    if request.enable_propagate_additional_user_context_data == Some(true) && !confidential {
        return invalid("Client Secret is required to set EnablePropagateAdditionalUserContextData as true");
    }
    Ok(())
}
