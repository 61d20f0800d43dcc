//! Which authentication flows an app client allows: `ExplicitAuthFlows`.
//!
//! Developer guide: "Authentication flows"; the legacy values without `ALLOW_` keep SRP, custom and
//! refresh on.

use wire::idp::{
    AuthFlowType, CreateUserPoolClientRequest, ExplicitAuthFlowsType as Flow, FeatureType,
    RefreshTokenRotationType, UserPoolTierType,
};

use super::AppClient;
use crate::pool::{SettingsRefusal, UserPool, invalid, unavailable};

impl AppClient {
    /// Whether the client may begin a sign-in with this flow.
    pub fn allows(&self, flow: AuthFlowType) -> bool {
        let set = self.flows();
        let legacy = is_legacy(set);
        match flow {
            AuthFlowType::UserSrpAuth if set.is_empty() => true,
            AuthFlowType::UserSrpAuth if legacy => !self.is_custom_only(),
            AuthFlowType::UserSrpAuth => set.contains(&Flow::AllowUserSrpAuth),
            AuthFlowType::CustomAuth => {
                set.is_empty() || legacy || set.contains(&Flow::AllowCustomAuth)
            }
            AuthFlowType::RefreshTokenAuth | AuthFlowType::RefreshToken => self.refresh_allowed(),
            AuthFlowType::UserPasswordAuth => {
                set.contains(&Flow::AllowUserPasswordAuth) || set.contains(&Flow::UserPasswordAuth)
            }
            AuthFlowType::AdminUserPasswordAuth | AuthFlowType::AdminNoSrpAuth => {
                set.contains(&Flow::AllowAdminUserPasswordAuth)
                    || set.contains(&Flow::AdminNoSrpAuth)
            }
            AuthFlowType::UserAuth => set.contains(&Flow::AllowUserAuth),
        }
    }

    /// Whether the client has the legacy flow that leaves custom authentication alone.
    pub fn is_custom_only(&self) -> bool {
        self.flows().contains(&Flow::CustomAuthFlowOnly)
    }

    /// Whether InitiateAuth may refresh. With rotation on, only GetTokensFromRefreshToken and the
    /// token endpoint do.
    pub fn refresh_allowed(&self) -> bool {
        !self.rotation_enabled() && permits_refresh(self.flows())
    }

    /// Whether the client only gets machine-to-machine tokens with its secret, and cannot sign
    /// users in.
    pub fn client_token_only(&self) -> bool {
        self.flows().contains(&Flow::AllowClientTokenAuth)
    }

    fn flows(&self) -> &[Flow] {
        self.settings.explicit_auth_flows.as_deref().unwrap_or_default()
    }
}

/// Checks `ExplicitAuthFlows` by itself and against the secret, the pool's tier and the rotation.
pub(super) fn check_auth_flows(
    pool: &UserPool,
    request: &CreateUserPoolClientRequest,
    confidential: bool,
) -> Result<(), SettingsRefusal> {
    let set = request.explicit_auth_flows.as_deref().unwrap_or_default();
    if is_legacy(set) && set.iter().any(|flow| flow.as_str().starts_with("ALLOW_")) {
        return invalid(
            "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
        );
    }
    if set.contains(&Flow::AllowClientTokenAuth) {
        if set.iter().any(|flow| *flow != Flow::AllowClientTokenAuth) {
            return invalid("ALLOW_CLIENT_TOKEN_AUTH cannot be used with other auth flows.");
        }
        if !confidential {
            return invalid("Client Secret is required to use ALLOW_CLIENT_TOKEN_AUTH.");
        }
    }
    if set.contains(&Flow::AllowUserAuth) && pool.tier() == UserPoolTierType::Lite {
        return Err(unavailable(pool.tier(), "Choice-Based Sign-In"));
    }
    check_rotation(request, set)
}

/// With rotation on, refreshing has an operation of its own. A client that lists no flows may
/// rotate: what InitiateAuth would allow it by default is then off.
fn check_rotation(
    request: &CreateUserPoolClientRequest,
    set: &[Flow],
) -> Result<(), SettingsRefusal> {
    let on = request.refresh_token_rotation.as_ref().is_some_and(is_on);
    if on && !set.is_empty() && permits_refresh(set) {
        return invalid(
            "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled",
        );
    }
    Ok(())
}

/// Checks a rotation that a request names against the pool's tier. One that the client has already
/// may stay.
pub(super) fn check_rotation_tier(
    pool: &UserPool,
    named: Option<&RefreshTokenRotationType>,
) -> Result<(), SettingsRefusal> {
    if named.is_some_and(is_on) && pool.tier() == UserPoolTierType::Lite {
        return Err(unavailable(pool.tier(), "Refresh Token Rotation"));
    }
    Ok(())
}

fn is_on(rotation: &RefreshTokenRotationType) -> bool {
    rotation.feature == FeatureType::Enabled
}

fn permits_refresh(set: &[Flow]) -> bool {
    set.is_empty() || is_legacy(set) || set.contains(&Flow::AllowRefreshTokenAuth)
}

fn is_legacy(set: &[Flow]) -> bool {
    set.iter().any(|flow| !flow.as_str().starts_with("ALLOW_"))
}
