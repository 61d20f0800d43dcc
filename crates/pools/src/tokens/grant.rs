//! What a sign-in grants: which tokens, with which scopes, and how the user authenticated.

use domain::token::RefreshToken;
use store::User;
use wire::idp::UserPoolTierType;

use crate::config::{ClientConfig, PoolConfig};
use crate::request::Ctx;

/// Scope of a sign-in through the API.
pub(crate) const API_SCOPE: &str = "aws.cognito.signin.user.admin";

/// What an application requests from a sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which tokens to issue.
    pub kinds: Kinds,
    /// The scopes, in the order in which the access token lists them.
    pub scopes: Vec<String>,
    /// `nonce` of the ID token (OpenID Connect Core 1.0 section 2).
    pub nonce: Option<String>,
    /// Resource that the access token is bound to (RFC 8707).
    pub audience: Option<String>,
    /// Whether an OAuth endpoint issues the tokens.
    pub is_oauth: bool,
}

/// A selection of token kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds {
    /// The ID token.
    pub id: bool,
    /// The access token.
    pub access: bool,
    /// The refresh token.
    pub refresh: bool,
}

impl Kinds {
    /// All three, as for a sign-in through the API.
    pub const ALL: Self = Self { id: true, access: true, refresh: true };
    /// None yet: the grant is exchanged for tokens later.
    pub const NONE: Self = Self { id: false, access: false, refresh: false };
}

impl Wanted {
    /// What every sign-in through the API requests.
    #[must_use]
    pub fn api() -> Self {
        Self {
            kinds: Kinds::ALL,
            scopes: vec![API_SCOPE.to_owned()],
            nonce: None,
            audience: None,
            is_oauth: false,
        }
    }
}

/// What a sign-in was granted. A refresh carries the same grant on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// User, family, generation, scopes and authentication methods: the contents of the refresh
    /// token, whether or not one is issued.
    pub token: RefreshToken,
    /// Which tokens to issue.
    pub kinds: Kinds,
    /// `nonce` of the ID token.
    pub nonce: Option<String>,
    /// Resource that the access token is bound to.
    pub audience: Option<String>,
    /// Whether an OAuth endpoint issues the tokens.
    pub is_oauth: bool,
}

impl Grant {
    /// The grant of a new sign-in, with the user's token generation as read at its start. `methods`
    /// are the authentication methods used, in terms of `amr` (RFC 8176).
    #[must_use]
    pub(crate) fn new(
        ctx: &Ctx,
        pool: &PoolConfig,
        client: &ClientConfig,
        user: &User,
        wanted: &Wanted,
        methods: &[&str],
    ) -> Self {
        let rng = &ctx.server.rng;
        let settings = &client.settings;
        let token = RefreshToken {
            user_id: user.user_id.clone(),
            origin_jti: rng.uuid(),
            serial: 0,
            revocable: settings.revocation_enabled()
                || settings.rotation_enabled()
                || pool.settings.tracks_sessions(),
            generation: user.token_gen,
            auth_time: ctx.now,
            expires: ctx.now.plus_seconds(settings.refresh_seconds()),
            scopes: wanted.scopes.clone(),
            amr: methods.iter().map(|&method| method.to_owned()).collect(),
            acr: (pool.settings.tier() != UserPoolTierType::Lite)
                .then(|| pool.settings.acr_value(1)),
            event_id: rng.uuid(),
            device_key: None,
        };
        Self {
            token,
            kinds: wanted.kinds,
            nonce: wanted.nonce.clone(),
            audience: wanted.audience.clone(),
            is_oauth: wanted.is_oauth,
        }
    }
}
