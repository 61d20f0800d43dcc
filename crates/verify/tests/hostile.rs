//! Tokens as an attacker would craft them.

use base64::Engine as _;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use poolkeeper_verify::{KeyFault, Malformed, Part, VerifyError, decode_unverified};
use serde_json::{Value, json};
use testkit::{forge, hs256, rs256, unsigned};

use crate::fixture::{
    ISSUER, JWKS_URI, NOW, access_key, access_token, builder, header, id_key, jwks, other_key,
};

#[track_caller]
fn refusal(token: &str) -> VerifyError {
    builder().access_tokens().build().unwrap().verify_cached(token).unwrap_err()
}

/// The claims of a good access token.
fn good() -> Value {
    let token = access_token(json!({}));
    json!(decode_unverified(&token).unwrap().claims)
}

/// A validly signed token with this header and payload.
fn signed_text(header: &str, payload: &str) -> String {
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = rs256(access_key())(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn good_header() -> String {
    header(access_key()).to_string()
}

#[test]
fn text_that_is_not_a_token_is_refused() {
    let parts = VerifyError::Malformed(Malformed::Parts);
    for text in
        ["", ".", "..", "a.b", "a..b", ".a.b", "a.b.", "a.b.c.d", "Bearer", "....", "eyJ.eyJ"]
    {
        assert_eq!(refusal(text), parts, "{text:?}");
    }
    assert_eq!(
        parts.to_string(),
        "the token is not a signed JSON Web Token: it does not have three parts"
    );
}

#[test]
fn only_canonical_base64url_is_accepted() {
    let good = access_token(json!({}));
    let [header, payload, signature] = good.split('.').collect::<Vec<_>>().try_into().unwrap();
    let decoded = URL_SAFE_NO_PAD.decode(signature).unwrap();
    let unused_bits = {
        // 256 bytes leave four unused bits in the last character; they must be zero.
        let last = signature.chars().last().unwrap();
        let next = char::from_u32(u32::from(last) + 1).unwrap();
        format!("{header}.{payload}.{}{next}", &signature[..signature.len() - 1])
    };
    let cases = [
        (format!("{header}.{payload}.{}", URL_SAFE.encode(&decoded)), Part::Signature),
        (unused_bits, Part::Signature),
        (format!("{header}=.{payload}.{signature}"), Part::Header),
        (format!("{header}.{payload}\u{e9}.{signature}"), Part::Payload),
        (format!("{header}.{payload}\n.{signature}"), Part::Payload),
        (format!(" {header}.{payload}.{signature}"), Part::Header),
        (format!("{header}.{payload}.{signature}+/"), Part::Signature),
        (format!("{header}.{payload}.\u{ff11}"), Part::Signature),
    ];
    for (token, part) in cases {
        assert_eq!(refusal(&token), VerifyError::Malformed(Malformed::Base64(part)), "{token}");
    }
}

#[test]
fn a_token_that_is_too_long_is_refused() {
    let long = access_token(json!({ "custom": "a".repeat(40_000) }));
    let error = refusal(&long);
    assert_eq!(error, VerifyError::TooLong { most_bytes: 32_768 });
    assert_eq!(error.to_string(), "the token is longer than 32768 bytes");
    assert_eq!(decode_unverified(&long).unwrap_err(), error);
    let generous = builder().access_tokens().max_token_bytes(100_000).build().unwrap();
    assert!(generous.verify_cached(&long).is_ok());
}

#[test]
fn parts_must_be_objects_without_repeated_members() {
    let payload = |text: &str| refusal(&signed_text(&good_header(), text));
    let expected = VerifyError::Malformed(Malformed::Json(Part::Payload));
    let twice = good().to_string().replacen('{', "{\"sub\":\"mallory\",", 1);
    let escaped = good().to_string().replacen('{', "{\"\\u0073ub\":\"mallory\",", 1);
    let deep = good().to_string().replacen(
        '{',
        &format!("{{\"x\":{}{},", "[".repeat(5000), "]".repeat(5000)),
        1,
    );
    let deep_twice = good().to_string().replacen('{', "{\"x\":[{\"y\":1,\"y\":1}],", 1);
    for text in
        [&twice, &escaped, &deep, &deep_twice, "[]", "null", "\"x\"", "", "{", "{}x", "\u{feff}{}"]
    {
        if !text.is_empty() {
            assert_eq!(payload(text), expected, "{text}");
        }
    }
    let twice = good_header().replacen('{', "{\"alg\":\"none\",", 1);
    assert_eq!(
        refusal(&signed_text(&twice, &good().to_string())),
        VerifyError::Malformed(Malformed::Json(Part::Header))
    );
}

#[test]
fn members_of_the_wrong_type_are_refused() {
    let number = "a number";
    let string = "a string";
    let cases = [
        ("exp", json!("1"), number),
        ("exp", json!(null), number),
        ("nbf", json!({}), number),
        ("iat", json!(true), number),
        ("iss", json!([ISSUER]), string),
        ("sub", json!(7), string),
        ("scope", json!(["orders/read"]), string),
        ("jti", json!(1), string),
        ("aud", json!([1]), "a string or an array of strings"),
        ("cognito:groups", json!("ops"), "an array of strings"),
        ("cognito:groups", json!(["ops", 1]), "an array of strings"),
        ("username", json!(["alice"]), string),
        ("origin_jti", json!(false), string),
        ("auth_time", json!("now"), number),
    ];
    for (member, value, wanted) in cases {
        let mut claims = good();
        claims[member] = value;
        let error = refusal(&forge(&header(access_key()), &claims, rs256(access_key())));
        assert_eq!(error, VerifyError::WrongType { member, wanted });
        assert_eq!(error.to_string(), format!("the token's {member} is not {wanted}"));
    }
    for (member, value) in [("alg", json!(["RS256"])), ("kid", json!(1))] {
        let mut header = header(access_key());
        header[member] = value;
        let error = refusal(&forge(&header, &good(), rs256(access_key())));
        assert_eq!(error, VerifyError::WrongType { member, wanted: string });
    }
}

#[test]
fn extreme_numbers_do_not_overflow() {
    let with_exp = |exp: Value| {
        let mut claims = good();
        claims["exp"] = exp;
        builder().access_tokens().build().unwrap().verify_cached(&forge(
            &header(access_key()),
            &claims,
            rs256(access_key()),
        ))
    };
    assert_eq!(with_exp(json!(u64::MAX)).unwrap().exp(), i64::MAX);
    assert_eq!(with_exp(json!(1e300)).unwrap().exp(), i64::MAX);
    assert_eq!(
        with_exp(json!(i64::MIN)).unwrap_err(),
        VerifyError::Expired { exp: i64::MIN, now: NOW.cast_signed() }
    );
    let fraction = f64::from(u32::try_from(NOW).unwrap()) + 0.5;
    assert_eq!(with_exp(json!(fraction)).unwrap().exp(), NOW.cast_signed());
}

#[test]
fn a_token_without_the_right_signature_is_refused() {
    let header = header(access_key());
    assert_eq!(refusal(&forge(&header, &good(), rs256(other_key()))), VerifyError::Signature);
    assert_eq!(refusal(&forge(&header, &good(), |_| vec![0; 256])), VerifyError::Signature);
    assert_eq!(refusal(&forge(&header, &good(), |_| vec![0xff; 255])), VerifyError::Signature);
    // The pool's other key belongs to the pool, but is not the one the token names.
    assert_eq!(refusal(&forge(&header, &good(), rs256(id_key()))), VerifyError::Signature);
    let [head, _, signature] = access_token(json!({}))
        .split('.')
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let mut claims = good();
    claims["sub"] = json!("mallory");
    let swapped = format!("{head}.{}.{signature}", URL_SAFE_NO_PAD.encode(claims.to_string()));
    assert_eq!(refusal(&swapped).to_string(), "the token's signature is wrong");
}

#[test]
fn no_token_with_one_character_changed_passes() {
    let verifier = builder().access_tokens().build().unwrap();
    let good = access_token(json!({}));
    for at in 0..good.len() {
        for other in ["A", "_", ".", "=", ""] {
            let changed = format!("{}{other}{}", &good[..at], &good[at + 1..]);
            assert!(changed == good || verifier.verify_cached(&changed).is_err(), "{at}: {other}");
        }
    }
}

#[test]
fn only_rs256_is_accepted() {
    let public = access_key().public();
    for alg in ["none", "None", "HS256", "RS384", "PS256", "ES256", "rs256", ""] {
        let header = json!({ "kid": access_key().kid(), "alg": alg });
        for token in [
            forge(&header, &good(), |_| vec![1]),
            forge(&header, &good(), hs256(public)),
            forge(&header, &good(), hs256(jwks().as_bytes())),
            forge(&header, &good(), rs256(access_key())),
        ] {
            let error = refusal(&token);
            assert_eq!(error, VerifyError::Algorithm { wanted: "RS256" }, "{alg}");
            assert_eq!(error.to_string(), "the token is not signed with RS256");
        }
    }
    let no_alg = forge(&json!({ "kid": access_key().kid() }), &good(), rs256(access_key()));
    assert_eq!(refusal(&no_alg), VerifyError::Algorithm { wanted: "RS256" });
    let none = forge(&json!({ "kid": access_key().kid(), "alg": "none" }), &good(), unsigned);
    assert_eq!(refusal(&none), VerifyError::Malformed(Malformed::Parts));
}

#[test]
fn keys_embedded_in_a_token_are_ignored() {
    let own: Value = serde_json::from_str(other_key().jwk()).unwrap();
    for (member, value) in [
        ("jwk", own),
        ("jku", json!("https://evil.example/jwks.json")),
        ("x5u", json!("https://evil.example/c")),
    ] {
        let mut named = header(other_key());
        named[member] = value.clone();
        let error = refusal(&forge(&named, &good(), rs256(other_key())));
        assert_eq!(error, VerifyError::UnknownKey { jwks_uri: JWKS_URI.to_owned() });
        let mut borrowed = header(access_key());
        borrowed[member] = value;
        assert_eq!(refusal(&forge(&borrowed, &good(), rs256(other_key()))), VerifyError::Signature);
    }
}

#[test]
fn extensions_are_refused() {
    for (member, value) in
        [("crit", json!(["b64"])), ("crit", json!([])), ("b64", json!(false)), ("b64", json!(true))]
    {
        let mut header = header(access_key());
        header[member] = value;
        let error = refusal(&forge(&header, &good(), rs256(access_key())));
        assert_eq!(error, VerifyError::Extension);
        assert_eq!(
            error.to_string(),
            "the token's header asks for an extension (crit or b64) that is not supported"
        );
    }
}

#[test]
fn a_key_must_be_named() {
    let error = refusal(&forge(&json!({ "alg": "RS256" }), &good(), rs256(access_key())));
    assert_eq!(
        (error.to_string().as_str(), error),
        ("the token's header has no kid", VerifyError::NoKid)
    );
}

/// The error with a pool whose only key is the access key's JWK with these members replaced.
#[track_caller]
fn fault_of(over: Value) -> VerifyError {
    let jwk: Value = serde_json::from_str(access_key().jwk()).unwrap();
    let document = json!({ "keys": [testkit::merged(jwk, over)] }).to_string();
    let verifier = builder().access_tokens().build().unwrap();
    verifier.cache_jwks(ISSUER, &document).unwrap();
    verifier.verify_cached(&access_token(json!({}))).unwrap_err()
}

#[test]
fn unsuitable_keys_verify_nothing() {
    let weak = URL_SAFE_NO_PAD.encode([0xff; 255]);
    let long = URL_SAFE_NO_PAD.encode([0xff; 1025]);
    let zero = URL_SAFE_NO_PAD.encode([&[0][..], &[0xff; 256]].concat());
    let cases = [
        (json!({ "use": "enc" }), KeyFault::Use),
        (json!({ "key_ops": ["sign"] }), KeyFault::Use),
        (json!({ "kty": "oct", "k": "AAAA" }), KeyFault::Type),
        (json!({ "kty": "EC" }), KeyFault::Type),
        (json!({ "alg": "RS512" }), KeyFault::Algorithm),
        (json!({ "alg": "RSA-OAEP" }), KeyFault::Algorithm),
        (json!({ "n": weak }), KeyFault::Size),
        (json!({ "n": long }), KeyFault::Size),
        (json!({ "n": zero }), KeyFault::Malformed),
        (json!({ "n": 5 }), KeyFault::Malformed),
        (json!({ "e": "AQ" }), KeyFault::Malformed),
        (json!({ "e": "Ag" }), KeyFault::Malformed),
        (json!({ "e": "" }), KeyFault::Malformed),
        (json!({ "e": "AQAB=" }), KeyFault::Malformed),
        (json!({ "n": null }), KeyFault::Malformed),
    ];
    for (over, fault) in cases {
        assert_eq!(fault_of(over.clone()), VerifyError::Key(fault), "{over}");
    }
    let text = fault_of(json!({ "n": weak })).to_string();
    assert_eq!(
        text,
        "the key that the token names cannot verify it: \
         it has fewer than 2048 or more than 8192 bits"
    );
}

#[test]
fn errors_contain_nothing_from_the_token() {
    let secret = "s3cret-s3cret";
    let token = |over: Value| access_token(over);
    let refused = [
        token(json!({ "iss": secret })),
        token(json!({ "token_use": secret })),
        token(json!({ "client_id": secret })),
        token(json!({ "scope": secret })),
        token(json!({ "sub": [secret] })),
        forge(&json!({ "alg": secret, "kid": access_key().kid() }), &good(), unsigned) + "AA",
        forge(&json!({ "alg": "RS256", "kid": secret }), &good(), rs256(access_key())),
        format!("{secret}.{secret}.{secret}"),
        secret.to_owned(),
    ];
    let verifier = builder().access_tokens().any_scope(["orders/read"]).build().unwrap();
    for token in refused {
        let error = verifier.verify_cached(&token).unwrap_err();
        let shown =
            format!("{error} {error:?} {:?} {:?}", error.www_authenticate(), error.status());
        assert!(!shown.contains(secret) && !shown.contains(&token), "{shown}");
    }
}
