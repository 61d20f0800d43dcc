//! The checks, apart from finding the key.

use serde_json::{Map, Value};

use crate::TokenUse;
use crate::claims::{Claims, Reader, scopes, whole};
use crate::clock::Millis;
use crate::error::VerifyError;
use crate::keys::{ALGORITHM, Key};
use crate::token::Parsed;

/// The requirements on a token. None has a default.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// `None`: either.
    pub(crate) token_use: Option<TokenUse>,
    /// `None`: any, but the token must name one.
    pub(crate) clients: Option<Vec<String>>,
    pub(crate) any_scope: Option<Vec<String>>,
    pub(crate) all_scopes: Option<Vec<String>>,
    pub(crate) any_group: Option<Vec<String>>,
    pub(crate) grace_seconds: f64,
}

/// Checks the types that must be right before the token's contents are used for lookups.
pub(crate) fn check_form(token: &Parsed<'_>) -> Result<(), VerifyError> {
    if token.header.contains_key("crit") || token.header.contains_key("b64") {
        return Err(VerifyError::Extension);
    }
    let (header, claims) = (Reader(&token.header), Reader(&token.claims));
    for member in ["alg", "kid"] {
        header.text(member)?;
    }
    for claim in ["iss", "sub", "scope", "jti"] {
        claims.text(claim)?;
    }
    for claim in ["exp", "nbf", "iat"] {
        claims.seconds(claim)?;
    }
    let is_audience = |value: &Value| match value {
        Value::Array(values) => values.iter().all(Value::is_string),
        other => other.is_string(),
    };
    if token.claims.get("aud").is_some_and(|value| !is_audience(value)) {
        return Err(VerifyError::WrongType {
            member: "aud",
            wanted: "a string or an array of strings",
        });
    }
    Ok(())
}

/// Checks that this key signed the token with the accepted algorithm. Keys in the header (`jwk`,
/// `jku`, `x5c`) are never read.
pub(crate) fn check_signature(token: &Parsed<'_>, key: &Key) -> Result<(), VerifyError> {
    let key = key.check().map_err(VerifyError::Key)?;
    if token.header.get("alg").and_then(Value::as_str) != Some(ALGORITHM) {
        return Err(VerifyError::Algorithm { wanted: ALGORITHM });
    }
    key.verify_sig(token.signed.as_bytes(), &token.signature).map_err(|_| VerifyError::Signature)
}

impl Rules {
    /// Checks everything about a token whose issuer and signature are valid.
    pub(crate) fn check(
        &self,
        claims: Map<String, Value>,
        now: Millis,
    ) -> Result<Claims, VerifyError> {
        self.check_times(&claims, now)?;
        self.check_scopes(&claims)?;
        self.check_groups(&claims)?;
        let token_use = self.require_token_use(&claims)?;
        let client_id = self.require_client(token_use, &claims)?;
        Claims::of(token_use, client_id, claims)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds are exact in a float for 285,000 years"
    )]
    fn check_times(&self, claims: &Map<String, Value>, now: Millis) -> Result<(), VerifyError> {
        let claims = Reader(claims);
        let now = now as f64 / 1000.0;
        let exp = claims.seconds("exp")?.ok_or(VerifyError::Missing { claim: "exp" })?;
        if exp + self.grace_seconds < now {
            return Err(VerifyError::Expired { exp: whole(exp), now: whole(now) });
        }
        match claims.seconds("nbf")? {
            Some(nbf) if nbf - self.grace_seconds > now => {
                Err(VerifyError::NotYetValid { nbf: whole(nbf), now: whole(now) })
            }
            Some(_) | None => Ok(()),
        }
    }

    fn check_scopes(&self, claims: &Map<String, Value>) -> Result<(), VerifyError> {
        let granted: Vec<&str> = scopes(claims).collect();
        let is_granted = |wanted: &String| granted.contains(&wanted.as_str());
        if let Some(wanted) =
            self.any_scope.as_ref().filter(|wanted| !wanted.iter().any(is_granted))
        {
            return Err(VerifyError::Scope { wanted: wanted.clone(), all: false });
        }
        match self.all_scopes.as_ref().filter(|wanted| !wanted.iter().all(is_granted)) {
            Some(wanted) => Err(VerifyError::Scope { wanted: wanted.clone(), all: true }),
            None => Ok(()),
        }
    }

    fn check_groups(&self, claims: &Map<String, Value>) -> Result<(), VerifyError> {
        let Some(wanted) = &self.any_group else { return Ok(()) };
        let groups = Reader(claims).groups()?;
        if wanted.iter().any(|group| groups.contains(group)) {
            Ok(())
        } else {
            Err(VerifyError::Group { wanted: wanted.clone() })
        }
    }

    fn require_token_use(&self, claims: &Map<String, Value>) -> Result<TokenUse, VerifyError> {
        TokenUse::find(claims)
            .filter(|token_use| self.token_use.is_none_or(|wanted| wanted == *token_use))
            .ok_or(VerifyError::TokenUse { wanted: self.token_use })
    }

    /// `aud` of an ID token, which must be one string; `client_id` of an access token.
    fn require_client(
        &self,
        token_use: TokenUse,
        claims: &Map<String, Value>,
    ) -> Result<String, VerifyError> {
        let claim = match token_use {
            TokenUse::Id => "aud",
            TokenUse::Access => "client_id",
        };
        let client = claims.get(claim).and_then(Value::as_str).filter(|client| !client.is_empty());
        client
            .filter(|client| {
                self.clients
                    .as_ref()
                    .is_none_or(|accepted| accepted.iter().any(|one| one == client))
            })
            .map(str::to_owned)
            .ok_or_else(|| VerifyError::Client { wanted: self.clients.clone().unwrap_or_default() })
    }
}
