//! `InitiateAuth`: begins a sign-in, or refreshes tokens.

use wire::idp::{InitiateAuthRequest, InitiateAuthResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Caller, Initiate, begin};

/// The flows that need no signature.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: InitiateAuthRequest,
) -> Result<InitiateAuthResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let parameters = input.auth_parameters.unwrap_or_default();
    let request = Initiate { pool: &pool, client: &client, parameters: &parameters };
    begin(ctx, Caller::Public, input.auth_flow, &request).await.map(Into::into)
}
