use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::Meter;
use domain::token::jwt::Unverified;
use domain::token::{BadKey, PublicKey, SigningKey, jwks};
use serde_json::{Value, json};

use super::{ACCESS_KEY, ID_KEY};

/// The key of RFC 7638 section 3.1.
const RFC_7638_N: &str = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

/// A DER `RSAPublicKey` of a 256-byte modulus whose top bit is set, and the exponent 65537.
fn der(n: &[u8]) -> Vec<u8> {
    assert!(n.len() == 256 && n[0] >= 0x80);
    [&[0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00], n, &[0x02, 0x03, 0x01, 0x00, 0x01]]
        .concat()
}

#[test]
fn the_kid_is_the_thumbprint_of_rfc_7638() {
    let key = PublicKey::from_public(&der(&URL_SAFE_NO_PAD.decode(RFC_7638_N).unwrap())).unwrap();
    let thumbprint = URL_SAFE_NO_PAD.decode("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs").unwrap();
    assert_eq!(key.kid(), STANDARD.encode(thumbprint));
    assert_eq!(
        key.jwk(),
        format!(
            r#"{{"alg":"RS256","e":"AQAB","kid":"{}","kty":"RSA","n":"{RFC_7638_N}","use":"sig"}}"#,
            key.kid()
        )
    );
}

#[test]
fn a_generated_key_has_the_services_format() {
    let key = &*ID_KEY;
    assert_eq!(key.kid().len(), 44);
    assert!(key.kid().ends_with('=') && !key.kid().ends_with("=="));
    let jwk: Value = serde_json::from_str(key.jwk()).unwrap();
    assert_eq!(
        jwk.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["alg", "e", "kid", "kty", "n", "use"]
    );
    assert_eq!(jwk["n"].as_str().unwrap().len(), 342);
}

#[test]
fn jwks_lists_the_keys_in_order() {
    let keys = [ID_KEY.public_key().clone(), ACCESS_KEY.public_key().clone()];
    let document: Value = serde_json::from_str(&jwks(&keys)).unwrap();
    let of = |key: &SigningKey| serde_json::from_str::<Value>(key.jwk()).unwrap();
    assert_eq!(document, json!({"keys": [of(&ID_KEY), of(&ACCESS_KEY)]}));
    assert_eq!(jwks(&[]), r#"{"keys":[]}"#);
}

#[test]
fn a_stored_key_is_the_same_key() {
    let again = SigningKey::from_pkcs8(&ID_KEY.pkcs8()).unwrap();
    assert_eq!(again.kid(), ID_KEY.kid());
    let token = again.sign("{}");
    // PKCS #1 v1.5 signatures are deterministic.
    assert_eq!(token, ID_KEY.sign("{}"));
    let public = PublicKey::from_public(ID_KEY.public()).unwrap();
    assert_eq!(
        (public.kid(), public.jwk(), public.public()),
        (ID_KEY.kid(), ID_KEY.jwk(), ID_KEY.public())
    );
    assert!(public.verify(&Unverified::parse(&token).unwrap()));
    assert!(!ACCESS_KEY.public_key().verify(&Unverified::parse(&token).unwrap()));
}

#[test]
fn bytes_that_are_not_a_key_are_refused() {
    let (public, private) = (ID_KEY.public(), ID_KEY.pkcs8());
    for bytes in [&[][..], &[0; 300], public, &private[1..], &private[..private.len() - 1]] {
        assert!(matches!(SigningKey::from_pkcs8(bytes), Err(BadKey)));
    }
    for bytes in [&[][..], &[0; 300], &private, &public[1..], &public[..public.len() - 1]] {
        assert!(matches!(PublicKey::from_public(bytes), Err(BadKey)));
    }
}

#[test]
fn signatures_are_counted() {
    let meter = Meter::new();
    let key = SigningKey::from_pkcs8(&ID_KEY.pkcs8()).unwrap().counted_by(meter.clone());
    assert_eq!(meter.snapshot().signatures, 0);
    let _ = key.sign("{}");
    let _ = key.sign("{}");
    assert_eq!(meter.snapshot().signatures, 2);
}

#[test]
fn debug_shows_no_private_part() {
    assert_eq!(format!("{:?}", *ID_KEY), format!("SigningKey {{ kid: {:?}, .. }}", ID_KEY.kid()));
}
