//! `InitiateAuth`: begins a sign-in, or refreshes tokens.

use std::collections::BTreeMap;

use domain::pool::Trigger;
use wire::ExceptionType as Kind;
use wire::idp::{AuthFlowType, InitiateAuthRequest, InitiateAuthResponse};

use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::sign_in::Initiate;
use crate::{flows, gate};

/// Runs the flow's file. The flow is refused before any user is looked up.
pub(crate) async fn handle(ctx: &Ctx, input: InitiateAuthRequest) -> Result<InitiateAuthResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let flow = input.auth_flow;
    if matches!(flow, AuthFlowType::AdminNoSrpAuth | AuthFlowType::AdminUserPasswordAuth) {
        return Err(refuse(Kind::InvalidParameter, "Initiate Auth method not supported."));
    }
    let is_refresh = matches!(flow, AuthFlowType::RefreshTokenAuth | AuthFlowType::RefreshToken);
    if is_refresh && client.client.rotation_enabled() {
        return Err(refuse(
            Kind::UnsupportedOperation,
            "Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken.",
        ));
    }
    if !client.client.allows(flow) {
        return Err(refuse(Kind::InvalidParameter, not_enabled(flow)));
    }
    if flow == AuthFlowType::CustomAuth {
        custom_auth(&pool.pool)?;
    }
    let none = BTreeMap::new();
    let parameters = input.auth_parameters.as_deref().unwrap_or(&none);
    let request = Initiate { pool: &pool, client: &client, parameters };
    let step = flows::find(flow.as_str(), ctx, &request).await;
    step.unwrap_or_else(|| Err(refuse(Kind::UnsupportedOperation, format!("{} is not supported by this server.", flow.as_str()))))
        .map(Into::into)
}

/// The custom flow is its triggers; there is no runner for them.
fn custom_auth(pool: &domain::pool::UserPool) -> Result<(), Error> {
    gate::no_triggers(pool, &[Trigger::DefineAuthChallenge, Trigger::CreateAuthChallenge, Trigger::VerifyAuthChallengeResponse])?;
    Err(refuse(Kind::InvalidParameter, "Custom auth lambda trigger is not configured for the user pool."))
}

fn not_enabled(flow: AuthFlowType) -> String {
    match flow {
        AuthFlowType::UserSrpAuth | AuthFlowType::CustomAuth => format!("{} is not enabled for the client.", flow.as_str()),
        AuthFlowType::UserPasswordAuth | AuthFlowType::UserAuth => format!("{} flow not enabled for this client", flow.as_str()),
        _ => "Auth flow not enabled for this client".to_owned(),
    }
}
