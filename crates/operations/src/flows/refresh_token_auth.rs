//! `REFRESH_TOKEN_AUTH`: new ID and access tokens for a refresh token.

use domain::pool::Trigger;
use domain::token::RefreshToken;
use store::{Family, Membership, User};
use wire::ExceptionType as Kind;

use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::sign_in::{Grant, Initiate, Step, groups_of, issue};
use crate::users::Place;
use crate::{gate, secrets, texts};

/// The state of a token family that was cut off.
pub(crate) const REVOKED: &str = "revoked";

/// Groups and attributes are taken anew; `auth_time`, `origin_jti`, scopes and the token's life stay. One store call.
pub(crate) async fn handle(ctx: &Ctx, request: &Initiate<'_>) -> Result<Step, Error> {
    let (pool, client) = (request.pool, request.client);
    let text = request.require("REFRESH_TOKEN")?;
    let secret_hash = request.parameters.get("SECRET_HASH").map(String::as_str);
    secrets::require_hash_present(client, secret_hash)?;
    gate::no_triggers(&pool.pool, &[Trigger::PreTokenGeneration])?;
    let token = RefreshToken::open(text, &pool.keys.data, &client.client.id).map_err(|_| texts::refresh_invalid())?;
    let place = Place::of(pool, &token.user_id);
    let (user, memberships, family) = ctx
        .server
        .store
        .read((
            User::get(&place.part, &place.user_id),
            Membership::of(&place.part, &place.user_id),
            Family::get(&place.part, &place.user_id, &token.origin_jti),
        ))
        .await?;
    let user = user.ok_or_else(texts::user_unknown)?;
    secrets::check_hash_on_refresh(client, &user.username, secret_hash)?;
    if token.expires <= ctx.now {
        return Err(refuse(Kind::NotAuthorized, "Refresh Token has expired"));
    }
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    let is_cut_off = family.is_some_and(|family| family.state == REVOKED);
    if token.generation != user.token_gen || is_cut_off {
        return Err(texts::refresh_revoked());
    }
    let groups = groups_of(ctx, pool, &memberships).await?;
    let grant = Grant { token, with_refresh_token: false };
    let result = issue(ctx, pool, client, &user, &groups, &grant)?;
    Ok(Step::Tokens(Box::new(result)))
}
