//! The verifier for applications. Input: a byte that selects what the rest is: a token, edits of an
//! issued token, claims to sign with the correct key, or header and claims signed by an attacker.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use domain::token::{PublicKey, SigningKey};
use poolkeeper_verify::{Pool, Verifier, decode_unverified};
use serde_json::{Value, json};
use testkit::{forge, hs256, rs256, unsigned};

use crate::edits::{edited, nth, pick};

const ISSUER: &str = "https://auth.example.com/eu-west-1_AbCdEf123";
const CLIENT: &str = "4kq1example7client";
const NOW: u64 = 1_772_600_767;

static KEYS: LazyLock<Vec<SigningKey>> = LazyLock::new(testkit::key_pairs);
static VERIFIER: LazyLock<Verifier> = LazyLock::new(|| {
    let keys: Vec<PublicKey> = KEYS.iter().take(2).map(|key| key.public_key().clone()).collect();
    let pool = Pool::issuer(ISSUER)
        .and_then(|pool| pool.jwks(&domain::token::jwks(&keys)))
        .expect("a pool");
    let builder =
        Verifier::builder().pool(pool).client(CLIENT).id_and_access_tokens().without_fetching();
    builder.clock(|| SystemTime::UNIX_EPOCH + Duration::from_secs(NOW)).build().expect("a verifier")
});
static ISSUED: LazyLock<Vec<String>> =
    LazyLock::new(|| vec![signed(&access(), nth(&KEYS, 1)), signed(&id(), nth(&KEYS, 0))]);

fn access() -> Value {
    json!({
        "iss": ISSUER, "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c", "client_id": CLIENT,
        "token_use": "access",
        "username": "alice", "cognito:groups": ["ops"], "scope": "openid orders/read",
        "auth_time": NOW - 600,
        "iat": NOW - 60, "exp": NOW + 3540, "jti": "jti-2", "origin_jti": "origin-1",
    })
}

fn id() -> Value {
    json!({
        "iss": ISSUER, "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c", "aud": CLIENT,
        "token_use": "id",
        "cognito:username": "alice", "auth_time": NOW - 600, "iat": NOW - 60, "exp": NOW + 3540,
        "jti": "jti-1",
    })
}

fn signed(claims: &Value, key: &SigningKey) -> String {
    forge(&json!({ "kid": key.kid(), "alg": "RS256" }), claims, rs256(key))
}

/// A token that verifies was issued, byte for byte; one with other claims is unexpired, from the
/// issuer and for the client.
pub fn verifier(data: &[u8]) {
    let Some((kind, rest)) = pick(data) else { return };
    match kind % 4 {
        0 => only_issued(&String::from_utf8_lossy(rest)),
        1 => {
            let issued: &String = nth(&ISSUED, kind / 4);
            only_issued(&edited(issued, rest));
        }
        2 => any_claims(nth(&KEYS, kind / 4 % 2), rest),
        _ => forged(kind / 4, rest),
    }
}

fn only_issued(token: &str) {
    let verified = VERIFIER.verify_cached(token);
    assert_eq!(verified.is_ok(), ISSUED.iter().any(|issued| issued == token), "{token}");
    assert!(verified.is_err() || decode_unverified(token).is_ok(), "verified but not decodable");
}

fn any_claims(key: &SigningKey, payload: &[u8]) {
    let Ok(claims) = serde_json::from_slice::<Value>(payload) else { return };
    let Ok(verified) = VERIFIER.verify_cached(&signed(&claims, key)) else { return };
    let number = |claim: &str| claims[claim].as_f64().unwrap_or_default();
    assert_eq!(claims["iss"], ISSUER);
    assert!(number("exp") > NOW as f64, "expired");
    assert_eq!(claims["sub"], Value::from(verified.sub()));
    let client = if verified.token_use().to_string() == "id" {
        &claims["aud"]
    } else {
        &claims["client_id"]
    };
    assert_eq!(client, CLIENT);
}

/// Header and claims, one per line, signed without the key.
fn forged(how: usize, data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (header, payload) = text.split_once('\n').unwrap_or((&text, "{}"));
    let (Ok(header), Ok(payload)) = (serde_json::from_str(header), serde_json::from_str(payload))
    else {
        return;
    };
    let token = match how % 3 {
        0 => forge(&header, &payload, unsigned),
        1 => forge(&header, &payload, hs256(nth(&KEYS, 1).public())),
        _ => forge(&header, &payload, rs256(nth(&KEYS, 2))),
    };
    assert!(VERIFIER.verify_cached(&token).is_err(), "{token}");
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let claims = |kind: u8, claims: Value| [&[kind], claims.to_string().as_bytes()].concat();
    let forged = |kind: u8| {
        [
            &[kind],
            br#"{"kid":"k","alg":"HS256"}"#.as_slice(),
            b"\n",
            access().to_string().as_bytes(),
        ]
        .concat()
    };
    vec![
        b"\0eyJhbGciOiJSUzI1NiJ9.e30.AAAA".to_vec(),
        vec![1],
        vec![5],
        vec![1, 5, 0, 90, b'A'],
        claims(2, access()),
        claims(6, id()),
        forged(3),
        forged(7),
        forged(11),
    ]
}
