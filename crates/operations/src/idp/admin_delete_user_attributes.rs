//! `AdminDeleteUserAttributes`: an administrator removes attributes of a user.

use domain::user;
use wire::idp::{AdminDeleteUserAttributesRequest, AdminDeleteUserAttributesResponse};

use pools::codes::verification::{contacts, put_removal};
use pools::error::Error;
use pools::request::Ctx;
use pools::users::{attributes_of, require_user};

/// Deleting an address also removes its verified flag and its outstanding code. Tokens stay as they
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
        let left = user::check_admin_delete(&pool.settings, &attributes_of(&user)?, names)
            .map_err(Error::from)?;
        let mut batch = ctx.batch();
        put_removal(ctx, &pool, &user, &left, &contacts, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(AdminDeleteUserAttributesResponse {});
        }
    }
}
