//! Refreshing: what every way to hand in a refresh token has in common.

use std::sync::Arc;

use domain::group::Group;
use domain::pool::Trigger;
use domain::token::{RefreshToken, Standing};
use store::{Batch, Family, Membership, User};
use wire::ExceptionType as Kind;
use wire::idp::AuthenticationResultType;

use super::tokens::{Grant, groups_of, issue};
use crate::config::{ClientConfig, PoolConfig};
use crate::ctx::Ctx;
use crate::error::{Error, refuse};
use crate::users::Place;
use crate::{families, gate, secrets, sessions, texts};

/// A refresh token as handed in.
pub(crate) struct Refresh<'a> {
    pub(crate) pool: &'a PoolConfig,
    pub(crate) client: &'a ClientConfig,
    pub(crate) token: &'a str,
    pub(crate) by: By<'a>,
}

/// The operation that a refresh token is handed in to.
pub(crate) enum By<'a> {
    /// The flow `REFRESH_TOKEN_AUTH`, which never gives a refresh token; SECRET_HASH is over the
    /// real name.
    Flow { secret_hash: Option<&'a str> },
    /// `GetTokensFromRefreshToken`, which rotates where the client says so, and has checked the
    /// client's plain secret.
    GetTokens,
}

/// What a refresh is to issue, once `batch` is committed.
struct Refreshed {
    user: User,
    groups: Vec<Arc<Group>>,
    grant: Grant,
    /// What the refresh changes. On a conflict, refresh anew.
    batch: Batch,
}

/// Checks the token against user and family as they are now. Groups and attributes are taken anew;
/// `auth_time`, `origin_jti`, scopes and the token's life stay. `notes_activity`: the session's
/// last activity too. One store call.
async fn refresh(
    ctx: &Ctx,
    request: &Refresh<'_>,
    notes_activity: bool,
) -> Result<Refreshed, Error> {
    let Refresh { pool, client, .. } = *request;
    if let By::Flow { secret_hash } = request.by {
        secrets::require_present(client, secret_hash)?;
    }
    gate::no_triggers(&pool.pool, &[Trigger::PreTokenGeneration])?;
    let mut token = RefreshToken::open(request.token, &pool.keys.data, &client.client.id)
        .map_err(|_| texts::refresh_invalid())?;
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
    if let By::Flow { secret_hash } = request.by {
        secrets::check_hash_on_refresh(client, &user.username, secret_hash)?;
    }
    if token.expires <= ctx.now {
        return Err(refuse(Kind::NotAuthorized, "Refresh Token has expired"));
    }
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    if token.generation != user.token_gen || families::is_cut_off(family.as_ref()) {
        return Err(texts::refresh_revoked());
    }
    let groups = groups_of(ctx, pool, &memberships).await?;
    let mut batch = ctx.batch();
    let rotates = request.rotates();
    request.succeed(ctx, &place, family.as_ref(), &mut token, &mut batch)?;
    if notes_activity {
        sessions::note_activity(ctx, &token, sessions.flatten().as_ref(), &mut batch);
    }
    Ok(Refreshed { user, groups, grant: Grant { token, with_refresh_token: rotates }, batch })
}

impl Refresh<'_> {
    /// Whether the answer holds a refresh token, and the one handed in retires.
    fn rotates(&self) -> bool {
        matches!(self.by, By::GetTokens) && self.client.client.rotation_enabled()
    }

    /// Makes of the token its successor, and puts what that changes into the batch. What is retired
    /// stays so, whatever the client's settings are now.
    fn succeed(
        &self,
        ctx: &Ctx,
        place: &Place,
        family: Option<&Family>,
        token: &mut RefreshToken,
        batch: &mut Batch,
    ) -> Result<(), Error> {
        let client = &self.client.client;
        let rotation = families::rotation_of(family)?;
        // Rotation names the family in its tokens, for families that began before it and for
        // retries too: what is not named cannot be revoked.
        token.revocable |= self.rotates();
        match rotation.standing(token.serial, ctx.now, client.rotation_grace_seconds()) {
            Standing::Reused => return Err(self.reused()),
            // A retry: it is given what the first try was, and changes nothing.
            Standing::Retired => token.serial = rotation.current(),
            Standing::Current if !self.rotates() => {}
            Standing::Current => {
                let rotation = rotation.used(token.serial, ctx.now);
                token.serial = rotation.current();
                batch.present(User::key(&place.part, &place.user_id));
                batch.put(
                    &families::rotated(place, self.client, token, family, &rotation),
                    family.map(|family| family.rev),
                );
            }
        }
        Ok(())
    }

    fn reused(&self) -> Error {
        match self.by {
            // The flow does not declare the other.
            By::Flow { .. } => texts::refresh_revoked(),
            By::GetTokens => {
                refuse(Kind::RefreshTokenReuse, "Refresh Token has already been used.")
            }
        }
    }
}

/// Refreshes, commits what that changes, and only then hands out the tokens.
pub(crate) async fn refresh_tokens(
    ctx: &Ctx,
    request: &Refresh<'_>,
) -> Result<AuthenticationResultType, Error> {
    let mut tries = ctx.tries();
    let mut is_first = true;
    loop {
        // When a user's devices refresh at the same moment, one of them notes it: a note is no
        // reason to refuse.
        let Refreshed { user, groups, grant, batch } =
            refresh(ctx, request, std::mem::take(&mut is_first)).await?;
        // Signed before the commit: no fault may come between the commit that retires a token and
        // its successor.
        let result = issue(ctx, request.pool, request.client, &user, &groups, &grant)?;
        if tries.commit(batch).await? {
            return Ok(result);
        }
    }
}
