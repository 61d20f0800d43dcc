//! `AdminGetUser`: a user as an administrator sees it.

use wire::Sensitive;
use wire::idp::{AdminGetUserRequest, AdminGetUserResponse, UserStatusType};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::attributes_of;
use crate::users::{require_user, wire_status, wire_time};

/// All attributes, developer-only ones too.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminGetUserRequest,
) -> Result<AdminGetUserResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let user = require_user(ctx, &pool, &input.username).await?;
    let status: UserStatusType = wire_status(&user)?;
    Ok(AdminGetUserResponse {
        user_attributes: Some(attributes_of(&user)?.to_wire(&user.user_id)),
        user_create_date: Some(wire_time(user.created)),
        user_last_modified_date: Some(wire_time(user.modified)),
        enabled: Some(user.enabled),
        user_status: Some(status),
        username: Sensitive::from(user.username),
        ..AdminGetUserResponse::default()
    })
}
