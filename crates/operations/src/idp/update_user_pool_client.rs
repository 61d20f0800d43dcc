//! `UpdateUserPoolClient`: new settings for an app client, in the place of all it had.

use wire::idp::{UpdateUserPoolClientRequest, UpdateUserPoolClientResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::settings::refused;
use crate::stored_client::StoredClient;

/// What the request omits returns to its default; the secrets stay.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateUserPoolClientRequest,
) -> Result<UpdateUserPoolClientResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
        let updated =
            stored.client().update(&stored.pool.pool, ctx.now, input.clone()).map_err(refused)?;
        if tries.commit(stored.change(ctx, &updated)).await? {
            ctx.server.config.forget(stored.pool.id());
            return Ok(UpdateUserPoolClientResponse {
                user_pool_client: Some(updated.describe(stored.shown_secret())),
            });
        }
    }
}
