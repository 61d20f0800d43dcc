//! The verifier.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use crate::claims::Claims;
use crate::clock::{Clock, Millis};
use crate::error::VerifyError;
use crate::keys::{Fetching, Key, KeyCache, KeySet, Transport};
use crate::rules::{self, Rules};
use crate::token::Parsed;
use crate::{ConfigError, VerifierBuilder};

/// Verifies tokens of one or more user pools. Clones share their keys: make one at the start and
/// keep it.
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
    pub(crate) most_token_bytes: usize,
    pub(crate) clock: Clock,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) max_key_age: Option<Millis>,
}

/// One text that `iss` may be, and the keys of its pool: those of no other verify its tokens.
pub(crate) struct Issuer {
    pub(crate) issuer: String,
    /// Which of the pools it is of.
    pub(crate) pool: usize,
    pub(crate) keys: Arc<KeyCache>,
}

impl Verifier {
    /// Begins a verifier.
    #[must_use]
    pub fn builder() -> VerifierBuilder {
        VerifierBuilder::new()
    }

    /// Verifies a token, the text itself without `Bearer`. Fetches keys when the token names one
    /// that is not at hand.
    ///
    /// **A token that was revoked passes until it expires**: nothing but the token and the keys is
    /// looked at.
    ///
    /// # Errors
    /// The first check that the token fails.
    pub async fn verify(&self, token: &str) -> Result<Claims, VerifyError> {
        let (token, keys) = self.read(token)?;
        let kid = require_kid(&token)?;
        let key = keys.require(kid, &self.fetching()).await?;
        self.decide(token, &key)
    }

    /// As [`verify`](Self::verify), with the keys at hand and without waiting for anything.
    ///
    /// # Errors
    /// The first check that the token fails; [`VerifyError::KeysUnavailable`] when there are no
    /// keys yet.
    pub fn verify_cached(&self, token: &str) -> Result<Claims, VerifyError> {
        let (token, keys) = self.read(token)?;
        let key = keys.require_cached(require_kid(&token)?)?;
        self.decide(token, &key)
    }

    /// Fetches the keys of every pool that has none yet: at the start, so that the first request
    /// does not wait, and that a wrong URL is found then.
    ///
    /// # Errors
    /// [`VerifyError::KeysUnavailable`] for a pool whose keys cannot be fetched.
    pub async fn hydrate(&self) -> Result<(), VerifyError> {
        let mut pools = BTreeMap::new();
        for issuer in &self.0.issuers {
            let hydrated = issuer.keys.hydrate(&self.fetching()).await;
            // One of the two issuers of a pool in AWS's form is enough: its tokens name only one.
            if !matches!(pools.get(&issuer.pool), Some(Ok(()))) {
                pools.insert(issuer.pool, hydrated);
            }
        }
        pools.into_values().collect()
    }

    /// Takes a JWKS document as the keys of the pool that has this issuer, in place of what was
    /// there: for keys that come another way than over the network.
    ///
    /// # Errors
    /// [`ConfigError::UnknownIssuer`] when no pool has it, [`ConfigError::Jwks`] for a document
    /// that is none; the keys stay as they were.
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

    /// Takes a token apart and finds whose it says it is.
    fn read<'t>(&self, token: &'t str) -> Result<(Parsed<'t>, &KeyCache), VerifyError> {
        let token = Parsed::of(token, self.0.most_token_bytes)?;
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
