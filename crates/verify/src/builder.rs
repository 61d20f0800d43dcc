//! Builds a verifier.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::clock::{Clock, Millis};
use crate::keys::{KeyCache, Transport};
use crate::pool::{self, Pool};
use crate::rules::Rules;
use crate::token::MAX_TOKEN_BYTES;
use crate::verifier::{Inner, Issuer, Verifier};
use crate::{ConfigError, TokenUse};

/// The default maximum age of fetched keys: as long as API Gateway keeps them, and the max-age that
/// Poolkeeper sends.
const MAX_KEY_AGE: Duration = Duration::from_secs(3600);

/// Collects what a verifier accepts. Pools, token use and app clients are mandatory;
/// [`build`](Self::build) does not guess them.
pub struct VerifierBuilder {
    pools: Vec<Pool>,
    token_use: Option<Option<TokenUse>>,
    clients: Option<Vec<String>>,
    any_client: bool,
    any_scope: Option<Vec<String>>,
    all_scopes: Option<Vec<String>>,
    any_group: Option<Vec<String>>,
    grace: Duration,
    max_token_bytes: usize,
    clock: Clock,
    transport: Source,
    allow_plain_http: bool,
    max_key_age: Option<Duration>,
}

/// Where keys are fetched from.
enum Source {
    /// The crate's own transport, if compiled in.
    Default,
    Given(Arc<dyn Transport>),
    Nowhere,
}

impl Verifier {
    /// Starts building a verifier.
    #[must_use]
    pub fn builder() -> VerifierBuilder {
        VerifierBuilder::new()
    }
}

impl VerifierBuilder {
    pub(crate) fn new() -> Self {
        Self {
            pools: Vec::new(),
            token_use: None,
            clients: None,
            any_client: false,
            any_scope: None,
            all_scopes: None,
            any_group: None,
            grace: Duration::ZERO,
            max_token_bytes: MAX_TOKEN_BYTES,
            clock: Clock::system(),
            transport: Source::Default,
            allow_plain_http: false,
            max_key_age: Some(MAX_KEY_AGE),
        }
    }

    /// Accepts tokens of this pool. Can be called again to add pools; each pool's tokens are
    /// verified with that pool's keys only.
    #[must_use]
    pub fn pool(mut self, pool: Pool) -> Self {
        self.pools.push(pool);
        self
    }

    /// Accepts ID tokens only.
    #[must_use]
    pub fn id_tokens(self) -> Self {
        Self { token_use: Some(Some(TokenUse::Id)), ..self }
    }

    /// Accepts access tokens only, which is right for an API.
    #[must_use]
    pub fn access_tokens(self) -> Self {
        Self { token_use: Some(Some(TokenUse::Access)), ..self }
    }

    /// Accepts both kinds.
    #[must_use]
    pub fn id_and_access_tokens(self) -> Self {
        Self { token_use: Some(None), ..self }
    }

    /// Accepts tokens issued to this app client (`aud` of an ID token, `client_id` of an access
    /// token). Can be called again to add clients.
    #[must_use]
    pub fn client(self, client_id: impl Into<String>) -> Self {
        self.clients([client_id])
    }

    /// Accepts tokens issued to any of these app clients.
    #[must_use]
    pub fn clients<T: Into<String>>(mut self, client_ids: impl IntoIterator<Item = T>) -> Self {
        self.clients.get_or_insert_default().extend(client_ids.into_iter().map(Into::into));
        self
    }

    /// Accepts tokens of every app client of the pools, including clients created by others.
    #[must_use]
    pub fn any_client(self) -> Self {
        Self { any_client: true, ..self }
    }

    /// Requires at least one of these scopes.
    #[must_use]
    pub fn any_scope<T: Into<String>>(self, scopes: impl IntoIterator<Item = T>) -> Self {
        Self { any_scope: Some(texts(scopes)), ..self }
    }

    /// Requires all of these scopes.
    #[must_use]
    pub fn all_scopes<T: Into<String>>(self, scopes: impl IntoIterator<Item = T>) -> Self {
        Self { all_scopes: Some(texts(scopes)), ..self }
    }

    /// Requires the user to be in at least one of these groups.
    #[must_use]
    pub fn any_group<T: Into<String>>(self, groups: impl IntoIterator<Item = T>) -> Self {
        Self { any_group: Some(texts(groups)), ..self }
    }

    /// Tolerance for clock differences: how long after its expiry, or before its `nbf`, a token is
    /// still accepted. Zero by default.
    #[must_use]
    pub fn grace(self, grace: Duration) -> Self {
        Self { grace, ..self }
    }

    /// Maximum token length in bytes; 32 KiB by default. Longer tokens are not parsed.
    #[must_use]
    pub fn max_token_bytes(self, max_token_bytes: usize) -> Self {
        Self { max_token_bytes, ..self }
    }

    /// Replaces the system clock, for tests.
    #[must_use]
    pub fn clock(self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Clock::of(now), ..self }
    }

    /// Fetches keys with this transport.
    #[must_use]
    pub fn transport(self, transport: impl Transport + 'static) -> Self {
        Self { transport: Source::Given(Arc::new(transport)), ..self }
    }

    /// Fetches nothing: keys are supplied with [`Pool::jwks`] or [`Verifier::cache_jwks`].
    #[must_use]
    pub fn without_fetching(self) -> Self {
        Self { transport: Source::Nowhere, ..self }
    }

    /// Also fetches keys over plain HTTP from other machines. **Anybody on the path can then
    /// substitute their own keys and sign any token**: only use this on a network you control.
    /// Loopback addresses need no permission.
    #[must_use]
    pub fn allow_plain_http(self) -> Self {
        Self { allow_plain_http: true, ..self }
    }

    /// Age from which fetched keys are refreshed, so that a withdrawn key stops being accepted; one
    /// hour by default, `None` for never. While the pool is unreachable, the old keys stay in use.
    /// Keys that were supplied do not age.
    #[must_use]
    pub fn max_key_age(self, max_key_age: Option<Duration>) -> Self {
        Self { max_key_age, ..self }
    }

    /// Builds the verifier.
    ///
    /// # Errors
    /// The first mandatory setting that is missing, or settings that contradict each other.
    pub fn build(self) -> Result<Verifier, ConfigError> {
        let rules = self.rules()?;
        let issuers = self.issuers()?;
        let transport = match self.transport {
            Source::Default => default_transport()?,
            Source::Given(transport) => Some(transport),
            Source::Nowhere => None,
        };
        Ok(Verifier(Arc::new(Inner {
            issuers,
            rules,
            max_token_bytes: self.max_token_bytes,
            clock: self.clock,
            transport,
            max_key_age: self.max_key_age.map(millis),
        })))
    }

    fn rules(&self) -> Result<Rules, ConfigError> {
        let token_use = self.token_use.ok_or(ConfigError::NoTokenUse)?;
        let clients = match (&self.clients, self.any_client) {
            (None, false) => return Err(ConfigError::NoClient),
            (Some(_), true) => return Err(ConfigError::ClientsAndAny),
            (clients, _) => clients.clone(),
        };
        let lists = [
            ("app clients", &clients),
            ("scopes", &self.any_scope),
            ("scopes", &self.all_scopes),
            ("groups", &self.any_group),
        ];
        if let Some((what, _)) =
            lists.iter().find(|(_, list)| list.as_ref().is_some_and(Vec::is_empty))
        {
            return Err(ConfigError::EmptyList(what));
        }
        let mut scopes = self.any_scope.iter().chain(&self.all_scopes).flatten();
        if token_use == Some(TokenUse::Id) && scopes.clone().next().is_some() {
            return Err(ConfigError::ScopesOfIdTokens);
        }
        if let Some(scope) = scopes.find(|scope| !is_scope(scope)) {
            return Err(ConfigError::NotAScope(scope.clone()));
        }
        let (any_scope, all_scopes) = (self.any_scope.clone(), self.all_scopes.clone());
        let (any_group, grace_seconds) = (self.any_group.clone(), self.grace.as_secs_f64());
        Ok(Rules { token_use, clients, any_scope, all_scopes, any_group, grace_seconds })
    }

    /// The issuers with their keys. Issuers of one pool share the keys if they have the same JWKS
    /// URL.
    fn issuers(&self) -> Result<Vec<Issuer>, ConfigError> {
        let mut issuers: Vec<Issuer> = Vec::new();
        for (number, pool) in self.pools.iter().enumerate() {
            let mut shared: Option<(String, Arc<KeyCache>)> = None;
            for (issuer, jwks_uri) in pool.places() {
                if issuers.iter().any(|known| known.issuer == issuer) {
                    return Err(ConfigError::SameIssuer(issuer.to_owned()));
                }
                if !self.allow_plain_http
                    && !pool::is_secure(&jwks_uri)
                    && !matches!(self.transport, Source::Nowhere)
                {
                    return Err(ConfigError::PlainHttp(jwks_uri));
                }
                let keys = match &shared {
                    Some((uri, keys)) if *uri == jwks_uri => Arc::clone(keys),
                    Some(_) | None => Arc::new(KeyCache::new(jwks_uri.clone(), pool.keys.clone())),
                };
                shared = Some((jwks_uri, Arc::clone(&keys)));
                issuers.push(Issuer { issuer: issuer.to_owned(), pool: number, keys });
            }
        }
        if issuers.is_empty() { Err(ConfigError::NoPool) } else { Ok(issuers) }
    }
}

impl fmt::Debug for VerifierBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifierBuilder").field("pools", &self.pools).finish_non_exhaustive()
    }
}

#[cfg(feature = "https")]
fn default_transport() -> Result<Option<Arc<dyn Transport>>, ConfigError> {
    Ok(Some(Arc::new(crate::HttpsTransport::new()?)))
}

#[cfg(not(feature = "https"))]
fn default_transport() -> Result<Option<Arc<dyn Transport>>, ConfigError> {
    Ok(None)
}

fn texts<T: Into<String>>(given: impl IntoIterator<Item = T>) -> Vec<String> {
    given.into_iter().map(Into::into).collect()
}

fn millis(duration: Duration) -> Millis {
    Millis::try_from(duration.as_millis()).unwrap_or(Millis::MAX)
}

/// RFC 6749 section 3.3: the characters that fit into a `WWW-Authenticate` header unescaped.
fn is_scope(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
}
