//! An app client as DescribeUserPoolClient and ListUserPoolClients show it.

use wire::idp::{UserPoolClientDescription, UserPoolClientType};

use super::AppClient;

/// Default of `AuthSessionValidity`, in minutes.
const DEFAULT_SESSION_MINUTES: i32 = 3;

impl AppClient {
    /// The client as DescribeUserPoolClient returns it, with the secret that the caller has
    /// unsealed, if it has one. Unset members without a default stay absent.
    pub fn describe(&self, secret: Option<&str>) -> UserPoolClientType {
        let given = &self.settings;
        UserPoolClientType {
            user_pool_id: Some(self.pool_id.clone()),
            client_name: Some(given.client_name.clone()),
            client_id: Some(self.id.clone().into()),
            client_secret: secret.map(Into::into),
            creation_date: Some(self.created.into()),
            last_modified_date: Some(self.modified.into()),
            refresh_token_validity: Some(self.refresh_validity()),
            access_token_validity: given.access_token_validity,
            id_token_validity: given.id_token_validity,
            token_validity_units: Some(given.token_validity_units.clone().unwrap_or_default()),
            read_attributes: given.read_attributes.clone(),
            write_attributes: given.write_attributes.clone(),
            explicit_auth_flows: given.explicit_auth_flows.clone(),
            supported_identity_providers: given.supported_identity_providers.clone(),
            callback_urls: given.callback_urls.clone(),
            logout_urls: given.logout_urls.clone(),
            default_redirect_uri: given.default_redirect_uri.clone(),
            allowed_oauth_flows: given.allowed_oauth_flows.clone(),
            allowed_oauth_scopes: given.allowed_oauth_scopes.clone(),
            allowed_oauth_flows_user_pool_client: Some(
                given.allowed_oauth_flows_user_pool_client.unwrap_or(false),
            ),
            analytics_configuration: given.analytics_configuration.clone(),
            prevent_user_existence_errors: given.prevent_user_existence_errors,
            enable_token_revocation: Some(self.revocation_enabled()),
            enable_propagate_additional_user_context_data: Some(
                given.enable_propagate_additional_user_context_data.unwrap_or(false),
            ),
            auth_session_validity: Some(
                given.auth_session_validity.unwrap_or(DEFAULT_SESSION_MINUTES),
            ),
            refresh_token_rotation: given.refresh_token_rotation.clone(),
            ..UserPoolClientType::default()
        }
    }

    /// The client as ListUserPoolClients returns it.
    pub fn summary(&self) -> UserPoolClientDescription {
        UserPoolClientDescription {
            client_id: Some(self.id.clone().into()),
            user_pool_id: Some(self.pool_id.clone()),
            client_name: Some(self.settings.client_name.clone()),
        }
    }
}
