//! `AddCustomAttributes`: further attributes that users of a pool may have.

use wire::idp::{AddCustomAttributesRequest, AddCustomAttributesResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::pool_rows;
use crate::settings::refused;

/// All of them or none.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AddCustomAttributesRequest,
) -> Result<AddCustomAttributesResponse, Error> {
    let given = &input.custom_attributes;
    let add = |pool: &domain::pool::UserPool, now| {
        pool.add_custom_attributes(now, given.clone()).map_err(refused)
    };
    pool_rows::change(ctx, &input.user_pool_id, add).await?;
    Ok(AddCustomAttributesResponse {})
}
