//! `RespondToAuthChallenge`: answers the challenge that a sign-in met.

use std::collections::BTreeMap;

use wire::ExceptionType as Kind;
use wire::idp::{RespondToAuthChallengeRequest, RespondToAuthChallengeResponse};

use crate::challenges;
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::sign_in::Respond;

/// Runs the challenge's file.
pub(crate) async fn handle(ctx: &Ctx, input: RespondToAuthChallengeRequest) -> Result<RespondToAuthChallengeResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let none = BTreeMap::new();
    let responses = input.challenge_responses.as_deref().unwrap_or(&none);
    let session = input.session.as_ref().map(|session| session.as_str());
    let request = Respond { pool: &pool, client: &client, session, responses };
    let name = input.challenge_name.as_str();
    let step = challenges::find(name, ctx, &request).await;
    step.unwrap_or_else(|| Err(refuse(Kind::InvalidUserPoolConfiguration, format!("{name} is not supported by this server."))))
        .map(Into::into)
}
