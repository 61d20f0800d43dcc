//! `AdminDeleteUserAttributes`: an administrator removes attributes of a user.

use domain::user;
use wire::idp::{AdminDeleteUserAttributesRequest, AdminDeleteUserAttributesResponse};

use crate::attributes::refused;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::attributes_of;
use crate::users::require_user;
use crate::verification::{contacts, put_removal};

/// An address takes along that it was verified, and a code that is on its way. Tokens stay as they
/// are.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminDeleteUserAttributesRequest,
) -> Result<AdminDeleteUserAttributesResponse, Error> {
    let names = &input.user_attribute_names;
    let contacts = contacts(names.iter().map(String::as_str));
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let user = require_user(ctx, &pool, &input.username).await?;
        let left =
            user::check_admin_delete(&pool.pool, &attributes_of(&user)?, names).map_err(refused)?;
        let mut batch = ctx.batch();
        put_removal(ctx, &pool, &user, &left, &contacts, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(AdminDeleteUserAttributesResponse {});
        }
    }
}
