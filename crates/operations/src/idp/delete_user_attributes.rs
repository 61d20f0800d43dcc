//! `DeleteUserAttributes`: the bearer of an access token removes their own attributes.

use domain::user;
use pools::codes::verification::{contacts, put_removal};
use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access};
use pools::users::attributes_of;
use wire::idp::{DeleteUserAttributesRequest, DeleteUserAttributesResponse};

/// Only attributes that the token's client may write. Deleting an address also removes its
/// verified flag and its outstanding code.
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
        let left = user::check_delete(
            &pool.settings,
            &access.client.settings,
            &attributes_of(user)?,
            names,
        )
        .map_err(Error::from)?;
        let mut batch = ctx.batch();
        put_removal(ctx, pool, user, &left, &contacts, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(DeleteUserAttributesResponse {});
        }
    }
}
