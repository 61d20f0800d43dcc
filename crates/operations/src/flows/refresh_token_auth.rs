//! `REFRESH_TOKEN_AUTH`: new ID and access tokens for a refresh token.

use crate::ctx::Ctx;
use crate::error::Error;
use crate::sign_in::{By, Initiate, Refresh, Step, refresh_tokens};

/// Refreshes. One store call.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    let token = request.require("REFRESH_TOKEN")?;
    let secret_hash = request.parameters.get("SECRET_HASH").map(String::as_str);
    let refresh =
        Refresh { pool: request.pool, client: request.client, token, by: By::Flow { secret_hash } };
    let result = refresh_tokens(ctx, &refresh).await?;
    Ok(Step::Tokens(Box::new(result)))
}
