//! `GetTokensFromRefreshToken`: new tokens for a refresh token, and the next refresh token where
//! the client rotates them.

use wire::idp::{GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::secrets;
use crate::sign_in::{By, Refresh, refresh_tokens};

/// Takes the client's plain secret. One store call, and a commit where the token retires.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetTokensFromRefreshTokenRequest,
) -> Result<GetTokensFromRefreshTokenResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    secrets::check_plain(&client, input.client_secret.as_ref().map(|secret| secret.as_str()))?;
    let refresh =
        Refresh { pool: &pool, client: &client, token: &input.refresh_token, by: By::GetTokens };
    let result = refresh_tokens(ctx, &refresh).await?;
    Ok(GetTokensFromRefreshTokenResponse { authentication_result: Some(result) })
}
