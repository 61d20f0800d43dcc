//! Every check: what passes it, and how it fails.

use std::time::Duration;

use poolkeeper_verify::{Claims, Pool, TokenUse, VerifierBuilder, VerifyError};
use serde_json::{Value, json};
use testkit::forge;

use crate::fixture::{
    CLIENT, ISSUER, JWKS_URI, NOW, access_key, access_token, builder, id_token, jwks_of, moment,
    other_key, signed,
};

/// Requires this error, with this text, for a token.
#[track_caller]
fn refused(verifier: VerifierBuilder, token: &str, expected: &VerifyError, text: &str) {
    let error = verifier.build().unwrap().verify_cached(token).unwrap_err();
    assert_eq!(&error, expected);
    assert_eq!(error.to_string(), text);
}

#[track_caller]
fn accepted(verifier: VerifierBuilder, token: &str) -> Claims {
    verifier.build().unwrap().verify_cached(token).unwrap()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn the_claims_of_an_id_token_are_returned() {
    let Claims::Id(claims) = accepted(builder().id_tokens(), &id_token(json!({}))) else {
        panic!("an ID token")
    };
    assert_eq!(claims.issuer, ISSUER);
    assert_eq!(claims.sub, "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c");
    assert_eq!(claims.username.as_deref(), Some("alice"));
    assert_eq!(claims.client_id, CLIENT);
    assert_eq!(claims.groups, ["ops", "beta"]);
    assert_eq!((claims.email.as_deref(), claims.email_verified), (Some("alice@example.com"), true));
    let now = i64::try_from(NOW).unwrap();
    assert_eq!((claims.exp, claims.iat, claims.auth_time), (now + 3540, now - 60, Some(now - 600)));
    assert_eq!(
        (claims.jti.as_deref(), claims.origin_jti.as_deref()),
        (Some("jti-1"), Some("origin-1"))
    );
    assert_eq!(claims.raw["custom:tenant"], "42");
}

#[test]
fn the_claims_of_an_access_token_are_returned() {
    let claims = accepted(builder().access_tokens(), &access_token(json!({})));
    assert_eq!(claims.token_use(), TokenUse::Access);
    assert_eq!(
        (claims.sub(), claims.username()),
        ("b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c", Some("alice"))
    );
    assert_eq!(
        (claims.client_id(), claims.scopes()),
        (CLIENT, &texts(&["openid", "orders/read"])[..])
    );
    assert_eq!(
        (claims.groups(), claims.text("jti")),
        (&texts(&["ops", "beta"])[..], Some("jti-2"))
    );
}

#[test]
fn a_machine_to_machine_token_has_no_user_and_no_groups() {
    let token = access_token(
        json!({ "sub": CLIENT, "username": null, "cognito:groups": null, "origin_jti": null }),
    );
    let claims = accepted(builder().access_tokens().any_scope(["orders/read"]), &token);
    assert_eq!((claims.username(), claims.groups().len()), (None, 0));
}

#[test]
fn both_kinds_pass_where_both_are_accepted() {
    for token in [id_token(json!({})), access_token(json!({}))] {
        accepted(builder().id_and_access_tokens(), &token);
    }
    let other = access_token(json!({ "token_use": "refresh" }));
    let expected = VerifyError::TokenUse { wanted: None };
    refused(
        builder().id_and_access_tokens(),
        &other,
        &expected,
        "the token's token_use is neither id nor access",
    );
}

#[test]
fn the_other_kind_is_refused() {
    let wanted = VerifyError::TokenUse { wanted: Some(TokenUse::Access) };
    refused(
        builder().access_tokens(),
        &id_token(json!({})),
        &wanted,
        "the token's token_use is not access",
    );
    let wanted = VerifyError::TokenUse { wanted: Some(TokenUse::Id) };
    refused(
        builder().id_tokens(),
        &access_token(json!({})),
        &wanted,
        "the token's token_use is not id",
    );
    refused(
        builder().id_tokens(),
        &id_token(json!({ "token_use": null })),
        &wanted,
        "the token's token_use is not id",
    );
}

#[test]
fn another_issuer_is_refused() {
    let text = format!("the token's issuer is not {ISSUER}");
    for iss in [
        json!(null),
        json!("https://auth.example.com/eu-west-1_AbCdEf124"),
        json!(format!("{ISSUER}/")),
        json!(ISSUER.to_uppercase()),
    ] {
        let expected = VerifyError::Issuer { wanted: texts(&[ISSUER]) };
        refused(builder().access_tokens(), &access_token(json!({ "iss": iss })), &expected, &text);
    }
}

#[test]
fn keys_of_one_pool_do_not_verify_tokens_of_another() {
    let other = "https://auth.example.com/eu-west-1_Other1234";
    let other_pool = Pool::issuer(other).unwrap().jwks(&jwks_of(&[other_key()])).unwrap();
    let both = || builder().access_tokens().pool(other_pool.clone());
    let claims = json!({
        "iss": other, "sub": "s", "client_id": CLIENT, "token_use": "access",
        "iat": NOW, "exp": NOW + 60,
    });
    assert_eq!(accepted(both(), &signed(&claims, other_key())).text("iss"), Some(other));
    let crossed = access_token(json!({ "iss": other }));
    let jwks_uri = format!("{other}/.well-known/jwks.json");
    let text = format!("the key that the token names is not at {jwks_uri}");
    refused(both(), &crossed, &VerifyError::UnknownKey { jwks_uri }, &text);
}

#[test]
fn a_key_the_pool_does_not_have_is_refused() {
    let token = signed(&json!({ "iss": ISSUER }), other_key());
    let expected = VerifyError::UnknownKey { jwks_uri: JWKS_URI.to_owned() };
    refused(
        builder().access_tokens(),
        &token,
        &expected,
        &format!("the key that the token names is not at {JWKS_URI}"),
    );
}

#[test]
fn a_token_is_valid_until_its_expiry() {
    let at = |seconds: u64, grace: u64| {
        builder().access_tokens().clock(move || moment(seconds)).grace(Duration::from_secs(grace))
    };
    let token = access_token(json!({}));
    let exp = NOW + 3540;
    accepted(at(exp, 0), &token);
    accepted(at(exp + 30, 30), &token);
    let expected = VerifyError::Expired { exp: exp.cast_signed(), now: exp.cast_signed() + 1 };
    refused(
        at(exp + 1, 0),
        &token,
        &expected,
        &format!("the token expired at {exp}; it is now {}", exp + 1),
    );
    let expected = VerifyError::Expired { exp: exp.cast_signed(), now: exp.cast_signed() + 31 };
    refused(
        at(exp + 31, 30),
        &token,
        &expected,
        &format!("the token expired at {exp}; it is now {}", exp + 31),
    );
    let after = move || moment(exp) + Duration::from_millis(1);
    assert!(
        builder().access_tokens().clock(after).build().unwrap().verify_cached(&token).is_err(),
        "a millisecond later"
    );
}

#[test]
fn a_clock_before_1970_lets_nothing_pass() {
    let before =
        || builder().access_tokens().clock(|| std::time::UNIX_EPOCH - Duration::from_secs(1));
    let error = before().build().unwrap().verify_cached(&access_token(json!({}))).unwrap_err();
    assert!(matches!(error, VerifyError::Expired { .. }), "{error}");
}

#[test]
fn a_token_is_refused_before_its_nbf() {
    let token = access_token(json!({ "nbf": NOW + 10 }));
    let expected = VerifyError::NotYetValid { nbf: NOW.cast_signed() + 10, now: NOW.cast_signed() };
    let text = format!("the token is not valid before {}; it is now {NOW}", NOW + 10);
    refused(builder().access_tokens(), &token, &expected, &text);
    refused(builder().access_tokens().grace(Duration::from_secs(9)), &token, &expected, &text);
    accepted(builder().access_tokens().grace(Duration::from_secs(10)), &token);
}

#[test]
fn any_scope_requires_one_of_the_scopes() {
    let asking = |scopes: &[&str]| builder().access_tokens().any_scope(texts(scopes));
    accepted(asking(&["orders/write", "orders/read"]), &access_token(json!({})));
    let expected = VerifyError::Scope { wanted: texts(&["orders/write", "orders"]), all: false };
    let text = "the token does not have the scope orders/write or orders";
    refused(asking(&["orders/write", "orders"]), &access_token(json!({})), &expected, text);
    refused(
        asking(&["orders/write", "orders"]),
        &access_token(json!({ "scope": null })),
        &expected,
        text,
    );
}

#[test]
fn all_scopes_requires_every_scope() {
    let asking = |scopes: &[&str]| builder().access_tokens().all_scopes(texts(scopes));
    accepted(asking(&["openid", "orders/read"]), &access_token(json!({})));
    let expected = VerifyError::Scope { wanted: texts(&["openid", "orders/write"]), all: true };
    let text = "the token lacks one of the scopes openid, orders/write";
    refused(asking(&["openid", "orders/write"]), &access_token(json!({})), &expected, text);
}

#[test]
fn any_group_requires_one_of_the_groups() {
    let asking = |groups: &[&str]| builder().id_tokens().any_group(texts(groups));
    accepted(asking(&["admins", "beta"]), &id_token(json!({})));
    let expected = VerifyError::Group { wanted: texts(&["admins", "Ops"]) };
    let text = "the token's user is not in the group admins or Ops";
    refused(asking(&["admins", "Ops"]), &id_token(json!({})), &expected, text);
    refused(
        asking(&["admins", "Ops"]),
        &id_token(json!({ "cognito:groups": null })),
        &expected,
        text,
    );
}

#[test]
fn another_app_client_is_refused() {
    let expected = VerifyError::Client { wanted: texts(&[CLIENT]) };
    let text = format!("the token was not issued to the app client {CLIENT}");
    for client in [json!("another"), json!(null), json!(""), json!([CLIENT]), json!(7)] {
        refused(
            builder().access_tokens(),
            &access_token(json!({ "client_id": client })),
            &expected,
            &text,
        );
    }
    for aud in [json!("another"), json!(null), json!([CLIENT])] {
        refused(builder().id_tokens(), &id_token(json!({ "aud": aud })), &expected, &text);
    }
    // An access token bound to a resource has an audience, which does not identify the client.
    let bound = access_token(json!({ "aud": CLIENT, "client_id": "another" }));
    refused(builder().access_tokens(), &bound, &expected, &text);
    let token = access_token(json!({ "client_id": "another" }));
    assert_eq!(
        accepted(builder().access_tokens().client("another"), &token).client_id(),
        "another"
    );
}

#[test]
fn any_client_still_requires_a_client() {
    let pool = || Pool::issuer(ISSUER).unwrap().jwks(&crate::fixture::jwks()).unwrap();
    let any = || {
        poolkeeper_verify::Verifier::builder()
            .pool(pool())
            .any_client()
            .access_tokens()
            .clock(|| moment(NOW))
            .without_fetching()
    };
    accepted(any(), &access_token(json!({ "client_id": "another" })));
    let expected = VerifyError::Client { wanted: Vec::new() };
    refused(
        any(),
        &access_token(json!({ "client_id": null })),
        &expected,
        "the token names no app client",
    );
}

#[test]
fn mandatory_claims_are_required() {
    for claim in ["exp", "sub", "iat"] {
        let token = access_token(json!({ claim: null }));
        refused(
            builder().access_tokens(),
            &token,
            &VerifyError::Missing { claim },
            &format!("the token has no {claim}"),
        );
    }
}

/// Fixes the claims one by one and checks which failure is reported at each step.
#[test]
fn the_first_failed_check_is_reported() {
    let verifier = builder().access_tokens().any_scope(["a"]).any_group(["b"]).build().unwrap();
    let mut claims = json!({
        "exp": NOW - 1, "nbf": NOW + 9, "scope": "", "cognito:groups": ["x"],
        "token_use": "id", "client_id": "x",
    });
    let checks = [
        ("exp", json!(NOW + 1), "the token expired at"),
        ("nbf", json!(NOW), "the token is not valid before"),
        ("scope", json!("a"), "the token does not have the scope a"),
        ("cognito:groups", json!(["b"]), "the token's user is not in the group b"),
        ("token_use", json!("access"), "the token's token_use is not access"),
        ("client_id", json!(CLIENT), "the token was not issued to the app client"),
    ];
    for (claim, right, text) in checks {
        let error = verifier.verify_cached(&access_token(claims.clone())).unwrap_err().to_string();
        assert!(error.starts_with(text), "{claim}: {error}");
        claims[claim] = right;
    }
    assert!(verifier.verify_cached(&access_token(claims)).is_ok());
}

/// The same for the checks before the claims are trusted.
#[test]
fn checks_before_the_claims_run_in_order() {
    let verifier = builder().access_tokens().build().unwrap();
    let mut header = json!({ "crit": ["x"], "alg": "none" });
    let mut claims = json!({ "iss": "elsewhere", "sub": 7, "exp": 1 });
    let mut errors = Vec::new();
    let mut check = |header: &Value, claims: &Value, signature: &[u8]| {
        let token = forge(header, claims, |_| signature.to_vec());
        errors.push(verifier.verify_cached(&token).unwrap_err());
    };
    check(&header, &claims, &[1]);
    header.as_object_mut().unwrap().remove("crit");
    check(&header, &claims, &[1]);
    claims["sub"] = json!("s");
    check(&header, &claims, &[1]);
    claims["iss"] = json!(ISSUER);
    check(&header, &claims, &[1]);
    header["kid"] = json!(other_key().kid());
    check(&header, &claims, &[1]);
    header["kid"] = json!(access_key().kid());
    check(&header, &claims, &[1]);
    header["alg"] = json!("RS256");
    check(&header, &claims, &[1]);
    let expected = [
        VerifyError::Extension,
        VerifyError::WrongType { member: "sub", wanted: "a string" },
        VerifyError::Issuer { wanted: texts(&[ISSUER]) },
        VerifyError::NoKid,
        VerifyError::UnknownKey { jwks_uri: JWKS_URI.to_owned() },
        VerifyError::Algorithm { wanted: "RS256" },
        VerifyError::Signature,
    ];
    assert_eq!(errors, expected);
    let signed = signed(&claims, access_key());
    assert!(matches!(verifier.verify_cached(&signed), Err(VerifyError::Expired { .. })));
}
