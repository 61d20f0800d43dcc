//! Refreshing: common to every way of presenting a refresh token.

use std::sync::Arc;

use domain::group::Group;
use domain::pool::Trigger;
use domain::token::{RefreshToken, Rotation, Standing};
use domain::user::UserStatus;
use store::{Batch, Family, Membership, User};
use wire::ExceptionType as Kind;

use super::{Grant, Kinds, Tokens, families, groups_of, issue, revoke, sessions};
use crate::clients::{ClientProof, secrets};
use crate::config::{ClientConfig, PoolConfig};
use crate::error::{Error, refuse};
use crate::request::{Ctx, refuse_configured};
use crate::texts;
use crate::users::{Place, status_of};

/// A refresh token as presented.
pub struct Refresh<'a> {
    /// The pool.
    pub pool: &'a PoolConfig,
    /// The app client that presents it.
    pub client: &'a ClientConfig,
    /// The token's text.
    pub token: &'a str,
    /// How the client authenticates; SECRET_HASH is over the real username.
    pub proof: ClientProof<'a>,
    /// Whether an OAuth endpoint issues the new tokens.
    pub is_oauth: bool,
}

/// Which of the tries of a refresh this is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attempt {
    /// The first one. It also records the session's last activity: when several devices of a user
    /// refresh at once, one of them does, and failing to is no reason to refuse the refresh.
    First,
    /// A later one, whose token could be used when an earlier one read it. What retired it meanwhile
    /// was a simultaneous use, so this request proves no theft, however long the commits took.
    Again,
}

/// What a refresh issues once its batch is committed.
struct Refreshed {
    user: User,
    groups: Vec<Arc<Group>>,
    grant: Grant,
    /// The writes of the refresh. After a conflict, refresh again from the start.
    batch: Batch,
}

/// Refreshes, commits the changes, and only then returns the tokens.
///
/// # Errors
/// `NotAuthorizedException` for a token that is not this client's, has expired or was revoked;
/// `RefreshTokenReuseException` for one that was rotated out, whose late use has also revoked its
/// family; `UserNotFoundException`; the exceptions of the user's status, or
/// `NotAuthorizedException` where the endpoint does not declare them.
pub async fn refresh_tokens(ctx: &Ctx, request: &Refresh<'_>) -> Result<Tokens, Error> {
    let mut tries = ctx.tries();
    let mut attempt = Attempt::First;
    loop {
        let Refreshed { user, groups, grant, batch } = refresh(ctx, request, attempt).await?;
        attempt = Attempt::Again;
        // Signed before the commit: after the commit that retires a token, nothing may fail before
        // its successor is returned.
        let tokens = issue(ctx, request.pool, request.client, &user, &groups, &grant)?;
        if tries.commit(batch).await? {
            return Ok(tokens);
        }
    }
}

/// Checks the token against user and family as they are now. Groups and attributes are read again;
/// `auth_time`, `origin_jti`, scopes and expiry stay. One store call.
async fn refresh(ctx: &Ctx, request: &Refresh<'_>, attempt: Attempt) -> Result<Refreshed, Error> {
    let Refresh { pool, client, .. } = *request;
    if let ClientProof::SecretHash(secret_hash) = request.proof {
        secrets::require_present(client, secret_hash)?;
    }
    refuse_configured(&pool.settings, &[Trigger::PreTokenGeneration])?;
    let mut token = RefreshToken::open(request.token, &pool.keys.data, &client.settings.id)
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
    if let ClientProof::SecretHash(secret_hash) = request.proof {
        secrets::check_hash_on_refresh(client, &user.username, secret_hash)?;
    }
    if token.expires <= ctx.now {
        return Err(refuse(Kind::NotAuthorized, "Refresh Token has expired"));
    }
    if !user.enabled {
        return Err(texts::user_disabled());
    }
    if token.generation != user.token_gen || families::is_revoked(family.as_ref()) {
        return Err(texts::refresh_revoked());
    }
    let rotation = families::rotation_of(family.as_ref())?;
    let standing = require_not_reused(ctx, request, &token, &rotation, attempt).await?;
    require_may_refresh(ctx, &user)?;
    let groups = groups_of(ctx, pool, &memberships).await?;
    let mut batch = ctx.batch();
    request.rotate(ctx, (&place, family.as_ref()), (standing, &rotation), &mut token, &mut batch);
    if attempt == Attempt::First {
        sessions::note_activity(ctx, &token, sessions.flatten().as_ref(), &mut batch);
    }
    Ok(Refreshed { user, groups, grant: request.grant(token), batch })
}

impl Refresh<'_> {
    /// Whether a new refresh token is returned and the presented one is retired.
    fn rotates(&self) -> bool {
        self.client.settings.rotation_enabled()
    }

    /// The grant of the token, limited to the tokens that this refresh returns.
    fn grant(&self, token: RefreshToken) -> Grant {
        let is_oidc = token.scopes.iter().any(|scope| scope == "openid");
        let kinds = Kinds { id: !self.is_oauth || is_oidc, access: true, refresh: self.rotates() };
        Grant { token, kinds, nonce: None, audience: None, is_oauth: self.is_oauth }
    }

    /// Rotates a token that may be used, and adds the resulting writes to the batch. They expect
    /// the family's row as it was read: of several requests with one token, the first commit
    /// retires it, and the others find it retired.
    fn rotate(
        &self,
        ctx: &Ctx,
        (place, family): (&Place, Option<&Family>),
        (standing, rotation): (Standing, &Rotation),
        token: &mut RefreshToken,
        batch: &mut Batch,
    ) {
        // Rotated tokens name their family, including families that began before rotation and
        // retries: a family that is not named cannot be revoked.
        token.revocable |= self.rotates();
        if standing != Standing::Current {
            // A retry gets the same token as the first try, and changes nothing.
            token.serial = rotation.current();
        } else if self.rotates() {
            // Closer to the commit than the time of the request, which may have waited.
            let rotation = rotation.used(token.serial, ctx.server.clock.now());
            token.serial = rotation.current();
            batch.present(User::key(&place.part, &place.user_id));
            batch.put(
                &families::rotated(place, self.client, token, family, &rotation),
                family.map(|family| family.rev),
            );
        }
    }
}

/// Refuses a token that was rotated out. A late use revokes the family first: thief and user cannot
/// be told apart (RFC 9700 section 4.14.2). It does so whether or not the client allows its tokens
/// to be revoked on request. A retired token stays retired, whatever the client's settings are now.
async fn require_not_reused(
    ctx: &Ctx,
    request: &Refresh<'_>,
    token: &RefreshToken,
    rotation: &Rotation,
    attempt: Attempt,
) -> Result<Standing, Error> {
    let grace_seconds = request.client.settings.rotation_grace_seconds();
    let standing = rotation.standing(token.serial, ctx.now, grace_seconds);
    match standing {
        Standing::Current | Standing::Retired => Ok(standing),
        Standing::Reused if attempt == Attempt::First && ctx.server.settings.revoke_on_reuse => {
            revoke::revoke_family(ctx, request.pool, request.client, token).await?;
            Err(reused(ctx))
        }
        Standing::Overlapping | Standing::Reused => Err(reused(ctx)),
    }
}

/// Refuses a user who could not sign in without choosing a new password, or confirming the sign-up,
/// first: a refresh token is no way around it.
fn require_may_refresh(ctx: &Ctx, user: &User) -> Result<(), Error> {
    let endpoint = &ctx.call.endpoint;
    match status_of(user)? {
        UserStatus::Confirmed | UserStatus::ExternalProvider => Ok(()),
        UserStatus::ResetRequired if endpoint.declares(Kind::PasswordResetRequired) => {
            Err(texts::password_reset_required())
        }
        UserStatus::Unconfirmed if endpoint.declares(Kind::UserNotConfirmed) => {
            Err(texts::user_not_confirmed())
        }
        UserStatus::ResetRequired | UserStatus::Unconfirmed | UserStatus::ForceChangePassword => {
            Err(texts::refresh_revoked())
        }
    }
}

/// Rewords reuse for endpoints that do not declare `RefreshTokenReuseException`.
fn reused(ctx: &Ctx) -> Error {
    if ctx.call.endpoint.declares(Kind::RefreshTokenReuse) {
        refuse(Kind::RefreshTokenReuse, "Refresh Token has already been used.")
    } else {
        texts::refresh_revoked()
    }
}
