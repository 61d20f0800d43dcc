//! `AdminRespondToAuthChallenge`: answers the challenge that a sign-in met, on a server's behalf.

use wire::idp::{AdminRespondToAuthChallengeRequest, AdminRespondToAuthChallengeResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Respond, respond};

/// Answers the challenge; as for the public.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminRespondToAuthChallengeRequest,
) -> Result<AdminRespondToAuthChallengeResponse, Error> {
    ctx.acts_for(input.context_data.as_ref());
    let (pool, client) = ctx.require_client_of(&input.user_pool_id, &input.client_id).await?;
    let responses = input.challenge_responses.unwrap_or_default();
    let session = input.session.as_ref().map(|session| session.as_str());
    let request = Respond { pool: &pool, client: &client, session, responses: &responses };
    respond(ctx, input.challenge_name, &request).await.map(Into::into)
}
