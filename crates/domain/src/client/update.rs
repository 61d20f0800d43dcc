//! UpdateUserPoolClient: replaces all settings.

use wire::idp::{CreateUserPoolClientRequest, UpdateUserPoolClientRequest};

use super::AppClient;
use super::settings::{self, Action};
use crate::Time;
use crate::pool::{SettingsRefusal, UserPool};

impl AppClient {
    /// The client with the settings of a request whose members have been validated one by one.
    /// Settings the request omits return to their default; the name, which has no default, stays,
    /// and so does everything that is not a setting, such as the secrets and the creation time.
    ///
    /// # Errors
    /// The first rule that the settings break, with the exception's message.
    pub fn update(
        &self,
        pool: &UserPool,
        now: Time,
        request: UpdateUserPoolClientRequest,
    ) -> Result<Self, SettingsRefusal> {
        let settings = self.replaced(request);
        settings::check_settings(pool, &settings, self.has_secret(), Action::Updating)?;
        Ok(Self { settings, modified: now, ..self.clone() })
    }

    /// Names every member, so that a member added to the model cannot be forgotten.
    fn replaced(&self, request: UpdateUserPoolClientRequest) -> CreateUserPoolClientRequest {
        CreateUserPoolClientRequest {
            user_pool_id: self.pool_id.clone(),
            client_name: request.client_name.unwrap_or_else(|| self.settings.client_name.clone()),
            generate_secret: None,
            client_secret: None,
            refresh_token_validity: request.refresh_token_validity,
            access_token_validity: request.access_token_validity,
            id_token_validity: request.id_token_validity,
            token_validity_units: request.token_validity_units,
            read_attributes: request.read_attributes,
            write_attributes: request.write_attributes,
            explicit_auth_flows: request.explicit_auth_flows,
            supported_identity_providers: request.supported_identity_providers,
            callback_urls: request.callback_urls,
            logout_urls: request.logout_urls,
            default_redirect_uri: request.default_redirect_uri,
            allowed_oauth_flows: request.allowed_oauth_flows,
            allowed_oauth_scopes: request.allowed_oauth_scopes,
            allowed_oauth_flows_user_pool_client: request.allowed_oauth_flows_user_pool_client,
            analytics_configuration: request.analytics_configuration,
            prevent_user_existence_errors: request.prevent_user_existence_errors,
            enable_token_revocation: request.enable_token_revocation,
            enable_propagate_additional_user_context_data: request
                .enable_propagate_additional_user_context_data,
            auth_session_validity: request.auth_session_validity,
            refresh_token_rotation: request.refresh_token_rotation,
        }
    }
}
