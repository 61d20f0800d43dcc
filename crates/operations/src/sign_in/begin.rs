//! Beginning a sign-in and answering its challenges: what the public operations and those of
//! administrators have in common.

use domain::pool::Trigger;
use wire::ExceptionType as Kind;
use wire::idp::{AuthFlowType, ChallengeNameType};

use super::{Initiate, Respond, Step};
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::{challenges, flows, gate};

/// Who begins a sign-in: the flows of both are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    /// `InitiateAuth`
    Public,
    /// `AdminInitiateAuth`
    Admin,
}

impl Caller {
    /// Whether the caller's operation has the flow, for whatever client.
    fn has(self, flow: AuthFlowType) -> bool {
        match flow {
            AuthFlowType::UserPasswordAuth => self == Self::Public,
            AuthFlowType::AdminUserPasswordAuth | AuthFlowType::AdminNoSrpAuth => {
                self == Self::Admin
            }
            AuthFlowType::UserSrpAuth
            | AuthFlowType::CustomAuth
            | AuthFlowType::UserAuth
            | AuthFlowType::RefreshTokenAuth
            | AuthFlowType::RefreshToken => true,
        }
    }
}

/// Runs the flow's file. The flow is refused before any user is looked up.
pub(crate) async fn begin(
    ctx: &Ctx,
    caller: Caller,
    flow: AuthFlowType,
    request: &Initiate<'_>,
) -> Result<Step, Error> {
    let client = &request.client.client;
    if !caller.has(flow) {
        return Err(refuse(Kind::InvalidParameter, "Initiate Auth method not supported."));
    }
    let is_refresh = matches!(flow, AuthFlowType::RefreshTokenAuth | AuthFlowType::RefreshToken);
    if is_refresh && client.rotation_enabled() {
        return Err(refuse(
            Kind::UnsupportedOperation,
            "Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken.",
        ));
    }
    if !client.allows(flow) {
        return Err(refuse(Kind::InvalidParameter, not_enabled(flow)));
    }
    if flow == AuthFlowType::CustomAuth {
        custom_auth(&request.pool.pool)?;
    }
    let step = flows::find(flow.as_str(), ctx, request).await;
    step.unwrap_or_else(|| Err(refuse(Kind::UnsupportedOperation, not_supported(flow.as_str()))))
}

/// Runs the challenge's file. Who began the sign-in does not matter: both callers' sessions are the
/// same.
pub(crate) async fn respond(
    ctx: &Ctx,
    challenge: ChallengeNameType,
    request: &Respond<'_>,
) -> Result<Step, Error> {
    let step = challenges::find(challenge.as_str(), ctx, request).await;
    step.unwrap_or_else(|| {
        Err(refuse(Kind::InvalidUserPoolConfiguration, not_supported(challenge.as_str())))
    })
}

/// The custom flow is its triggers; there is no runner for them.
fn custom_auth(pool: &domain::pool::UserPool) -> Result<(), Error> {
    gate::no_triggers(
        pool,
        &[
            Trigger::DefineAuthChallenge,
            Trigger::CreateAuthChallenge,
            Trigger::VerifyAuthChallengeResponse,
        ],
    )?;
    Err(refuse(
        Kind::InvalidParameter,
        "Custom auth lambda trigger is not configured for the user pool.",
    ))
}

fn not_supported(name: &str) -> String {
    format!("{name} is not supported by this server.")
}

fn not_enabled(flow: AuthFlowType) -> String {
    match flow {
        AuthFlowType::UserSrpAuth | AuthFlowType::CustomAuth => {
            format!("{} is not enabled for the client.", flow.as_str())
        }
        AuthFlowType::UserPasswordAuth | AuthFlowType::UserAuth => {
            format!("{} flow not enabled for this client", flow.as_str())
        }
        _ => "Auth flow not enabled for this client".to_owned(),
    }
}
