//! `GetUser`: the profile of the bearer of an access token.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access};
use pools::users::attributes_of;
use wire::Sensitive;
use wire::idp::{GetUserRequest, GetUserResponse};

/// Returns the attributes that the token's client may read.
pub(crate) async fn handle(ctx: &Ctx, input: GetUserRequest) -> Result<GetUserResponse, Error> {
    let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
    let attributes = attributes_of(&access.user)?;
    let readable = access.client.settings.read_attributes();
    let user_attributes = attributes.to_wire_where(&access.user.user_id, |name| {
        name == "sub" || (readable.include(name) && !name.starts_with("dev:"))
    });
    Ok(GetUserResponse {
        username: Sensitive::from(access.user.username),
        user_attributes,
        ..GetUserResponse::default()
    })
}
