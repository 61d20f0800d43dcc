//! Issues the tokens of a grant, from the user as it is now and the pool's keys.

use std::fmt;
use std::sync::Arc;

use domain::group::{self, Group};
use domain::token::{self, GroupClaim, Mint};
use store::{Membership, User};

use super::Grant;
use crate::config::{ClientConfig, PoolConfig};
use crate::error::Error;
use crate::request::Ctx;
use crate::users::attributes_of;

/// The tokens of a sign-in or a refresh; `None` for those that the grant does not include.
pub struct Tokens {
    /// The ID token, a compact JWS.
    pub id: Option<String>,
    /// The access token, a compact JWS.
    pub access: Option<String>,
    /// The refresh token, sealed.
    pub refresh: Option<String>,
    /// Validity of the access token, in seconds.
    pub expires_in: i64,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tokens(..)")
    }
}

/// The live groups of the memberships, in order of precedence. A membership whose group is gone, or
/// was replaced by a later group of the same name, does not count.
///
/// # Errors
/// A fault of the store.
pub(crate) async fn groups_of(
    ctx: &Ctx,
    pool: &PoolConfig,
    memberships: &[Membership],
) -> Result<Vec<Arc<Group>>, Error> {
    let mut groups = Vec::with_capacity(memberships.len());
    for Membership { group_name, group_id, .. } in memberships {
        groups.extend(pool.find_group(&ctx.server.store, group_name, group_id).await?);
    }
    group::in_precedence_order(&mut groups);
    Ok(groups)
}

fn claims_of(groups: &[Arc<Group>]) -> Vec<GroupClaim> {
    let claim = |group: &Arc<Group>| GroupClaim {
        name: group.name.clone(),
        precedence: group.precedence.map(i64::from),
        role_arn: group.role_arn.clone(),
    };
    groups.iter().map(claim).collect()
}

/// Signs the tokens of a grant.
///
/// # Errors
/// A fault: the pool has no signing key, or the user's attributes cannot be read.
pub(crate) fn issue(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    user: &User,
    groups: &[Arc<Group>],
    grant: &Grant,
) -> Result<Tokens, Error> {
    let rng = &ctx.server.rng;
    let (token, settings) = (&grant.token, &client.settings);
    let attributes = attributes_of(user)?;
    let jti = pool.keys.stable.jti();
    // The methods are listed only together with the level that they reach.
    let amr: Vec<&str> = token.acr.iter().flat_map(|_| &token.amr).map(String::as_str).collect();
    let mint = Mint {
        issuer: &ctx.server.issuer(pool),
        client_id: &settings.id,
        user_id: &user.user_id,
        username: &user.username,
        attributes: attributes.as_map(),
        read_attributes: settings.read_attributes(),
        groups: &claims_of(groups),
        scopes: &token.scopes,
        auth_time: token.auth_time,
        now: ctx.now,
        id_seconds: settings.id_seconds(),
        access_seconds: settings.access_seconds(),
        origin_jti: token.revocable.then_some(token.origin_jti.as_str()),
        event_id: &token.event_id,
        jti_id: &jti.seal(token.generation, rng),
        jti_access: &jti.seal(token.generation, rng),
        amr: &amr,
        acr: token.acr.as_deref(),
        device_key: token.device_key.as_deref(),
        nonce: grant.nonce.as_deref(),
        oauth: grant.is_oauth,
        aud: grant.audience.as_deref(),
    };
    let (id, access) = signed(ctx, pool, &mint, grant)?;
    let refresh = grant.kinds.refresh.then(|| token.seal(&pool.keys.data, rng, &settings.id));
    Ok(Tokens { id, access, refresh, expires_in: settings.access_seconds() })
}

/// The ID and access tokens that the grant includes. An ID token always needs an access token to
/// compute `at_hash`.
fn signed(
    ctx: &Ctx,
    pool: &PoolConfig,
    mint: &Mint<'_>,
    grant: &Grant,
) -> Result<(Option<String>, Option<String>), Error> {
    if grant.kinds.id {
        let keys = (pool.keys.id_key(ctx.now)?, pool.keys.access_key(ctx.now)?);
        let issued = token::mint(mint, keys.0, keys.1);
        return Ok((Some(issued.id_token), grant.kinds.access.then_some(issued.access_token)));
    }
    if grant.kinds.access {
        let access = token::mint_access(mint, pool.keys.access_key(ctx.now)?);
        return Ok((None, Some(access)));
    }
    Ok((None, None))
}
