//! `GetTokensFromRefreshToken`: new tokens, and where the client says so a new refresh token.

use pools::clients::{ClientProof, secrets};
use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{Refresh, refresh_tokens};
use wire::idp::{GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse};

use crate::auth::result;

/// Takes the client's plain secret. One store call, and a commit where the token retires.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetTokensFromRefreshTokenRequest,
) -> Result<GetTokensFromRefreshTokenResponse, Error> {
    let (pool, client) = ctx.require_client(&input.client_id).await?;
    secrets::check_plain(&client, input.client_secret.as_ref().map(|secret| secret.as_str()))?;
    let refresh = Refresh {
        pool: &pool,
        client: &client,
        token: &input.refresh_token,
        proof: ClientProof::Checked,
        may_rotate: true,
        is_oauth: false,
    };
    let tokens = refresh_tokens(ctx, &refresh).await?;
    Ok(GetTokensFromRefreshTokenResponse { authentication_result: Some(result(tokens)) })
}
