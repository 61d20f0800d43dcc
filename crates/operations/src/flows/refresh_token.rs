//! `REFRESH_TOKEN`: the other name of `REFRESH_TOKEN_AUTH`.

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{Initiate, Step};

/// As `REFRESH_TOKEN_AUTH`.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    super::refresh_token_auth::handle(ctx, request).await
}
