//! `AdminSetUserPassword`: an administrator sets a permanent or a temporary password.

use pools::administration::{self, PoolUser};
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{AdminSetUserPasswordRequest, AdminSetUserPasswordResponse};
use zeroize::Zeroizing;

/// Permanent: CONFIRMED. Temporary: FORCE_CHANGE_PASSWORD, valid from now. Access
/// tokens stay valid.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminSetUserPasswordRequest,
) -> Result<AdminSetUserPasswordResponse, Error> {
    let who = PoolUser { pool_id: &input.user_pool_id, username: &input.username };
    let password = Zeroizing::new(input.password.as_str().to_owned());
    let is_permanent = input.permanent.unwrap_or(false);
    administration::set_password(ctx, who, &password, is_permanent).await?;
    Ok(AdminSetUserPasswordResponse {})
}
