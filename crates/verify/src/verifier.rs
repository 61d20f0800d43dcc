//! Verifies tokens.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use crate::ConfigError;
use crate::claims::Claims;
use crate::clock::{Clock, Millis};
use crate::error::VerifyError;
use crate::keys::{Fetching, Key, KeyCache, KeySet, Transport};
use crate::rules::{self, Rules};
use crate::token::Parsed;

/// Verifies tokens of one or more user pools. Clones share their keys: create one verifier at
/// startup and keep it.
///
/// ```no_run
/// use poolkeeper_verify::{Pool, Verifier};
///
/// # async fn example(token: &str) -> Result<(), Box<dyn std::error::Error>> {
/// let verifier = Verifier::builder()
///     .pool(Pool::issuer("https://auth.example.com/eu-west-1_AbCdEf123")?)
///     .access_tokens()
///     .client("4kq1example7client")
///     .any_scope(["orders/read", "orders/write"])
///     .build()?;
/// let claims = verifier.verify(token).await?;
/// println!("{} may read orders", claims.sub());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Verifier(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) issuers: Vec<Issuer>,
    pub(crate) rules: Rules,
    pub(crate) max_token_bytes: usize,
    pub(crate) clock: Clock,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) max_key_age: Option<Millis>,
}

/// A value that `iss` may have, and its pool's keys, the only ones that verify its tokens.
pub(crate) struct Issuer {
    pub(crate) issuer: String,
    /// The index of its pool.
    pub(crate) pool: usize,
    pub(crate) keys: Arc<KeyCache>,
}

impl Verifier {
    /// Verifies a token, given without `Bearer`. Fetches keys if the token names one that is not
    /// cached.
    ///
    /// **A revoked token passes until it expires**: only the token and the keys are checked.
    ///
    /// # Errors
    /// The first check that the token fails.
    pub async fn verify(&self, token: &str) -> Result<Claims, VerifyError> {
        let (token, keys) = self.read(token)?;
        let kid = require_kid(&token)?;
        let key = keys.require(kid, &self.fetching()).await?;
        self.decide(token, &key)
    }

    /// Like [`verify`](Self::verify), but with cached keys only and without waiting.
    ///
    /// # Errors
    /// The first check that the token fails; [`VerifyError::KeysUnavailable`] when there are no
    /// keys yet.
    pub fn verify_cached(&self, token: &str) -> Result<Claims, VerifyError> {
        let (token, keys) = self.read(token)?;
        let key = keys.require_cached(require_kid(&token)?)?;
        self.decide(token, &key)
    }

    /// Fetches the keys of every pool that has none yet. Call it at startup: the first request then
    /// does not wait, and a wrong URL shows immediately.
    ///
    /// # Errors
    /// [`VerifyError::KeysUnavailable`] for a pool whose keys cannot be fetched.
    pub async fn hydrate(&self) -> Result<(), VerifyError> {
        let mut pools = BTreeMap::new();
        for issuer in &self.0.issuers {
            let hydrated = issuer.keys.hydrate(&self.fetching()).await;
            // One of the two AWS issuers of a pool is enough: its tokens only name one.
            if !matches!(pools.get(&issuer.pool), Some(Ok(()))) {
                pools.insert(issuer.pool, hydrated);
            }
        }
        pools.into_values().collect()
    }

    /// Replaces the keys of the pool with this issuer by a JWKS document, for keys that do not come
    /// over the network.
    ///
    /// # Errors
    /// [`ConfigError::UnknownIssuer`] when no pool has this issuer, [`ConfigError::Jwks`] if the
    /// document is not a JWKS. On an error the keys stay unchanged.
    pub fn cache_jwks(&self, issuer: &str, document: &str) -> Result<(), ConfigError> {
        let keys = KeySet::parse(document.as_bytes())?;
        let named = self.0.issuers.iter().find(|accepted| accepted.issuer == issuer);
        let pool = named.ok_or_else(|| ConfigError::UnknownIssuer(issuer.to_owned()))?.pool;
        for accepted in self.0.issuers.iter().filter(|accepted| accepted.pool == pool) {
            accepted.keys.put(keys.clone());
        }
        Ok(())
    }

    /// The accepted issuers.
    pub fn issuers(&self) -> impl Iterator<Item = &str> {
        self.0.issuers.iter().map(|accepted| accepted.issuer.as_str())
    }

    /// Decodes a token and finds the keys of the issuer it names.
    fn read<'t>(&self, token: &'t str) -> Result<(Parsed<'t>, &KeyCache), VerifyError> {
        let token = Parsed::of(token, self.0.max_token_bytes)?;
        rules::check_form(&token)?;
        let issuer = token.claims.get("iss").and_then(Value::as_str);
        match self.0.issuers.iter().find(|accepted| issuer == Some(accepted.issuer.as_str())) {
            Some(accepted) => Ok((token, &accepted.keys)),
            None => {
                Err(VerifyError::Issuer { wanted: self.issuers().map(str::to_owned).collect() })
            }
        }
    }

    fn decide(&self, token: Parsed<'_>, key: &Key) -> Result<Claims, VerifyError> {
        rules::check_signature(&token, key)?;
        self.0.rules.check(token.claims, self.0.clock.now())
    }

    fn fetching(&self) -> Fetching<'_> {
        Fetching {
            transport: self.0.transport.as_deref(),
            max_age: self.0.max_key_age,
            now: self.0.clock.now(),
        }
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let issuers: Vec<&str> = self.issuers().collect();
        f.debug_struct("Verifier")
            .field("issuers", &issuers)
            .field("rules", &self.0.rules)
            .finish_non_exhaustive()
    }
}

fn require_kid<'t>(token: &'t Parsed<'_>) -> Result<&'t str, VerifyError> {
    token.header.get("kid").and_then(Value::as_str).ok_or(VerifyError::NoKid)
}
