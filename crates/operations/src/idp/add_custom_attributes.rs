//! `AddCustomAttributes`: adds custom attributes to a pool's schema.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use wire::idp::{AddCustomAttributesRequest, AddCustomAttributesResponse};

/// Adds all of them or none.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AddCustomAttributesRequest,
) -> Result<AddCustomAttributesResponse, Error> {
    let given = &input.custom_attributes;
    let add = |pool: &domain::pool::UserPool, now| {
        pool.add_custom_attributes(now, given.clone()).map_err(Error::from)
    };
    user_pools::change(ctx, &input.user_pool_id, add).await?;
    Ok(AddCustomAttributesResponse {})
}
