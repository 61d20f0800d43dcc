//! The `AuthFlow` values of InitiateAuth and AdminInitiateAuth.

use domain::client::AppClient;
use domain::pool::{Trigger, UserPool};
use pools::clients::ClientProof;
use pools::error::{Error, refuse};
use pools::request::{Ctx, refuse_configured};
use pools::sign_in::{Presenter, Proof, SignIn};
use pools::tokens::{Refresh, Wanted, refresh_tokens};
use pools::users::Names;
use wire::ExceptionType as Kind;
use wire::idp::AuthFlowType;

use super::{Answer, Parameters};

/// The pair of operations of a sign-in: each has flows that the other does not, and answers its own
/// challenges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    /// `InitiateAuth` and `RespondToAuthChallenge`
    Public,
    /// `AdminInitiateAuth` and `AdminRespondToAuthChallenge`
    Admin,
}

impl Api {
    fn presenter(self) -> Presenter {
        match self {
            Self::Public => Presenter::Application,
            Self::Admin => Presenter::Administrator,
        }
    }

    /// Only administrators may name a user by the `sub`.
    fn names(self) -> Names {
        match self {
            Self::Public => Names::SignIn,
            Self::Admin => Names::WithSub,
        }
    }

    /// Whether the operation has the flow, whatever the client allows.
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

/// Begins a flow. A flow that is not allowed is refused before any user is looked up.
pub(crate) async fn begin(
    ctx: &Ctx,
    api: Api,
    flow: AuthFlowType,
    parameters: &Parameters<'_>,
) -> Result<Answer, Error> {
    require_allowed(api, flow, parameters)?;
    match flow {
        AuthFlowType::UserPasswordAuth
        | AuthFlowType::AdminUserPasswordAuth
        // The older name of ADMIN_USER_PASSWORD_AUTH.
        | AuthFlowType::AdminNoSrpAuth => by_password(ctx, api, parameters).await,
        AuthFlowType::UserSrpAuth => by_srp(ctx, api, parameters).await,
        AuthFlowType::RefreshTokenAuth | AuthFlowType::RefreshToken => {
            refresh(ctx, parameters).await
        }
        AuthFlowType::CustomAuth => Err(custom(&parameters.pool.settings)),
        AuthFlowType::UserAuth => Err(refuse(
            Kind::UnsupportedOperation,
            format!("{} is not supported by this server.", flow.as_str()),
        )),
    }
}

fn require_allowed(api: Api, flow: AuthFlowType, parameters: &Parameters<'_>) -> Result<(), Error> {
    let client = &parameters.client.settings;
    if !api.has(flow) {
        return Err(refuse(Kind::InvalidParameter, "Initiate Auth method not supported."));
    }
    let is_refresh = matches!(flow, AuthFlowType::RefreshTokenAuth | AuthFlowType::RefreshToken);
    if is_refresh && client.rotation_enabled() {
        return Err(refuse(
            Kind::UnsupportedOperation,
            "Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken.",
        ));
    }
    if client.allows(flow) {
        Ok(())
    } else if client.is_custom_only() {
        let text = "Only custom auth (lambda driven) is enabled for this client.";
        Err(refuse(Kind::InvalidParameter, text))
    } else {
        Err(refuse(Kind::InvalidParameter, not_enabled(flow)))
    }
}

/// Refuses GetTokensFromRefreshToken for a client that does not allow its users to refresh: with
/// rotation on, which excludes `ALLOW_REFRESH_TOKEN_AUTH`, only a client that signs no users in.
pub(crate) fn require_refresh(client: &AppClient) -> Result<(), Error> {
    let flow = AuthFlowType::RefreshTokenAuth;
    let rotates = client.rotation_enabled() && !client.client_token_only();
    if rotates || client.allows(flow) {
        Ok(())
    } else {
        Err(refuse(Kind::InvalidParameter, not_enabled(flow)))
    }
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

async fn by_password(ctx: &Ctx, api: Api, parameters: &Parameters<'_>) -> Result<Answer, Error> {
    let name = parameters.require("USERNAME")?;
    let password = parameters.require("PASSWORD")?;
    prove(ctx, (api, api.names()), parameters, Proof::Password { name, password }).await
}

async fn by_srp(ctx: &Ctx, api: Api, parameters: &Parameters<'_>) -> Result<Answer, Error> {
    let name = parameters.require("USERNAME")?;
    let public_a = parameters.require("SRP_A")?;
    prove(ctx, (api, api.names()), parameters, Proof::SrpStart { name, public_a }).await
}

/// One store call. The flow never returns a refresh token.
async fn refresh(ctx: &Ctx, parameters: &Parameters<'_>) -> Result<Answer, Error> {
    let refresh = Refresh {
        pool: parameters.pool,
        client: parameters.client,
        token: parameters.require("REFRESH_TOKEN")?,
        proof: ClientProof::SecretHash(parameters.find("SECRET_HASH")),
        is_oauth: false,
    };
    Ok(Answer::of_tokens(refresh_tokens(ctx, &refresh).await?))
}

/// The custom flow consists of its triggers, which cannot be called yet.
fn custom(pool: &UserPool) -> Error {
    const TRIGGERS: [Trigger; 3] = [
        Trigger::DefineAuthChallenge,
        Trigger::CreateAuthChallenge,
        Trigger::VerifyAuthChallengeResponse,
    ];
    let text = "Custom auth lambda trigger is not configured for the user pool.";
    refuse_configured(pool, &TRIGGERS).err().unwrap_or_else(|| refuse(Kind::InvalidParameter, text))
}

/// Presents a proof, requesting what every sign-in through the API requests.
pub(super) async fn prove(
    ctx: &Ctx,
    (api, names): (Api, Names),
    parameters: &Parameters<'_>,
    proof: Proof<'_>,
) -> Result<Answer, Error> {
    let wanted = Wanted::api();
    let sign_in = SignIn {
        pool: parameters.pool,
        client: parameters.client,
        client_proof: ClientProof::SecretHash(parameters.find("SECRET_HASH")),
        presenter: api.presenter(),
        names,
        wanted: &wanted,
    };
    Ok(Answer::of_step(sign_in.prove(ctx, proof).await?))
}
