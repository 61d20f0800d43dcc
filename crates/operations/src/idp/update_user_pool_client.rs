//! `UpdateUserPoolClient`: changes an app client's settings.

use pools::clients::StoredClient;
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{UpdateUserPoolClientRequest, UpdateUserPoolClientResponse};

/// Most settings that the request omits return to their defaults; the secrets stay.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateUserPoolClientRequest,
) -> Result<UpdateUserPoolClientResponse, Error> {
    let account_id = &ctx.server.settings.account_id;
    let mut tries = ctx.tries();
    loop {
        let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
        let updated = stored
            .client()
            .update(&stored.pool.settings, ctx.now, input.clone())
            .map_err(Error::from)?;
        if tries.commit(stored.change(ctx, &updated)).await? {
            ctx.server.config.forget(stored.pool.id());
            return Ok(UpdateUserPoolClientResponse {
                user_pool_client: Some(updated.describe(account_id, stored.shown_secret())),
            });
        }
    }
}
