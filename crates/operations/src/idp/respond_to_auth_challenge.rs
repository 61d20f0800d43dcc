//! `RespondToAuthChallenge`: answers a sign-in challenge.

use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{RespondToAuthChallengeRequest, RespondToAuthChallengeResponse};

use crate::auth::{Api, Parameters, respond};

/// Answers the challenge.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: RespondToAuthChallengeRequest,
) -> Result<RespondToAuthChallengeResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let map = input.challenge_responses.unwrap_or_default();
    let session = input.session.as_ref().map(|session| session.as_str());
    let responses = Parameters { pool: &pool, client: &client, map: &map };
    respond(ctx, Api::Public, input.challenge_name, session, &responses).await.map(Into::into)
}
