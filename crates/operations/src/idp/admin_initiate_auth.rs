//! `AdminInitiateAuth`: begins a sign-in on behalf of a user.

use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{AdminInitiateAuthRequest, AdminInitiateAuthResponse};

use crate::auth::{Api, Parameters, begin, end_user};

/// Allows the administrators' flows. Everything else is as in `InitiateAuth`.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminInitiateAuthRequest,
) -> Result<AdminInitiateAuthResponse, Error> {
    ctx.acts_for(end_user(input.context_data.as_ref()));
    let (pool, client) = ctx.require_client_of(&input.user_pool_id, &input.client_id).await?;
    let map = input.auth_parameters.unwrap_or_default();
    let parameters = Parameters { pool: &pool, client: &client, map: &map };
    begin(ctx, Api::Admin, input.auth_flow, &parameters).await.map(Into::into)
}
