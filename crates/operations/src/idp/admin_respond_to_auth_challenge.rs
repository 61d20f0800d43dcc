//! `AdminRespondToAuthChallenge`: answers a sign-in challenge on behalf of a user.

use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{AdminRespondToAuthChallengeRequest, AdminRespondToAuthChallengeResponse};

use crate::auth::{Api, Parameters, end_user, respond};

/// Answers the challenge, as `RespondToAuthChallenge` does.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminRespondToAuthChallengeRequest,
) -> Result<AdminRespondToAuthChallengeResponse, Error> {
    ctx.acts_for(end_user(input.context_data.as_ref()));
    let (pool, client) = ctx.require_client_of(&input.user_pool_id, &input.client_id).await?;
    let map = input.challenge_responses.unwrap_or_default();
    let session = input.session.as_ref().map(|session| session.as_str());
    let responses = Parameters { pool: &pool, client: &client, map: &map };
    respond(ctx, Api::Admin, input.challenge_name, session, &responses).await.map(Into::into)
}
