//! `AdminInitiateAuth`: begins a sign-in, or refreshes tokens, on a server's behalf.

use wire::idp::{AdminInitiateAuthRequest, AdminInitiateAuthResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Caller, Initiate, begin};

/// The flows of administrators; all else is as for the public.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminInitiateAuthRequest,
) -> Result<AdminInitiateAuthResponse, Error> {
    ctx.acts_for(input.context_data.as_ref());
    let (pool, client) = ctx.require_client_of(&input.user_pool_id, &input.client_id).await?;
    let parameters = input.auth_parameters.unwrap_or_default();
    let request = Initiate { pool: &pool, client: &client, parameters: &parameters };
    begin(ctx, Caller::Admin, input.auth_flow, &request).await.map(Into::into)
}
