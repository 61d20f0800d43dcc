//! Access tokens as the server parses them. Input: a byte that selects what the rest is: a token,
//! edits of an issued token, claims to sign with the correct key, or header and claims signed by an
//! attacker.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::client::{AllowedAttributes, UnsetAttributes};
use domain::token::jwt::Unverified;
use domain::token::{AccessClaims, JtiKey, Mint, SigningKey, access, mint};
use domain::{Rng, Time};
use serde_json::Value;
use testkit::{forge, hs256, rs256, unsigned};

use crate::edits::{edited, nth, pick};

const NOW: Time = Time(1_760_000_123_987);
const ISSUER: &str = "http://localhost:7665/eu-west-1_AbCdEf123";
const GENERATION: i64 = 4_611_686_018_427_387_904;

static KEYS: LazyLock<Vec<SigningKey>> = LazyLock::new(testkit::key_pairs);
static JTI: LazyLock<JtiKey> = LazyLock::new(|| JtiKey::new(&[7; 32]));
static ISSUED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let scopes = ["openid".to_owned(), "aws.cognito.signin.user.admin".to_owned()];
    let attributes = BTreeMap::new();
    let jti = JTI.seal(GENERATION, &Rng::seeded(1));
    let least = Mint {
        issuer: ISSUER,
        client_id: "4kq1example7client",
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
        username: "alice",
        attributes: &attributes,
        read_attributes: AllowedAttributes::Unset(UnsetAttributes::All),
        groups: &[],
        scopes: &scopes,
        auth_time: NOW,
        now: NOW,
        id_seconds: 300,
        access_seconds: 3600,
        origin_jti: None,
        event_id: "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
        jti_id: "6a1d4c2e-8e1b-4f0f-8f2e-8a5b0c7d9e10",
        jti_access: &jti,
        amr: &[],
        acr: None,
        device_key: None,
        nonce: None,
        oauth: false,
        aud: None,
    };
    let family = Mint {
        origin_jti: Some("0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88"),
        amr: &["pwd", "otp"],
        ..least
    };
    let access = |facts: &Mint<'_>| mint(facts, id_key(), access_key()).access_token;
    let id_token = mint(&least, id_key(), access_key()).id_token;
    vec![access(&least), access(&family), id_token]
});

fn access_key() -> &'static SigningKey {
    nth(&KEYS, 0)
}

fn id_key() -> &'static SigningKey {
    nth(&KEYS, 1)
}

/// A token that verifies was issued as an access token, byte for byte.
pub fn access_token(data: &[u8]) {
    let Some((kind, rest)) = pick(data) else { return };
    match kind % 4 {
        0 => only_issued(&String::from_utf8_lossy(rest)),
        1 => {
            let issued: &String = nth(&ISSUED, kind / 4);
            only_issued(&edited(issued, rest));
        }
        2 => signed(&String::from_utf8_lossy(rest)),
        _ => forged(kind / 4, rest),
    }
}

fn verified(token: &str) -> Option<AccessClaims> {
    let token = Unverified::parse(token).ok()?;
    let _ = (token.pool_id(), token.payload_value());
    let key = access_key().public_key();
    access::verify(&token, NOW, &[ISSUER], |kid| (kid == key.kid()).then_some(key)).ok()
}

fn only_issued(token: &str) {
    let is_issued = ISSUED.iter().take(2).any(|issued| issued == token);
    let claims = verified(token);
    assert_eq!(claims.is_some(), is_issued, "{token}");
    if let Some(claims) = claims {
        assert_eq!(JTI.open(&claims.jti), Some(GENERATION));
    }
}

/// The key only signs what the server writes; claims of any other kind are not an access token's
/// claims.
fn signed(payload: &str) {
    let claims = verified(&access_key().sign(payload));
    if let Some(claims) = claims {
        let payload: Value =
            serde_json::from_str(payload).expect("claims of a payload that is JSON");
        assert_eq!(payload["iss"], ISSUER);
        assert_eq!(payload["token_use"], "access");
        assert_eq!(payload["sub"], Value::from(claims.sub));
        assert!(claims.exp > NOW, "expired");
        let _ = JTI.open(&claims.jti);
    }
    assert!(verified(&id_key().sign(payload)).is_none(), "accepted the ID key's signature");
}

/// Header and claims, one per line, signed without the key: nothing of this kind verifies.
fn forged(how: usize, data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (header, payload) = text.split_once('\n').unwrap_or((&text, "{}"));
    let (Ok(header), Ok(payload)) = (serde_json::from_str(header), serde_json::from_str(payload))
    else {
        return;
    };
    let token = match how % 3 {
        0 => forge(&header, &payload, unsigned),
        1 => forge(&header, &payload, hs256(access_key().public())),
        _ => forge(&header, &payload, rs256(nth(&KEYS, 2))),
    };
    assert!(verified(&token).is_none(), "{token}");
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let payload = format!(
        r#"{{"iss":"{ISSUER}","token_use":"access","sub":"s","client_id":"c","username":"u","scope":"a b","jti":"{}","exp":1760003723,"auth_time":1760000123,"origin_jti":"o","event_id":"e","amr":["pwd"]}}"#,
        JTI.seal(GENERATION, &Rng::seeded(2))
    );
    let header = r#"{"kid":"k","alg":"none"}"#;
    let forged = |kind: u8| [&[kind], header.as_bytes(), b"\n", payload.as_bytes()].concat();
    vec![
        b"\0eyJhbGciOiJSUzI1NiJ9.e30.AAAA".to_vec(),
        vec![1],
        vec![5],
        vec![9],
        vec![1, 5, 0, 90, b'A'],
        vec![5, 1, 1, 0, 0],
        [b"\x02", payload.as_bytes()].concat(),
        forged(3),
        forged(7),
        forged(11),
    ]
}
