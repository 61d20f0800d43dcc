//! A pool whose keys the test has.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use domain::token::{PublicKey, SigningKey};
use poolkeeper_verify::{Pool, Verifier, VerifierBuilder};
use serde_json::{Value, json};
use testkit::{forge, rs256};

pub(crate) const ISSUER: &str = "https://auth.example.com/eu-west-1_AbCdEf123";
pub(crate) const JWKS_URI: &str =
    "https://auth.example.com/eu-west-1_AbCdEf123/.well-known/jwks.json";
pub(crate) const CLIENT: &str = "4kq1example7client";
pub(crate) const NOW: u64 = 1_772_600_767;

static KEYS: LazyLock<Vec<SigningKey>> = LazyLock::new(testkit::key_pairs);

/// The pool's key for ID tokens.
pub(crate) fn id_key() -> &'static SigningKey {
    &KEYS[0]
}

/// The pool's key for access tokens.
pub(crate) fn access_key() -> &'static SigningKey {
    &KEYS[1]
}

/// A key that is not the pool's.
pub(crate) fn other_key() -> &'static SigningKey {
    &KEYS[2]
}

/// A JWKS of these keys.
pub(crate) fn jwks_of(keys: &[&SigningKey]) -> String {
    let keys: Vec<PublicKey> = keys.iter().map(|key| key.public_key().clone()).collect();
    domain::token::jwks(&keys)
}

/// The pool's JWKS.
pub(crate) fn jwks() -> String {
    jwks_of(&[id_key(), access_key()])
}

pub(crate) fn moment(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Accepts tokens of the pool for the client; the time is always `NOW`.
pub(crate) fn builder() -> VerifierBuilder {
    let pool = Pool::issuer(ISSUER).unwrap().jwks(&jwks()).unwrap();
    Verifier::builder().pool(pool).client(CLIENT).clock(|| moment(NOW)).without_fetching()
}

pub(crate) fn header(key: &SigningKey) -> Value {
    json!({ "kid": key.kid(), "alg": "RS256" })
}

/// A valid ID token with these claims replaced; `null` removes one.
pub(crate) fn id_token(claims: Value) -> String {
    let good = json!({
        "iss": ISSUER, "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
        "aud": CLIENT, "token_use": "id",
        "cognito:username": "alice", "cognito:groups": ["ops", "beta"],
        "email": "alice@example.com", "email_verified": true,
        "auth_time": NOW - 600, "iat": NOW - 60, "exp": NOW + 3540,
        "jti": "jti-1", "origin_jti": "origin-1",
        "custom:tenant": "42",
    });
    signed(&testkit::merged(good, claims), id_key())
}

/// Like [`id_token`], for an access token.
pub(crate) fn access_token(claims: Value) -> String {
    let good = json!({
        "iss": ISSUER, "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
        "client_id": CLIENT, "token_use": "access",
        "username": "alice", "cognito:groups": ["ops", "beta"], "scope": "openid orders/read",
        "auth_time": NOW - 600, "iat": NOW - 60, "exp": NOW + 3540,
        "jti": "jti-2", "origin_jti": "origin-1",
    });
    signed(&testkit::merged(good, claims), access_key())
}

pub(crate) fn signed(claims: &Value, key: &SigningKey) -> String {
    forge(&header(key), claims, rs256(key))
}
