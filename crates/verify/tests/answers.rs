//! How a resource server responds to each refusal.

use poolkeeper_verify::{JwksError, KeyFault, Malformed, TokenUse, VerifyError, decode_unverified};
use serde_json::json;

use crate::fixture::{ISSUER, access_key, access_token};

fn answer(error: &VerifyError) -> (u16, Option<String>) {
    let challenge = error.www_authenticate().map(|value| value.to_str().unwrap().to_owned());
    (error.status().as_u16(), challenge)
}

#[test]
fn the_answer_to_a_bad_token_names_the_failed_check() {
    let uri = || "https://auth.example.com/jwks".to_owned();
    let cases = [
        (VerifyError::TooLong { most_bytes: 1 }, "The token is too long"),
        (VerifyError::Malformed(Malformed::Parts), "The token is malformed"),
        (VerifyError::WrongType { member: "exp", wanted: "a number" }, "The token is malformed"),
        (VerifyError::Extension, "The token is malformed"),
        (VerifyError::Issuer { wanted: vec![uri()] }, "The issuer is not accepted"),
        (VerifyError::NoKid, "The signing key is unknown"),
        (VerifyError::UnknownKey { jwks_uri: uri() }, "The signing key is unknown"),
        (VerifyError::Key(KeyFault::Use), "The signing key is unknown"),
        (VerifyError::Algorithm { wanted: "RS256" }, "The algorithm is not accepted"),
        (VerifyError::Signature, "The signature is wrong"),
        (VerifyError::Missing { claim: "exp" }, "The token is malformed"),
        (VerifyError::Expired { exp: 1, now: 2 }, "The token has expired"),
        (VerifyError::NotYetValid { nbf: 2, now: 1 }, "The token is not valid yet"),
        (VerifyError::TokenUse { wanted: Some(TokenUse::Id) }, "The token_use is not accepted"),
        (VerifyError::Client { wanted: Vec::new() }, "The app client is not accepted"),
    ];
    for (error, description) in cases {
        let challenge =
            format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
        assert_eq!(answer(&error), (401, Some(challenge)), "{error}");
    }
}

#[test]
fn a_valid_token_without_permission_is_forbidden() {
    let wanted = vec!["orders/read".to_owned(), "orders/write".to_owned()];
    let challenge =
        "Bearer error=\"insufficient_scope\", scope=\"orders/read orders/write\"".to_owned();
    for all in [true, false] {
        assert_eq!(
            answer(&VerifyError::Scope { wanted: wanted.clone(), all }),
            (403, Some(challenge.clone()))
        );
    }
    assert_eq!(answer(&VerifyError::Group { wanted }), (403, None));
}

#[test]
fn unavailable_keys_are_the_servers_fault() {
    let reason = JwksError::Empty.to_string();
    let error = VerifyError::KeysUnavailable {
        jwks_uri: "https://auth.example.com/jwks".to_owned(),
        reason,
    };
    assert_eq!(answer(&error), (503, None));
    let text = "the keys at https://auth.example.com/jwks are unavailable: \
                the JWKS has no key with a kid";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_token_can_be_decoded_without_verification() {
    let decoded =
        decode_unverified(&access_token(json!({ "exp": 1, "custom": { "deep": [1] } }))).unwrap();
    assert_eq!((decoded.algorithm(), decoded.kid()), (Some("RS256"), Some(access_key().kid())));
    assert_eq!((decoded.issuer(), decoded.token_use()), (Some(ISSUER), Some("access")));
    assert_eq!(
        (&decoded.claims["exp"], &decoded.claims["custom"]["deep"]),
        (&json!(1), &json!([1]))
    );
    assert_eq!(decoded.header.len(), 2);
}
