//! Session settings of pools and app clients.

use wire::idp::{
    ClientSSOSessionConfigType, SetUserPoolClientSessionConfigurationRequest,
    SetUserPoolSessionConfigurationRequest, UserPoolTierType, UserPoolTokenSessionConfigType,
    UserSessionTrackingType,
};

use crate::Time;
use crate::client::AppClient;
use crate::pool::{SettingsRefusal, UserPool, unavailable};

/// Default maximum number of token sessions of a user.
const DEFAULT_PER_USER: i32 = 20;
/// Highest maximum number of token sessions of a user that can be set (API reference,
/// `MaxSessionsPerUserType`).
pub const MOST_PER_USER: usize = 100;
/// Minutes for which a client accepts an SSO session without asking, unless set.
pub const SSO_MINUTES: i32 = 60;

impl UserPool {
    /// The session tracking setting, or its default.
    pub fn session_tracking(&self) -> UserSessionTrackingType {
        self.sessions
            .as_ref()
            .map_or(UserSessionTrackingType::Disabled, |set| set.user_session_tracking)
    }

    /// The limits of token sessions, or their defaults.
    pub fn token_session_limits(&self) -> UserPoolTokenSessionConfigType {
        let unset = UserPoolTokenSessionConfigType { max_per_user: DEFAULT_PER_USER };
        self.sessions.as_ref().map_or(unset, |set| set.token_session.clone())
    }

    /// Whether sign-ins create sessions. Tracking is dormant in a tier that lacks it.
    pub fn tracks_sessions(&self) -> bool {
        self.session_tracking() == UserSessionTrackingType::Enabled
            && self.tier() != UserPoolTierType::Lite
    }

    /// How many token sessions a user may have.
    pub fn sessions_per_user(&self) -> usize {
        usize::try_from(self.token_session_limits().max_per_user)
            .unwrap_or(1)
            .clamp(1, MOST_PER_USER)
    }

    /// Replaces the session settings.
    ///
    /// # Errors
    /// The pool's tier has no sessions.
    pub fn set_sessions(
        &mut self,
        given: SetUserPoolSessionConfigurationRequest,
        now: Time,
    ) -> Result<(), SettingsRefusal> {
        self.require_session_tier()?;
        self.sessions = Some(given);
        self.modified = now;
        Ok(())
    }

    /// Refuses if the pool's tier has no sessions.
    ///
    /// # Errors
    /// The pool's tier has no sessions.
    pub fn require_session_tier(&self) -> Result<(), SettingsRefusal> {
        if self.tier() == UserPoolTierType::Lite {
            Err(unavailable(self.tier(), "Session Tracking"))
        } else {
            Ok(())
        }
    }
}

impl AppClient {
    /// The limits of SSO sessions, or their defaults.
    pub fn sso_session_limits(&self) -> ClientSSOSessionConfigType {
        let unset = ClientSSOSessionConfigType { max_validity_minutes: SSO_MINUTES };
        self.sessions.as_ref().map_or(unset, |set| set.sso_session.clone())
    }

    /// Replaces the session settings.
    pub fn set_sessions(&mut self, given: SetUserPoolClientSessionConfigurationRequest, now: Time) {
        self.sessions = Some(given);
        self.modified = now;
    }
}
