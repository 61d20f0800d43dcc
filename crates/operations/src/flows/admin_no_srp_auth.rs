//! `ADMIN_NO_SRP_AUTH`: the older name of `ADMIN_USER_PASSWORD_AUTH`.

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Initiate, Step};

/// As `ADMIN_USER_PASSWORD_AUTH`.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    super::admin_user_password_auth::handle(ctx, request).await
}
