//! `GetUser`: the profile of the bearer of an access token.

use wire::Sensitive;
use wire::idp::{GetUserRequest, GetUserResponse};

use crate::access::{UserGone, require_access};
use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::attributes_of;

/// The attributes that the token's client may read.
pub(crate) async fn handle(ctx: &Ctx, input: GetUserRequest) -> Result<GetUserResponse, Error> {
    let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
    let attributes = attributes_of(&access.user)?;
    let client = &access.client.client;
    let user_attributes = attributes.to_wire_where(&access.user.user_id, |name| {
        name == "sub" || (client.may_read(name) && !name.starts_with("dev:"))
    });
    Ok(GetUserResponse {
        username: Sensitive::from(access.user.username),
        user_attributes,
        ..GetUserResponse::default()
    })
}
