//! `DeleteUserAttributes`: the bearer of an access token removes attributes of its own.

use domain::user;
use wire::idp::{DeleteUserAttributesRequest, DeleteUserAttributesResponse};

use crate::access::{UserGone, require_access};
use crate::attributes::refused;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::attributes_of;
use crate::verification::{contacts, put_removal};

/// What the token's client may write. An address takes along that it was verified, and a code that
/// is on its way.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: DeleteUserAttributesRequest,
) -> Result<DeleteUserAttributesResponse, Error> {
    let names = &input.user_attribute_names;
    let contacts = contacts(names.iter().map(String::as_str));
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
        let (pool, user) = (&access.pool, &access.user);
        let left =
            user::check_delete(&pool.pool, &access.client.client, &attributes_of(user)?, names)
                .map_err(refused)?;
        let mut batch = ctx.batch();
        put_removal(ctx, pool, user, &left, &contacts, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(DeleteUserAttributesResponse {});
        }
    }
}
