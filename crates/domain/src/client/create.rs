//! CreateUserPoolClient: a new app client.

use wire::idp::CreateUserPoolClientRequest;

use super::flows;
use super::secret::{SecretChoice, secret_choice};
use super::settings::{self, Action};
use super::{AppClient, UnsetAttributes};
use crate::Time;
use crate::pool::{SettingsRefusal, UserPool};

impl AppClient {
    /// A new app client of `pool` with the settings of a request whose members have been validated
    /// one by one.
    ///
    /// The secret is not kept: call [`secret_choice`] first, seal the secret and add it with
    /// [`AppClient::add_secret`]. Until then a client that is to have a secret counts as having
    /// one, so that it is never taken for a public client.
    ///
    /// # Errors
    /// The first rule that the settings break, with the exception's message.
    pub fn create(
        pool: &UserPool,
        id: &str,
        now: Time,
        mut request: CreateUserPoolClientRequest,
    ) -> Result<Self, SettingsRefusal> {
        let confidential = !matches!(secret_choice(&request)?, SecretChoice::None);
        flows::check_rotation_tier(pool, request.refresh_token_rotation.as_ref())?;
        settings::check_settings(pool, &request, confidential, Action::Creating)?;
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
            last_secret: 0,
            sessions: None,
            confidential,
            unset_attributes: UnsetAttributes::default(),
        })
    }
}
