//! Refreshing: what every way to hand in a refresh token has in common.

use std::sync::Arc;

use domain::group::Group;
use domain::pool::Trigger;
use domain::token::RefreshToken;
use store::{Batch, Family, Membership, User};
use wire::ExceptionType as Kind;
use wire::idp::AuthenticationResultType;

use super::tokens::{Grant, groups_of, issue};
use crate::config::{ClientConfig, PoolConfig};
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::users::Place;
use crate::{gate, secrets, sessions, texts};

/// The state of a token family that was cut off.
pub(crate) const REVOKED: &str = "revoked";

/// A refresh token as handed in.
pub(crate) struct Refresh<'a> {
    pub(crate) pool: &'a PoolConfig,
    pub(crate) client: &'a ClientConfig,
    pub(crate) token: &'a str,
    /// SECRET_HASH over the real name, where the caller is to prove the client's secret by it; other callers have proved it.
    pub(crate) secret_hash: Option<Option<&'a str>>,
}

/// What a refresh is to issue, once `batch` is committed.
pub(crate) struct Refreshed {
    pub(crate) user: User,
    pub(crate) groups: Vec<Arc<Group>>,
    pub(crate) grant: Grant,
    /// What the refresh changes. On a conflict, refresh anew.
    pub(crate) batch: Batch,
}

/// Checks the token against user and family as they are now. Groups and attributes are taken anew; `auth_time`, `origin_jti`,
/// scopes and the token's life stay. One store call.
pub(crate) async fn refresh(ctx: &Ctx, request: &Refresh<'_>) -> Result<Refreshed, Error> {
    let Refresh { pool, client, .. } = *request;
    if let Some(secret_hash) = request.secret_hash {
        secrets::require_hash_present(client, secret_hash)?;
    }
    gate::no_triggers(&pool.pool, &[Trigger::PreTokenGeneration])?;
    let token = RefreshToken::open(request.token, &pool.keys.data, &client.client.id).map_err(|_| texts::refresh_invalid())?;
    let place = Place::of(pool, &token.user_id);
    let (user, memberships, family, sessions) = ctx
        .server
        .store
        .read((
            User::get(&place.part, &place.user_id),
            Membership::of(&place.part, &place.user_id),
            Family::get(&place.part, &place.user_id, &token.origin_jti),
            sessions::tracked(pool, &place),
        ))
        .await?;
    let user = user.ok_or_else(texts::user_unknown)?;
    if let Some(secret_hash) = request.secret_hash {
        secrets::check_hash_on_refresh(client, &user.username, secret_hash)?;
    }
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
    let mut batch = ctx.batch();
    sessions::note_activity(ctx, &token, sessions.flatten().as_ref(), &mut batch)?;
    let grant = Grant { token, with_refresh_token: false };
    Ok(Refreshed { user, groups, grant, batch })
}

/// Refreshes, commits what that changes, and only then hands out the tokens.
pub(crate) async fn refresh_tokens(ctx: &Ctx, request: &Refresh<'_>) -> Result<AuthenticationResultType, Error> {
    let mut tries = ctx.tries();
    loop {
        let Refreshed { user, groups, grant, batch } = refresh(ctx, request).await?;
        // Signed before the commit: no fault may come between the commit that retires a token and its successor.
        let result = issue(ctx, request.pool, request.client, &user, &groups, &grant)?;
        if tries.commit(batch).await? {
            return Ok(result);
        }
    }
}
