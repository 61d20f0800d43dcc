//! `DescribeUserPoolClient`: an app client's settings and its secret, read from the store.

use store::PoolClient;
use wire::idp::{DescribeUserPoolClientRequest, DescribeUserPoolClientResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::texts;

/// Of two live secrets the oldest is shown.
pub(crate) async fn handle(ctx: &Ctx, input: DescribeUserPoolClientRequest) -> Result<DescribeUserPoolClientResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let row = ctx.server.store.read(PoolClient::get(pool.id(), input.client_id.as_str())).await?;
    let row = row.ok_or_else(|| texts::client_unknown(&input.client_id))?;
    let opened = pool.open_client(&input.client_id, &row)?;
    let secret = opened.secrets().first().map(|secret| secret.as_str());
    Ok(DescribeUserPoolClientResponse { user_pool_client: Some(opened.client.describe(secret)) })
}
