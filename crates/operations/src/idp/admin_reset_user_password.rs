//! `AdminResetUserPassword`: the user must choose a new password, with a code that is sent now.

use pools::administration::{self, PoolUser};
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{AdminResetUserPasswordRequest, AdminResetUserPasswordResponse};

/// The old password no longer signs in, and tokens are refused until ConfirmForgotPassword
/// has accepted the code.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminResetUserPasswordRequest,
) -> Result<AdminResetUserPasswordResponse, Error> {
    let who = PoolUser { pool_id: &input.user_pool_id, username: &input.username };
    administration::reset_password(ctx, who).await?;
    Ok(AdminResetUserPasswordResponse {})
}
