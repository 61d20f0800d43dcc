//! Complete explanations as shown on a terminal, and each reason why a token is not valid.

use std::fs;
use std::path::Path;

use domain::Time;
use domain::token::SigningKey;
use serde_json::{Value, json};
use testkit::{forge, hs256, key_pairs, merged, rs256, unsigned};

use super::http::Http;
use super::paste::Pasted;
use super::shown::Shown;
use super::trust::{Known, Trust};
use super::verdict::{State, Verdict, verdict, verified};
use super::{Explanation, explain};

const NOW: Time = Time(1_772_600_767_089);
const ISSUER: &str = "https://auth.example.com/eu-west-1_AbCdEf123";
const REFRESH: &str =
    "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.a2V5.bm9uY2U.dGV4dA.dGFn";
/// Another header: `{"alg":"dir","enc":"A256GCM"}`.
const ENCRYPTED: &str = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..bm9uY2U.dGV4dA.dGFn";

/// The pool's key, with a fixed key id.
fn pool() -> (SigningKey, Known) {
    let key = key_pairs().remove(0);
    let mut jwk: Value = serde_json::from_str(key.jwk()).unwrap();
    jwk["kid"] = json!("the-key");
    let jwks = json!({ "keys": [jwk] }).to_string();
    (
        key,
        Known { issuer: ISSUER.to_owned(), jwks, place: format!("{ISSUER}/.well-known/jwks.json") },
    )
}

fn header() -> Value {
    json!({ "kid": "the-key", "alg": "RS256" })
}

fn common() -> Value {
    json!({
        "iss": ISSUER,
        "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
        "auth_time": NOW.seconds() - 60,
        "iat": NOW.seconds() - 60,
        "exp": NOW.seconds() + 3_540,
        "jti": "6a1d4c2e-8e1b-4f0f-8f2e-8a5b0c7d9e10",
        "origin_jti": "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88",
        "event_id": "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
    })
}

fn id() -> Value {
    merged(
        common(),
        json!({
            "token_use": "id",
            "aud": "4kq1example7client",
            "cognito:username": "alice",
            "cognito:groups": ["admins", "beta"],
            "cognito:roles": ["arn:aws:iam::111122223333:role/admin"],
            "cognito:preferred_role": "arn:aws:iam::111122223333:role/admin",
            "identities": [{ "providerName": "Google", "primary": "true" }],
            "amr": ["pwd", "otp", "mfa", "new"],
            "acr": "urn:cognito:loa:4",
            "email": "alice@example.com",
            "email_verified": true,
            "phone_number": "+15555550100",
            "phone_number_verified": false,
            "address": { "formatted": "1 Street" },
            "updated_at": NOW.seconds() - 86_400 * 400,
            "custom:tenant": "42",
            "tier": "gold",
        }),
    )
}

fn access() -> Value {
    let own = json!({
        "token_use": "access",
        "client_id": "4kq1example7client",
        "username": "alice",
        "scope": "aws.cognito.signin.user.admin",
    });
    merged(common(), own)
}

fn machine() -> Value {
    let own = json!({
        "sub": "4kq1example7client",
        "client_id": "4kq1example7client",
        "token_use": "access",
        "scope": "orders/read orders/write",
        "version": 2,
        "origin_jti": null,
        "event_id": null,
    });
    merged(common(), own)
}

fn signed(claims: &Value) -> String {
    forge(&header(), claims, rs256(&pool().0))
}

/// The explanation and the verdict. Tokens of the pool are verified with its keys.
async fn explained(text: &str) -> (Explanation, Verdict) {
    let pasted = Pasted::read(text);
    let found = match &pasted {
        Pasted::Jwt(jwt) if jwt.pool_id().is_some() => verified(jwt, &pool().1, None, NOW),
        _ => verdict(&pasted, &Trust::default(), NOW, &Http::new()).await.unwrap(),
    };
    (explain(&pasted, NOW), found)
}

/// Compares with the file of this name; `UPDATE=1` writes it.
#[track_caller]
fn assert_snapshot(name: &str, text: &str) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/explain/snapshots/{name}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{text}\n")).unwrap();
    }
    assert_eq!(format!("{text}\n"), fs::read_to_string(&path).unwrap_or_default(), "{name}");
}

#[tokio::test]
async fn every_kind_is_explained() {
    let in_oauth =
        json!({ "scope": "openid orders/read", "aud": "https://api.example.com", "version": 2 });
    let unrevocable = merged(access(), json!({ "origin_jti": null, "scope": "openid" }));
    let identity_pool = json!({
        "iss": "https://cognito-identity.amazonaws.com",
        "sub": "eu-north-1:8a1e6b1c-0000-4000-8000-000000000001",
        "aud": "eu-north-1:b1e2c3d4-1111-4222-8333-944455556666",
        "amr": ["unauthenticated"],
        "exp": NOW.seconds() + 600,
        "iat": NOW.seconds(),
    });
    let foreign = json!({ "iss": "https://accounts.example.org", "aud": ["a", "b"], "sub": "1", "nbf": NOW.seconds() + 60 });
    for (name, text) in [
        ("id", signed(&id())),
        ("access", signed(&access())),
        ("access_oauth", signed(&merged(access(), in_oauth))),
        ("access_unrevocable", signed(&unrevocable)),
        ("machine", signed(&machine())),
        ("machine_without_scope", signed(&merged(machine(), json!({ "scope": "" })))),
        ("expired", signed(&merged(id(), json!({ "exp": NOW.seconds() - 7_265 })))),
        ("identity_pool", signed(&identity_pool)),
        ("foreign", signed(&foreign)),
        ("refresh", REFRESH.to_owned()),
        ("encrypted", ENCRYPTED.to_owned()),
        ("session", "AYABeAAAAAAAAAAAAAAAAAAA".to_owned()),
        ("rubbish", "hello.world".to_owned()),
    ] {
        let (explanation, verdict) = explained(&text).await;
        assert_snapshot(name, &Shown::of(&explanation, &verdict, false));
    }
}

#[tokio::test]
async fn colours_do_not_change_the_text() {
    let (explanation, verdict) = explained("hello.world").await;
    let text = Shown::of(&explanation, &verdict, true);
    assert!(
        text.starts_with(
            "\u{1b}[33mNot verified: it is not a token.\u{1b}[0m\n\n\u{1b}[1mNot a token\u{1b}[0m\n"
        ),
        "{text}"
    );
    let plain = text.replace("\u{1b}[33m", "").replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
    assert_eq!(plain, Shown::of(&explanation, &verdict, false));
}

/// Claims can neither control the terminal nor expand to placeholders.
#[tokio::test]
async fn hostile_claims_are_escaped() {
    let claims = json!({
        "aud": "{iss}",
        "cognito:username": "\u{1b}]0;x\u{7}\u{202e}\r\n",
        "cognito:groups": ["\u{1b}[2J", "b"],
        "\u{1b}[31mnamed": { "\u{1b}": "\u{9b}" },
        "scope": "a\u{1b}b",
        "custom:x": null,
    });
    let claims = merged(merged(common(), json!({ "token_use": "id" })), claims);
    let (explanation, verdict) = explained(&signed(&claims)).await;
    let text = Shown::of(&explanation, &verdict, false);
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n') && !text.contains('\u{202e}'),
        "{text:?}"
    );
    assert_snapshot("hostile", &text);
}

#[test]
fn other_texts_are_not_tokens() {
    let header = signed(&id()).split('.').next().unwrap().to_owned();
    for (text, why) in [
        ("", "It is empty: paste a token."),
        (" \n", "It is empty: paste a token."),
        ("x", "this has 1. "),
        ("a.b", "this has 2. "),
        ("a.b.c.d", "this has 4. "),
        ("!.b.c.d.e", "this has 5. "),
        ("a.b.c", "the first is not a token header"),
        ("W10.W10.c", "the first is not a token header"),
        (&format!("{header}.W10.c"), "the second part does not hold claims"),
        (&format!("{header}.e30.!"), "the signature, is not base64url"),
    ] {
        let explanation = explain(&Pasted::read(text), NOW);
        assert_eq!(explanation.kind, "nothing", "{text}");
        assert!(
            explanation.what.starts_with("This cannot be read as a token. ")
                && explanation.what.contains(why),
            "{explanation:?}"
        );
    }
}

#[test]
fn each_check_can_fail() {
    let (key, known) = pool();
    let other = key_pairs().remove(1);
    let with = |over: Value| signed(&merged(id(), over));
    let headed = |header: Value| forge(&header, &id(), rs256(&key));
    for (token, client, step, says) in [
        (
            headed(json!({ "kid": "the-key", "alg": "RS256", "crit": ["x"] })),
            None,
            "form",
            "it is not a well-formed user pool token: the token's header asks for an extension \
             (crit or b64) that is not supported.",
        ),
        (
            with(json!({ "sub": null })),
            None,
            "form",
            "it is not a well-formed user pool token: the token has no sub.",
        ),
        (
            with(json!({ "iss": "https://evil.example/eu-west-1_AbCdEf123" })),
            None,
            "issuer",
            "its issuer (https://evil.example/eu-west-1_AbCdEf123) is not \
             https://auth.example.com/eu-west-1_AbCdEf123: it comes from another pool or server.",
        ),
        (
            headed(json!({ "kid": "x", "alg": "RS256" })),
            None,
            "key",
            "the key it names (x) does not belong to the pool: it comes from another pool or \
             server, or is older than the pool's keys.",
        ),
        (
            headed(json!({ "alg": "RS256" })),
            None,
            "key",
            "the key it names ((none)) does not belong to the pool: it comes from another pool or \
             server, or is older than the pool's keys.",
        ),
        (
            forge(&json!({ "kid": "the-key", "alg": "none" }), &id(), unsigned),
            None,
            "form",
            "it is not a well-formed user pool token: the token is not a signed JSON Web Token: \
             it does not have three parts.",
        ),
        (
            forge(&json!({ "kid": "the-key", "alg": "HS256" }), &id(), hs256(key.public())),
            None,
            "algorithm",
            "it claims to be signed with HS256; user pool tokens are signed with RS256.",
        ),
        (
            forge(&header(), &id(), rs256(&other)),
            None,
            "signature",
            "the signature is invalid: the token was changed or forged.",
        ),
        (
            with(json!({ "exp": NOW.seconds() - 1 })),
            None,
            "expiry",
            "it expired 1 second ago, at 2026-03-04 05:06:06 UTC.",
        ),
        (with(json!({ "exp": null })), None, "expiry", "it has no expiry time (exp)."),
        (with(json!({ "nbf": NOW.seconds() + 60 })), None, "start", "it is not valid yet (nbf)."),
        (with(json!({ "token_use": "x" })), None, "use", "its token_use is neither id nor access."),
        (with(json!({})), Some("other"), "client", "it is not for the app client other."),
    ] {
        let Pasted::Jwt(jwt) = Pasted::read(&token) else { panic!("{token}") };
        let found = verified(&jwt, &known, client, NOW);
        assert_eq!((found.state, found.says), (State::Bad, format!("Not valid: {says}")));
        let (last, before) = found.checks.split_last().unwrap();
        assert_eq!((last.check, last.good), (step, false));
        assert!(before.iter().all(|check| check.good), "{before:?}");
    }
    let Pasted::Jwt(jwt) = Pasted::read(&with(json!({}))) else { panic!("a token") };
    let found = verified(&jwt, &known, Some("4kq1example7client"), NOW);
    let last = found.checks.last().unwrap();
    assert_eq!(
        (found.state, last.says.as_str()),
        (State::Good, "It is for the app client 4kq1example7client.")
    );
    let keyless = Known { jwks: "{}".to_owned(), ..known };
    let found = verified(&jwt, &keyless, None, NOW);
    assert_eq!(found.state, State::Unverified);
    assert!(
        found.says.starts_with("Not verified: the keys at https://auth.example.com/"),
        "{}",
        found.says
    );
}
