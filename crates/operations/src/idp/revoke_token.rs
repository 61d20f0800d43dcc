//! `RevokeToken`: cuts off the family of a refresh token (RFC 7009).

use domain::token::{RefreshToken, jwt::Unverified};
use store::{Family, User};
use wire::ExceptionType as Kind;
use wire::idp::{RevokeTokenRequest, RevokeTokenResponse};

use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::families::{self, CutOff};
use crate::users::Place;
use crate::{secrets, sessions};

/// A token that is no good any more, or never was, is a success: there is nothing to revoke.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: RevokeTokenRequest,
) -> Result<RevokeTokenResponse, Error> {
    let (pool, client) = match ctx.require_client(&input.client_id).await {
        // The operation declares neither ResourceNotFoundException nor NotAuthorizedException.
        Err(Error::Exception(_)) => return Err(unauthorized()),
        found => found?,
    };
    if !secrets::plain_matches(&client, input.client_secret.as_ref().map(|secret| secret.as_str()))
    {
        return Err(unauthorized());
    }
    if !client.client.revocation_enabled() {
        return Err(refuse(
            Kind::UnsupportedOperation,
            "Token revocation is not enabled for this client.",
        ));
    }
    if Unverified::parse(&input.token).is_ok() {
        return Err(refuse(Kind::UnsupportedTokenType, "Only refresh tokens can be revoked."));
    }
    let Ok(token) = RefreshToken::open(&input.token, &pool.keys.data, &client.client.id) else {
        return Ok(RevokeTokenResponse {});
    };
    let place = Place::of(&pool, &token.user_id);
    let mut tries = ctx.tries();
    loop {
        let family = Family::get(&place.part, &place.user_id, &token.origin_jti);
        // Tracked or not: sessions may have been tracked when this one began.
        let (user, family, sessions) =
            ctx.server.store.read((place.user(), family, sessions::row_of(&place))).await?;
        if user.is_none() || families::is_cut_off(family.as_ref()) || token.expires <= ctx.now {
            return Ok(RevokeTokenResponse {});
        }
        let (origin_jti, client_id) = (&token.origin_jti, &client.client.id);
        let revoked =
            CutOff { origin_jti, client_id, token_gen: token.generation, expires: token.expires }
                .row(&place);
        let mut batch = ctx.batch();
        batch.present(User::key(&place.part, &place.user_id));
        batch.put(&revoked, family.as_ref().map(|family| family.rev));
        sessions::forget_family(&place, origin_jti, sessions.as_ref(), &mut batch);
        if tries.commit(batch).await? {
            return Ok(RevokeTokenResponse {});
        }
    }
}

fn unauthorized() -> Error {
    refuse(Kind::Unauthorized, "Unauthorized")
}
