//! `AdminConfirmSignUp`: an administrator confirms an account without a code.

use pools::administration::{self, PoolUser};
use pools::error::Error;
use pools::request::Ctx;
use wire::idp::{AdminConfirmSignUpRequest, AdminConfirmSignUpResponse};

/// Verifies no address. From now on the preferred username signs in.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminConfirmSignUpRequest,
) -> Result<AdminConfirmSignUpResponse, Error> {
    let who = PoolUser { pool_id: &input.user_pool_id, username: &input.username };
    administration::confirm_sign_up(ctx, who).await?;
    Ok(AdminConfirmSignUpResponse {})
}
