//! `ChangePassword`: the bearer of an access token replaces their password, or sets the first one.

use pools::error::Error;
use pools::request::Ctx;
use pools::self_service;
use wire::idp::{ChangePasswordRequest, ChangePasswordResponse};
use zeroize::Zeroizing;

/// Tokens stay valid.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ChangePasswordRequest,
) -> Result<ChangePasswordResponse, Error> {
    let proposed = Zeroizing::new(input.proposed_password.as_str().to_owned());
    let previous = input.previous_password.as_ref().map(|password| password.as_str());
    self_service::change_password(ctx, &input.access_token, previous, &proposed).await?;
    Ok(ChangePasswordResponse {})
}
