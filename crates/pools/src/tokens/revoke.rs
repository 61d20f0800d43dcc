//! Revocation: revokes the family of a refresh token (RFC 7009).

use domain::token::{RefreshToken, jwt::Unverified};
use store::{Family, User};
use wire::ExceptionType as Kind;

use super::families::{self, Revocation};
use super::sessions;
use crate::config::{ClientConfig, PoolConfig};
use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::users::Place;

/// Revokes a refresh token of this client, and everything refreshed from it. Succeeds for a token
/// that is no longer valid, or never was: there is nothing to revoke.
///
/// # Errors
/// `UnsupportedOperationException` if the client has revocation disabled;
/// `UnsupportedTokenTypeException` for an ID or access token.
pub async fn revoke(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    token: &str,
) -> Result<(), Error> {
    if !client.settings.revocation_enabled() {
        let text = "Token revocation is not enabled for this client.";
        return Err(refuse(Kind::UnsupportedOperation, text));
    }
    if Unverified::parse(token).is_ok() {
        let text = "Only refresh tokens can be revoked.";
        return Err(refuse(Kind::UnsupportedTokenType, text));
    }
    let client_id = &client.settings.id;
    let Ok(token) = RefreshToken::open(token, &pool.keys.data, client_id) else { return Ok(()) };
    revoke_family(ctx, pool, client, &token).await
}

/// Revokes the family of an opened token of this client. Succeeds if there is nothing left to
/// revoke.
///
/// # Errors
/// Those of a commit.
pub(super) async fn revoke_family(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    token: &RefreshToken,
) -> Result<(), Error> {
    let client_id = &client.settings.id;
    let place = Place::of(pool, &token.user_id);
    let mut tries = ctx.tries();
    loop {
        let family = Family::get(&place.part, &place.user_id, &token.origin_jti);
        // Read even if tracking is off: sessions may have been tracked when this one began.
        let (user, family, sessions) =
            ctx.server.store.read((place.user(), family, sessions::row_of(&place))).await?;
        if user.is_none() || families::is_revoked(family.as_ref()) || token.expires <= ctx.now {
            return Ok(());
        }
        let RefreshToken { origin_jti, generation, expires, .. } = token;
        let revocation =
            Revocation { origin_jti, client_id, token_gen: *generation, expires: *expires };
        let mut batch = ctx.batch();
        batch.present(User::key(&place.part, &place.user_id));
        batch.put(&revocation.row(&place), family.as_ref().map(|family| family.rev));
        sessions::forget_family(&place, origin_jti, sessions.as_ref(), &mut batch);
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
