//! Access tokens for the self-service operations: verified, not revoked, with the required scope,
//! and of a user in good standing.

use std::sync::Arc;

use domain::token::{AccessClaims, access, jwt::Unverified};
use domain::user::UserStatus;
use store::{Family, User};
use wire::ExceptionType as Kind;

use crate::config::{ClientConfig, PoolConfig};
use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::texts;
use crate::tokens::{API_SCOPE, families};
use crate::users::{Place, status_of};

/// The caller with a valid access token.
pub struct Access {
    /// The pool that issued the token.
    pub pool: Arc<PoolConfig>,
    /// The app client it was issued to.
    pub client: Arc<ClientConfig>,
    /// The user as it is now.
    pub user: User,
    /// Id of the token's family, if the token names one.
    pub origin_jti: Option<String>,
}

/// The refusal for a token whose user is gone: not every operation declares
/// `UserNotFoundException`.
#[derive(Clone, Copy)]
pub enum UserGone {
    /// `UserNotFoundException`
    NotFound,
    /// `NotAuthorizedException`
    NotAuthorized,
}

/// Verifies the token, and reads its user and family in one store call.
///
/// # Errors
/// `NotAuthorizedException` with the service's text for each defect of the token;
/// `PasswordResetRequiredException` and `UserNotConfirmedException` for the user's status;
/// `ResourceNotFoundException` when the client is gone; `TooManyRequestsException` past the pool's
/// rate.
pub async fn require_access(ctx: &Ctx, token: &str, gone: UserGone) -> Result<Access, Error> {
    let (pool, claims) = verify(ctx, token).await?;
    ctx.require_rate(pool.id())?;
    let client = pool.find_client(&ctx.server.store, &claims.client_id).await?;
    let client = client.ok_or_else(|| texts::client_unknown(&claims.client_id))?;
    let user = require_good_standing(ctx, &pool, &claims, gone).await?;
    if !claims.has_scope(API_SCOPE) {
        return Err(refuse(Kind::NotAuthorized, "Access Token does not have required scopes"));
    }
    match status_of(&user)? {
        UserStatus::ResetRequired => Err(texts::password_reset_required()),
        UserStatus::Unconfirmed => Err(texts::user_not_confirmed()),
        _ => Ok(Access { pool, client, user, origin_jti: claims.origin_jti }),
    }
}

async fn verify(ctx: &Ctx, token: &str) -> Result<(Arc<PoolConfig>, AccessClaims), Error> {
    let not_authorized = |text: String| refuse(Kind::NotAuthorized, text);
    let invalid = || not_authorized("Invalid Access Token".to_owned());
    let token = Unverified::parse(token).map_err(|_| invalid())?;
    // Only a hint where to look: issuer and signature are checked below.
    let pool_id = token.pool_id().ok_or_else(invalid)?;
    let pool = ctx.find_pool(pool_id.as_str()).await?.ok_or_else(invalid)?;
    let issuer = ctx.server.issuer(&pool);
    let claims = access::verify(&token, ctx.now, &[&issuer], |kid| {
        pool.keys.find_access_public(kid, ctx.now)
    })
    .map_err(|refusal| not_authorized(refusal.to_string()))?;
    Ok((pool, claims))
}

/// The token's user, unless they are disabled or the token has been revoked.
async fn require_good_standing(
    ctx: &Ctx,
    pool: &PoolConfig,
    claims: &AccessClaims,
    gone: UserGone,
) -> Result<User, Error> {
    let place = Place::of(pool, &claims.sub);
    let family =
        claims.origin_jti.as_ref().map(|family| Family::get(&place.part, &place.user_id, family));
    let (user, family) =
        ctx.server.store.read((User::get(&place.part, &place.user_id), family)).await?;
    let Some(user) = user else {
        return Err(match gone {
            UserGone::NotFound => texts::user_unknown(),
            UserGone::NotAuthorized => refuse(Kind::NotAuthorized, "User does not exist."),
        });
    };
    let generation = pool.keys.stable.jti().open(&claims.jti);
    if generation != Some(user.token_gen)
        || !user.enabled
        || families::is_revoked(family.flatten().as_ref())
    {
        return Err(texts::access_revoked());
    }
    Ok(user)
}
