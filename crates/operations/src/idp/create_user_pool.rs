//! `CreateUserPool`: creates a pool with its keys.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use wire::idp::{CreateUserPoolRequest, CreateUserPoolResponse};

/// The pool is in the region of the request's credential scope.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: CreateUserPoolRequest,
) -> Result<CreateUserPoolResponse, Error> {
    let pool = user_pools::create(ctx, input).await?;
    let shown = pool.describe(&ctx.server.settings.account_id, 0);
    Ok(CreateUserPoolResponse { user_pool: Some(shown) })
}
