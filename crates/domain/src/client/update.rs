//! UpdateUserPoolClient: which settings an omitted member keeps, and which it resets.

use wire::idp::{CreateUserPoolClientRequest, TokenValidityUnitsType, UpdateUserPoolClientRequest};

use super::AppClient;
use super::flows;
use super::settings::{self, Action};
use crate::Time;
use crate::pool::{SettingsRefusal, UserPool};

impl AppClient {
    /// The client with the settings of a request whose members have been validated one by one.
    /// Most settings the request omits return to their default. How refresh tokens live, rotate and
    /// are revoked stays, and so do the validity of challenge sessions, the hiding of users, the
    /// name, and everything that is not a setting, such as the secrets and the creation time.
    ///
    /// # Errors
    /// The first rule that the settings break, with the exception's message.
    pub fn update(
        &self,
        pool: &UserPool,
        now: Time,
        request: UpdateUserPoolClientRequest,
    ) -> Result<Self, SettingsRefusal> {
        flows::check_rotation_tier(pool, request.refresh_token_rotation.as_ref())?;
        let settings = self.replaced(request);
        settings::check_settings(pool, &settings, self.has_secret(), Action::Updating)?;
        Ok(Self { settings, modified: now, ..self.clone() })
    }

    /// Names every member, so that a member added to the model cannot be forgotten.
    fn replaced(&self, request: UpdateUserPoolClientRequest) -> CreateUserPoolClientRequest {
        let kept = &self.settings;
        let token_validity_units = self.replaced_units(&request);
        CreateUserPoolClientRequest {
            user_pool_id: self.pool_id.clone(),
            client_name: request.client_name.unwrap_or_else(|| kept.client_name.clone()),
            generate_secret: None,
            client_secret: None,
            refresh_token_validity: request.refresh_token_validity.or(kept.refresh_token_validity),
            access_token_validity: request.access_token_validity,
            id_token_validity: request.id_token_validity,
            token_validity_units,
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
            prevent_user_existence_errors: request
                .prevent_user_existence_errors
                .or(kept.prevent_user_existence_errors),
            enable_token_revocation: request
                .enable_token_revocation
                .or(kept.enable_token_revocation),
            enable_propagate_additional_user_context_data: request
                .enable_propagate_additional_user_context_data,
            auth_session_validity: request.auth_session_validity.or(kept.auth_session_validity),
            refresh_token_rotation: request
                .refresh_token_rotation
                .or_else(|| kept.refresh_token_rotation.clone()),
        }
    }

    /// The units after the request: a kept lifetime keeps its unit, unless the request names one.
    fn replaced_units(
        &self,
        request: &UpdateUserPoolClientRequest,
    ) -> Option<TokenValidityUnitsType> {
        let kept =
            self.settings.token_validity_units.as_ref().and_then(|units| units.refresh_token);
        let mut units = request.token_validity_units.clone();
        if request.refresh_token_validity.is_none() && kept.is_some() {
            let refresh_token = &mut units.get_or_insert_default().refresh_token;
            *refresh_token = refresh_token.or(kept);
        }
        units
    }
}
