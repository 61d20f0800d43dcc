//! `UpdateUserAttributes`: the bearer of an access token changes their own attributes.

use domain::user;
use pools::codes::verification::{Change, NewCodes, SentBy, contacts};
use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access};
use pools::users::attributes_of;
use wire::idp::{UpdateUserAttributesRequest, UpdateUserAttributesResponse};

/// Only attributes that the token's client may write. A new address is verified by a code; the pool
/// decides whether it replaces the old one immediately.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateUserAttributesRequest,
) -> Result<UpdateUserAttributesResponse, Error> {
    let codes = NewCodes::make(ctx);
    let contacts = contacts(input.user_attributes.iter().map(|one| one.name.as_str()));
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
        let (pool, user) = (&access.pool, &access.user);
        let current = attributes_of(user)?;
        let update = user::check_update(
            &pool.settings,
            &access.client.settings,
            &current,
            &input.user_attributes,
        )
        .map_err(Error::from)?;
        let mut batch = ctx.batch();
        let change = Change { pool, user, update: &update, contacts: &contacts };
        let sent = change.put(ctx, &codes, SentBy::User, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(UpdateUserAttributesResponse { code_delivery_details_list: Some(sent) });
        }
    }
}
