//! Minting: a grant, the user as it is now, and the pool's keys give an ID token, an access token
//! and perhaps a refresh token.

use std::sync::Arc;

use domain::group::{self, Group};
use domain::token::{self, GroupClaim, Mint, RefreshToken};
use store::{Membership, User};
use wire::Sensitive;
use wire::idp::{AuthenticationResultType, UserPoolTierType};

use super::API_SCOPE;
use super::after_password::attributes_of;
use crate::config::{ClientConfig, PoolConfig};
use crate::ctx::Ctx;
use crate::error::Error;
use crate::well_known::issuer;

/// What a sign-in was granted; a refresh hands the same grant on.
pub(crate) struct Grant {
    pub(crate) token: RefreshToken,
    /// Whether the caller gets the refresh token: at sign-in, and at a refresh that rotates.
    pub(crate) with_refresh_token: bool,
}

impl Grant {
    /// A fresh sign-in by password, with the token generation read at its start.
    pub(crate) fn new(ctx: &Ctx, pool: &PoolConfig, client: &ClientConfig, user: &User) -> Self {
        let rng = &ctx.server.rng;
        let token = RefreshToken {
            user_id: user.user_id.clone(),
            origin_jti: rng.uuid(),
            serial: 0,
            revocable: client.client.revocation_enabled()
                || client.client.rotation_enabled()
                || pool.pool.tracks_sessions(),
            generation: user.token_gen,
            auth_time: ctx.now,
            expires: ctx.now.plus_seconds(client.client.refresh_seconds()),
            scopes: vec![API_SCOPE.to_owned()],
            amr: vec!["pwd".to_owned()],
            acr: (pool.pool.tier() != UserPoolTierType::Lite).then(|| pool.pool.acr_value(1)),
            event_id: rng.uuid(),
            device_key: None,
        };
        Self { token, with_refresh_token: true }
    }
}

/// The live groups of the memberships; one whose group is gone, or replaced by a later group of the
/// same name, does not count.
pub(crate) async fn groups_of(
    ctx: &Ctx,
    pool: &PoolConfig,
    memberships: &[Membership],
) -> Result<Vec<Arc<Group>>, Error> {
    let mut groups = Vec::with_capacity(memberships.len());
    for membership in memberships {
        groups.extend(
            pool.find_group(&ctx.server, &membership.group_name, &membership.group_id).await?,
        );
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

/// Signs the tokens.
pub(crate) fn issue(
    ctx: &Ctx,
    pool: &PoolConfig,
    client: &ClientConfig,
    user: &User,
    groups: &[Arc<Group>],
    grant: &Grant,
) -> Result<AuthenticationResultType, Error> {
    let rng = &ctx.server.rng;
    let token = &grant.token;
    let settings = &client.client;
    let attributes = attributes_of(user)?;
    let issuer = issuer(&ctx.server, pool);
    let jti = pool.keys.stable.jti();
    // Which methods were used is told together with the level they reach.
    let amr: Vec<&str> = token.acr.iter().flat_map(|_| &token.amr).map(String::as_str).collect();
    let mint = Mint {
        issuer: &issuer,
        client_id: &settings.id,
        user_id: &user.user_id,
        username: &user.username,
        attributes: &attributes.0,
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
        nonce: None,
        oauth: false,
        aud: None,
    };
    let issued = token::mint(&mint, pool.keys.id_key(ctx.now)?, pool.keys.access_key(ctx.now)?);
    let refresh = grant.with_refresh_token.then(|| token.seal(&pool.keys.data, rng, &settings.id));
    Ok(AuthenticationResultType {
        access_token: Some(Sensitive::from(issued.access_token)),
        expires_in: Some(i32::try_from(settings.access_seconds()).unwrap_or(i32::MAX)),
        token_type: Some("Bearer".to_owned()),
        refresh_token: refresh.map(Sensitive::from),
        id_token: Some(Sensitive::from(issued.id_token)),
        new_device_metadata: None,
    })
}
