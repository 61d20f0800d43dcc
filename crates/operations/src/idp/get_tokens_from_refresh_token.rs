//! `GetTokensFromRefreshToken`: issues new tokens, and a new refresh token if the client rotates
//! them.

use pools::clients::{ClientProof, secrets};
use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{Refresh, refresh_tokens};
use wire::idp::{GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse};

use crate::auth::{require_refresh, result};

/// Takes the client's plain secret. Where tokens do not rotate, the client must allow the refresh
/// flow. One store call, plus a commit if the token is retired.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetTokensFromRefreshTokenRequest,
) -> Result<GetTokensFromRefreshTokenResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    let shown =
        secrets::check_plain(&client, input.client_secret.as_ref().map(|secret| secret.as_str()))?;
    require_refresh(&client.settings)?;
    let refresh = Refresh {
        pool: &pool,
        client: &client,
        token: &input.refresh_token,
        proof: ClientProof::Plain(shown),
        is_oauth: false,
    };
    let tokens = refresh_tokens(ctx, &refresh).await?;
    Ok(GetTokensFromRefreshTokenResponse { authentication_result: Some(result(tokens)) })
}
