//! `DescribeUserPoolClient`: an app client's settings and its secret, read from the store.

use pools::clients::StoredClient;
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{DescribeUserPoolClientRequest, DescribeUserPoolClientResponse};

/// Of two live secrets the oldest is shown.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: DescribeUserPoolClientRequest,
) -> Result<DescribeUserPoolClientResponse, Error> {
    let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
    let account_id = &ctx.server.settings.account_id;
    Ok(DescribeUserPoolClientResponse {
        user_pool_client: Some(stored.client().describe(account_id, stored.shown_secret())),
    })
}
