//! `InitiateAuth`: begins a sign-in.

use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{InitiateAuthRequest, InitiateAuthResponse};

use crate::auth::{Api, Parameters, begin};

/// Allows the flows that need no signature.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: InitiateAuthRequest,
) -> Result<InitiateAuthResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let map = input.auth_parameters.unwrap_or_default();
    let parameters = Parameters { pool: &pool, client: &client, map: &map };
    begin(ctx, Api::Public, input.auth_flow, &parameters).await.map(Into::into)
}
