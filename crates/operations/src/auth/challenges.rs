//! The challenges answered by RespondToAuthChallenge and AdminRespondToAuthChallenge.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::srp;
use domain::user::given_new_password_attributes;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use pools::sign_in::{NewPassword, Proof, SrpAnswer};
use pools::users::Names;
use wire::ExceptionType as Kind;
use wire::idp::ChallengeNameType;
use zeroize::Zeroizing;

use super::flows::{Api, prove};
use super::{Answer, Parameters};

/// Answers a challenge that the same pair of operations began.
pub(crate) async fn respond(
    ctx: &Ctx,
    api: Api,
    challenge: ChallengeNameType,
    session: Option<&str>,
    responses: &Parameters<'_>,
) -> Result<Answer, Error> {
    match challenge {
        ChallengeNameType::PasswordVerifier => password_verifier(ctx, api, responses).await,
        ChallengeNameType::NewPasswordRequired => new_password(ctx, api, session, responses).await,
        other => Err(refuse(
            Kind::InvalidUserPoolConfiguration,
            format!("{} is not supported by this server.", other.as_str()),
        )),
    }
}

/// Answered with or without a challenge session: the secret block carries all state.
async fn password_verifier(
    ctx: &Ctx,
    api: Api,
    responses: &Parameters<'_>,
) -> Result<Answer, Error> {
    let name = responses.require("USERNAME")?;
    let secret_block = responses.require("PASSWORD_CLAIM_SECRET_BLOCK")?;
    let signature = responses.require("PASSWORD_CLAIM_SIGNATURE")?;
    let timestamp = responses.require("TIMESTAMP")?;
    // A signature that is not Base64 counts as a wrong one.
    let signature = STANDARD.decode(signature).unwrap_or_default();
    if srp::parse_timestamp(timestamp).is_none() {
        return Err(refuse(
            Kind::InvalidParameter,
            "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.",
        ));
    }
    let answer = SrpAnswer { name, secret_block, signature, timestamp };
    prove(ctx, (api, Names::SignIn), responses, Proof::SrpAnswer(answer)).await
}

async fn new_password(
    ctx: &Ctx,
    api: Api,
    session: Option<&str>,
    responses: &Parameters<'_>,
) -> Result<Answer, Error> {
    let name = responses.require("USERNAME")?;
    let password = Zeroizing::new(responses.require("NEW_PASSWORD")?.to_owned());
    let attributes = given_new_password_attributes(responses.map);
    let answer = NewPassword { name, session, password, attributes };
    prove(ctx, (api, Names::SignIn), responses, Proof::NewPassword(answer)).await
}
