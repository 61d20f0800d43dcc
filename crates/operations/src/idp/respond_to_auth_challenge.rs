//! `RespondToAuthChallenge`: answers the challenge that a sign-in met.

use wire::idp::{RespondToAuthChallengeRequest, RespondToAuthChallengeResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Respond, respond};

/// Answers the challenge.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: RespondToAuthChallengeRequest,
) -> Result<RespondToAuthChallengeResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let responses = input.challenge_responses.unwrap_or_default();
    let session = input.session.as_ref().map(|session| session.as_str());
    let request = Respond { pool: &pool, client: &client, session, responses: &responses };
    respond(ctx, input.challenge_name, &request).await.map(Into::into)
}
