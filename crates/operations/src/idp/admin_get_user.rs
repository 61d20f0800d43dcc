//! `AdminGetUser`: a user as an administrator sees it.

use pools::error::Error;
use pools::request::Ctx;
use pools::users::{attributes_of, require_user};
use wire::idp::{AdminGetUserRequest, AdminGetUserResponse, UserStatusType};
use wire::{Sensitive, Timestamp};

use crate::shown;

/// Returns all attributes, including developer-only ones.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminGetUserRequest,
) -> Result<AdminGetUserResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let user = require_user(ctx, &pool, &input.username).await?;
    let status: UserStatusType = shown::status(&user)?;
    Ok(AdminGetUserResponse {
        user_attributes: Some(attributes_of(&user)?.to_wire(&user.user_id)),
        user_create_date: Some(Timestamp(user.created)),
        user_last_modified_date: Some(Timestamp(user.modified)),
        enabled: Some(user.enabled),
        user_status: Some(status),
        username: Sensitive::from(user.username),
        ..AdminGetUserResponse::default()
    })
}
