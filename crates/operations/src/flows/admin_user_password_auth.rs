//! `ADMIN_USER_PASSWORD_AUTH`: user name and password in one signed request.

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Initiate, Step, password_sign_in};

/// Signs in by password; failures count with those of the public flows.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    password_sign_in(ctx, request).await
}
