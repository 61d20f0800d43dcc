//! `USER_PASSWORD_AUTH`: user name and password in one request.

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Initiate, Step, password_sign_in};

/// Signs in by password.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    password_sign_in(ctx, request).await
}
