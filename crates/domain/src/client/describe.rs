//! An app client as DescribeUserPoolClient and ListUserPoolClients show it.

use wire::idp::{
    AnalyticsConfigurationType, RefreshTokenRotationType, UserPoolClientDescription,
    UserPoolClientType,
};

use super::AppClient;
use crate::ids;

/// Default of `AuthSessionValidity`, in minutes.
const DEFAULT_SESSION_MINUTES: i32 = 3;

impl AppClient {
    /// The client as DescribeUserPoolClient returns it, with the secret that the caller has
    /// unsealed, if it has one. Unset members without a default stay absent; lists whose order has
    /// no meaning are sorted. `account_id` appears in names of roles.
    pub fn describe(&self, account_id: &str, secret: Option<&str>) -> UserPoolClientType {
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
            read_attributes: sorted(given.read_attributes.as_ref(), String::as_str),
            write_attributes: sorted(given.write_attributes.as_ref(), String::as_str),
            explicit_auth_flows: sorted(given.explicit_auth_flows.as_ref(), |flow| flow.as_str()),
            supported_identity_providers: given.supported_identity_providers.clone(),
            callback_urls: sorted(given.callback_urls.as_ref(), String::as_str),
            logout_urls: sorted(given.logout_urls.as_ref(), String::as_str),
            default_redirect_uri: given.default_redirect_uri.clone(),
            allowed_oauth_flows: sorted(given.allowed_oauth_flows.as_ref(), |flow| flow.as_str()),
            allowed_oauth_scopes: sorted(given.allowed_oauth_scopes.as_ref(), String::as_str),
            allowed_oauth_flows_user_pool_client: Some(
                given.allowed_oauth_flows_user_pool_client.unwrap_or(false),
            ),
            analytics_configuration: self.described_analytics(account_id),
            prevent_user_existence_errors: given.prevent_user_existence_errors,
            enable_token_revocation: Some(self.revocation_enabled()),
            enable_propagate_additional_user_context_data: Some(
                given.enable_propagate_additional_user_context_data.unwrap_or(false),
            ),
            auth_session_validity: Some(
                given.auth_session_validity.unwrap_or(DEFAULT_SESSION_MINUTES),
            ),
            refresh_token_rotation: self.described_rotation(),
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

    /// With an application named by its ARN, the service uses its own role.
    fn described_analytics(&self, account_id: &str) -> Option<AnalyticsConfigurationType> {
        let mut shown = self.settings.analytics_configuration.clone()?;
        shown.user_data_shared.get_or_insert(false);
        if shown.application_arn.is_some() && shown.role_arn.is_none() {
            shown.role_arn = Some(ids::service_role_arn(account_id));
        }
        Some(shown)
    }

    fn described_rotation(&self) -> Option<RefreshTokenRotationType> {
        let mut shown = self.settings.refresh_token_rotation.clone()?;
        shown.retry_grace_period_seconds.get_or_insert(0);
        Some(shown)
    }
}

/// The list in the order of its texts.
fn sorted<T: Clone>(given: Option<&Vec<T>>, text: fn(&T) -> &str) -> Option<Vec<T>> {
    let mut list = given?.clone();
    list.sort_by(|one, other| text(one).cmp(text(other)));
    Some(list)
}
