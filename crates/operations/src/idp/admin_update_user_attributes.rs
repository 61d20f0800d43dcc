//! `AdminUpdateUserAttributes`: an administrator changes a user's attributes, and may mark an
//! address as verified.

use domain::user;
use wire::idp::{AdminUpdateUserAttributesRequest, AdminUpdateUserAttributesResponse};

use pools::codes::verification::{Change, NewCodes, SentBy, contacts};
use pools::error::Error;
use pools::request::Ctx;
use pools::users::{attributes_of, require_user};

/// Works as when the user changes them, unless the same request marks the address as verified.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminUpdateUserAttributesRequest,
) -> Result<AdminUpdateUserAttributesResponse, Error> {
    let codes = NewCodes::make(ctx);
    let contacts = contacts(input.user_attributes.iter().map(|one| one.name.as_str()));
    let mut tries = ctx.tries();
    loop {
        let pool = &ctx.require_pool(&input.user_pool_id).await?;
        let user = &require_user(ctx, pool, &input.username).await?;
        let update =
            user::check_admin_update(&pool.settings, &attributes_of(user)?, &input.user_attributes)
                .map_err(Error::from)?;
        let mut batch = ctx.batch();
        let change = Change { pool, user, update: &update, contacts: &contacts };
        change.put(ctx, &codes, SentBy::Administrator, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(AdminUpdateUserAttributesResponse {});
        }
    }
}
