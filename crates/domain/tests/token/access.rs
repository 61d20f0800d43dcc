use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Time;
use domain::token::jwt::{NotAJwt, Unverified};
use domain::token::{AccessClaims, AccessRefusal, Mint, access, mint};
use serde_json::{Value, json};

use super::{ACCESS_KEY, AUTH_TIME, ID_KEY, ISSUER, NOW, SignIn, strings};
use crate::mutation::mutations;

const AWS_ISSUER: &str = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123";

/// Verifies as an operation of the pool does: two issuers and one access key; the ID key is not
/// offered.
fn verify(token: &str, now: Time) -> Result<AccessClaims, AccessRefusal> {
    let access_key = ACCESS_KEY.public_key();
    let token = Unverified::parse(token)?;
    access::verify(&token, now, &[AWS_ISSUER, ISSUER], |kid| {
        (kid == access_key.kid()).then_some(access_key)
    })
}

fn issued(change: impl FnOnce(&mut Mint<'_>)) -> domain::token::Issued {
    let sign_in = SignIn {
        scopes: strings(&["openid", "aws.cognito.signin.user.admin"]),
        ..SignIn::default()
    };
    let mut facts = sign_in.mint();
    change(&mut facts);
    mint(&facts, &ID_KEY, &ACCESS_KEY)
}

fn access_token() -> String {
    issued(|_| {}).access_token
}

fn payload_of(token: &str) -> Value {
    Unverified::parse(token).unwrap().payload_value().unwrap()
}

fn encode(json: &Value) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

#[test]
fn a_valid_token_yields_its_claims() {
    let token = issued(|mint| {
        mint.origin_jti = Some("0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88");
        mint.device_key = Some("eu-west-1_d");
        mint.amr = &["pwd", "otp", "mfa"];
        mint.acr = Some("urn:cognito:loa:4");
    });
    let claims = verify(&token.access_token, NOW).unwrap();
    assert!(claims.has_scope("openid") && claims.has_scope("aws.cognito.signin.user.admin"));
    assert!(
        !claims.has_scope("aws.cognito")
            && !claims.has_scope("openid aws.cognito.signin.user.admin")
    );
    assert_eq!(
        claims,
        AccessClaims {
            sub: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
            username: "alice".to_owned(),
            client_id: "4kq1example7client".to_owned(),
            scopes: strings(&["openid", "aws.cognito.signin.user.admin"]),
            jti: "c2a5b0f1-0000-4f0f-8f2e-8a5b0c7d9e10".to_owned(),
            origin_jti: Some("0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88".to_owned()),
            event_id: Some("f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c".to_owned()),
            device_key: Some("eu-west-1_d".to_owned()),
            amr: strings(&["pwd", "otp", "mfa"]),
            acr: Some("urn:cognito:loa:4".to_owned()),
            exp: Time(1_760_003_723_000),
            auth_time: Time(AUTH_TIME.seconds() * 1000),
        }
    );
}

#[test]
fn a_token_without_a_user_has_no_username() {
    let mut payload = payload_of(&access_token());
    payload.as_object_mut().unwrap().remove("username");
    assert_eq!(verify(&ACCESS_KEY.sign(&payload.to_string()), NOW).unwrap().username, "");
}

#[test]
fn every_issuer_of_the_pool_is_accepted() {
    assert!(verify(&issued(|mint| mint.issuer = AWS_ISSUER).access_token, NOW).is_ok());
}

#[test]
fn expires_at_the_exact_second() {
    let token = access_token();
    let expiry = Time((NOW.seconds() + 3600) * 1000);
    assert!(verify(&token, expiry.plus_millis(-1)).is_ok());
    assert_eq!(verify(&token, expiry), Err(AccessRefusal::Expired));
    assert_eq!(verify(&token, expiry.plus_seconds(86_400)), Err(AccessRefusal::Expired));
}

#[test]
fn an_id_token_is_not_an_access_token() {
    let token = issued(|_| {}).id_token;
    assert_eq!(verify(&token, NOW), Err(AccessRefusal::WrongUse));
    // Signing it with the access key does not make it one, and an access token signed with the ID
    // key is invalid.
    assert_eq!(
        verify(&ACCESS_KEY.sign(&payload_of(&token).to_string()), NOW),
        Err(AccessRefusal::WrongUse)
    );
    assert_eq!(
        verify(&ID_KEY.sign(&payload_of(&access_token()).to_string()), NOW),
        Err(AccessRefusal::BadSignature)
    );
}

#[test]
fn another_issuer_is_refused() {
    for issuer in [
        "",
        "https://example.com/eu-west-1_AbCdEf123",
        "http://localhost:7665/eu-west-1_AbCdEf123/",
        "http://localhost:7665/eu-west-1_abcdef123",
    ] {
        assert_eq!(
            verify(&issued(|mint| mint.issuer = issuer).access_token, NOW),
            Err(AccessRefusal::WrongIssuer),
            "{issuer}"
        );
    }
}

#[test]
fn another_pools_key_cannot_vouch_for_this_pools_issuer() {
    // The ID key plays the part of another pool's key: both are foreign to this pool's access keys.
    let sign_in = SignIn::api();
    let token = mint(&sign_in.mint(), &ACCESS_KEY, &ID_KEY).access_token;
    assert_eq!(verify(&token, NOW), Err(AccessRefusal::BadSignature));
    // The same with this pool's kid.
    let (_, rest) = token.split_once('.').unwrap();
    let header = encode(&json!({"kid": ACCESS_KEY.kid(), "alg": "RS256"}));
    assert_eq!(verify(&format!("{header}.{rest}"), NOW), Err(AccessRefusal::BadSignature));
}

#[test]
fn a_changed_payload_is_refused() {
    let token = access_token();
    let parts: Vec<&str> = token.split('.').collect();
    let mut payload = payload_of(&token);
    payload["username"] = json!("mallory");
    let forged = format!("{}.{}.{}", parts[0], encode(&payload), parts[2]);
    assert_eq!(verify(&forged, NOW), Err(AccessRefusal::BadSignature));
}

#[test]
fn only_rs256_is_accepted() {
    let token = access_token();
    let parts: Vec<&str> = token.split('.').collect();
    for alg in ["none", "None", "NONE", "", "rs256", "RS384", "RS512", "PS256", "ES256", "HS256"] {
        let header = encode(&json!({"kid": ACCESS_KEY.kid(), "alg": alg}));
        assert_eq!(
            verify(&format!("{header}.{}.{}", parts[1], parts[2]), NOW),
            Err(AccessRefusal::NotAJwt),
            "{alg}"
        );
        assert_eq!(
            verify(&format!("{header}.{}.", parts[1]), NOW),
            Err(AccessRefusal::NotAJwt),
            "{alg}"
        );
    }
    let header = encode(&json!({"kid": ACCESS_KEY.kid()}));
    assert_eq!(verify(&format!("{header}.{}.", parts[1]), NOW), Err(AccessRefusal::NotAJwt));
}

#[test]
fn the_public_key_is_not_accepted_as_an_hmac_secret() {
    let token = access_token();
    let payload = token.split('.').nth(1).unwrap();
    let secrets = [
        ACCESS_KEY.public().to_vec(),
        ACCESS_KEY.jwk().as_bytes().to_vec(),
        ACCESS_KEY.kid().as_bytes().to_vec(),
    ];
    for secret in secrets {
        for (alg, refusal) in
            [("HS256", AccessRefusal::NotAJwt), ("RS256", AccessRefusal::BadSignature)]
        {
            let input =
                format!("{}.{payload}", encode(&json!({"kid": ACCESS_KEY.kid(), "alg": alg})));
            let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &secret), input.as_bytes());
            assert_eq!(
                verify(&format!("{input}.{}", URL_SAFE_NO_PAD.encode(mac)), NOW),
                Err(refusal)
            );
        }
    }
}

#[test]
fn a_signed_payload_without_the_claims_of_an_access_token_is_refused() {
    for missing in ["sub", "client_id", "jti", "exp", "auth_time"] {
        let mut payload = payload_of(&access_token());
        payload.as_object_mut().unwrap().remove(missing);
        assert_eq!(
            verify(&ACCESS_KEY.sign(&payload.to_string()), NOW),
            Err(AccessRefusal::NotAJwt),
            "{missing}"
        );
    }
    for (name, value) in [
        ("exp", json!("2000000000")),
        ("exp", json!(1e300)),
        ("exp", json!(i64::MAX)),
        ("sub", json!(1)),
        ("scope", json!(["a"])),
        ("amr", json!("pwd")),
    ] {
        let mut payload = payload_of(&access_token());
        payload[name] = value;
        assert_eq!(
            verify(&ACCESS_KEY.sign(&payload.to_string()), NOW),
            Err(AccessRefusal::NotAJwt),
            "{name}"
        );
    }
}

#[test]
fn text_that_is_not_a_jwt_is_refused() {
    let object = URL_SAFE_NO_PAD.encode("{}");
    let array = URL_SAFE_NO_PAD.encode(r#"["k","RS256"]"#);
    let deep = URL_SAFE_NO_PAD.encode(format!(r#"{{"a":{}"#, "[".repeat(100_000)));
    let twice = URL_SAFE_NO_PAD.encode(r#"{"iss":"a","iss":"b"}"#);
    let texts = [
        String::new(),
        "garbage".to_owned(),
        "..".to_owned(),
        "...".to_owned(),
        format!("{object}.{object}"),
        format!("{object}.{object}.{object}.{object}"),
        format!("{object}.{object}.{object}.{object}.{object}"),
        format!("{array}.{object}.AA"),
        format!("{object}.{array}.AA"),
        format!("{object}.{deep}.AA"),
        format!("{object}.{twice}.AA"),
        format!("{object}=.{object}.AA"),
        format!("{object}.{object}.AB"),
        format!("{object}.{object}.+/AA"),
        format!(" {object}.{object}.AA"),
        format!("{object}.{object}.AA\n"),
        format!("{object}.{}.AA", URL_SAFE_NO_PAD.encode([0xff, 0xfe])),
    ];
    for text in texts {
        assert!(matches!(Unverified::parse(&text), Err(NotAJwt)), "{text}");
    }
    assert!(Unverified::parse(&format!("{object}.{object}.AA")).is_ok());
    assert!(
        Unverified::parse(&format!(
            "{object}.{}.AA",
            URL_SAFE_NO_PAD.encode(format!(r#"{{"a":"{}"}}"#, "x".repeat(1_000_000)))
        ))
        .is_ok()
    );
}

#[test]
fn no_mutation_of_a_valid_token_is_valid() {
    let token = access_token();
    for other in mutations(&token, 5, 3000) {
        assert!(verify(&other, NOW).is_err(), "{other}");
    }
}

#[test]
fn the_issuer_yields_an_unverified_pool_id() {
    let pool_id = |issuer: &Value| {
        let token = format!("{}.{}.AA", encode(&json!({})), encode(&json!({"iss": issuer})));
        Unverified::parse(&token).unwrap().pool_id().map(|id| id.as_str().to_owned())
    };
    assert_eq!(pool_id(&json!(ISSUER)).as_deref(), Some("eu-west-1_AbCdEf123"));
    assert_eq!(pool_id(&json!(AWS_ISSUER)).as_deref(), Some("eu-west-1_AbCdEf123"));
    for issuer in [
        "",
        "eu-west-1_a",
        "http://x/",
        "http://x/eu-west-1",
        "http://x/_a",
        "http://x/eu_",
        "http://x/eu_a.b",
        "http://x/eu_ä",
        "http://x/e%2fu_a",
        "http://x/e u_a",
    ] {
        assert_eq!(pool_id(&json!(issuer)), None, "{issuer}");
    }
    assert_eq!(pool_id(&json!(format!("http://x/eu_{}", "a".repeat(53)))), None);
    assert_eq!(pool_id(&Value::Null), None);
}

#[test]
fn refusals_have_the_services_messages() {
    assert_eq!(AccessRefusal::NotAJwt.to_string(), "Invalid Access Token");
    assert_eq!(AccessRefusal::WrongUse.to_string(), "Invalid Access Token");
    assert_eq!(AccessRefusal::WrongIssuer.to_string(), "Invalid Access Token");
    assert_eq!(
        AccessRefusal::BadSignature.to_string(),
        "Could not verify signature for Access Token"
    );
    assert_eq!(AccessRefusal::Expired.to_string(), "Access Token has expired");
}
