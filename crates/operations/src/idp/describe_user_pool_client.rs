//! `DescribeUserPoolClient`: an app client's settings and its secret, read from the store.

use wire::idp::{DescribeUserPoolClientRequest, DescribeUserPoolClientResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::stored_client::StoredClient;

/// Of two live secrets the oldest is shown.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: DescribeUserPoolClientRequest,
) -> Result<DescribeUserPoolClientResponse, Error> {
    let stored = StoredClient::require(ctx, &input.user_pool_id, &input.client_id).await?;
    Ok(DescribeUserPoolClientResponse {
        user_pool_client: Some(stored.client().describe(stored.shown_secret())),
    })
}
