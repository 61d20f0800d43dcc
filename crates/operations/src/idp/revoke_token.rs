//! `RevokeToken`: revokes the family of a refresh token (RFC 7009).

use pools::clients::secrets;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use pools::tokens;
use wire::ExceptionType as Kind;
use wire::idp::{RevokeTokenRequest, RevokeTokenResponse};

/// Takes the client's plain secret.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: RevokeTokenRequest,
) -> Result<RevokeTokenResponse, Error> {
    let (pool, client) = match ctx.require_client(&input.client_id).await {
        // The operation declares neither ResourceNotFoundException nor NotAuthorizedException.
        Err(Error::Exception(_)) => return Err(unauthorized()),
        found => found?,
    };
    let secret = input.client_secret.as_ref().map(|secret| secret.as_str());
    if !secrets::plain_matches(&client, secret) {
        return Err(unauthorized());
    }
    tokens::revoke(ctx, &pool, &client, &input.token).await?;
    Ok(RevokeTokenResponse {})
}

fn unauthorized() -> Error {
    refuse(Kind::Unauthorized, "Unauthorized")
}
