use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Rng;
use domain::token::claims::Token;
use domain::token::{Mint, mint, mint_access, payload, preferred_role, roles};
use serde_json::{Value, json};

use super::{ACCESS_KEY, ID_KEY, SignIn, parts, strings};

fn claims(mint: &Mint<'_>, token: Token) -> Value {
    serde_json::from_str(&payload(mint, token, None)).unwrap()
}

/// The claims of an ID token that come from attributes.
fn attribute_claims(sign_in: &SignIn) -> Value {
    let mut claims = claims(&sign_in.mint(), Token::Id);
    let bare = self::claims(&SignIn::api().mint(), Token::Id);
    claims.as_object_mut().unwrap().retain(|name, _| bare.get(name).is_none());
    claims
}

#[test]
fn the_bare_id_token_of_an_api_sign_in() {
    assert_eq!(
        claims(&SignIn::api().mint(), Token::Id),
        json!({
            "aud": "4kq1example7client",
            "auth_time": 1_760_000_000,
            "cognito:username": "alice",
            "event_id": "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
            "exp": 1_760_000_423,
            "iat": 1_760_000_123,
            "iss": "http://localhost:7665/eu-west-1_AbCdEf123",
            "jti": "6a1d4c2e-8e1b-4f0f-8f2e-8a5b0c7d9e10",
            "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
            "token_use": "id",
        })
    );
}

#[test]
fn the_bare_access_token_of_an_api_sign_in() {
    assert_eq!(
        claims(&SignIn::api().mint(), Token::Access),
        json!({
            "auth_time": 1_760_000_000,
            "client_id": "4kq1example7client",
            "event_id": "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
            "exp": 1_760_003_723,
            "iat": 1_760_000_123,
            "iss": "http://localhost:7665/eu-west-1_AbCdEf123",
            "jti": "c2a5b0f1-0000-4f0f-8f2e-8a5b0c7d9e10",
            "scope": "aws.cognito.signin.user.admin",
            "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
            "token_use": "access",
            "username": "alice",
        })
    );
}

fn full_sign_in() -> SignIn {
    let scopes = strings(&["openid", "orders/read"]);
    let mut sign_in = SignIn { scopes, ..SignIn::default() }
        .attribute("email", "alice@example.com")
        .attribute("email_verified", "true")
        .attribute("phone_number", "+15555550100")
        .attribute("phone_number_verified", "false")
        .attribute("address", "1 \"Main\" St\nSpringfield")
        .attribute("birthdate", "2000-01-31")
        .attribute("updated_at", "1760000001")
        .attribute("custom:tenant", "42")
        .attribute("custom:vip", "true")
        .attribute("dev:custom:score", "7")
        .attribute("identities", r#"[{"userId":"1084","providerName":"Google","providerType":"Google","issuer":null,"primary":true,"dateCreated":1712345678901}]"#)
        .attribute("not an attribute of any schema", "x")
        .group("beta", Some(5), None)
        .group("admins", Some(1), Some("arn:aws:iam::111122223333:role/admin"))
        .group("staff", None, Some("arn:aws:iam::111122223333:role/staff"));
    sign_in.read_attributes = Some(sign_in.attributes.keys().cloned().collect());
    sign_in
}

fn full_mint(sign_in: &SignIn) -> Mint<'_> {
    Mint {
        origin_jti: Some("0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88"),
        amr: &["pwd", "mfa"],
        acr: Some("urn:cognito:loa:3"),
        device_key: Some("eu-west-1_2f1c6c0e-7a57-4d4c-9d6a-6a0c8a2f1e11"),
        nonce: Some("n-8f2"),
        oauth: true,
        aud: Some("https://api.example.com"),
        ..sign_in.mint()
    }
}

#[test]
fn both_tokens_of_an_oauth_sign_in_with_every_claim() {
    let sign_in = full_sign_in();
    let issued = mint(&full_mint(&sign_in), &ID_KEY, &ACCESS_KEY);
    let (_, access) = parts(&issued.access_token);
    assert_eq!(
        access,
        json!({
            "acr": "urn:cognito:loa:3",
            "amr": ["pwd", "mfa"],
            "aud": "https://api.example.com",
            "auth_time": 1_760_000_000,
            "client_id": "4kq1example7client",
            "cognito:groups": ["beta", "admins", "staff"],
            "device_key": "eu-west-1_2f1c6c0e-7a57-4d4c-9d6a-6a0c8a2f1e11",
            "event_id": "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
            "exp": 1_760_003_723,
            "iat": 1_760_000_123,
            "iss": "http://localhost:7665/eu-west-1_AbCdEf123",
            "jti": "c2a5b0f1-0000-4f0f-8f2e-8a5b0c7d9e10",
            "origin_jti": "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88",
            "scope": "openid orders/read",
            "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
            "token_use": "access",
            "username": "alice",
            "version": 2,
        })
    );
    let (_, id) = parts(&issued.id_token);
    let at_hash =
        URL_SAFE_NO_PAD.encode(&digest(&SHA256, issued.access_token.as_bytes()).as_ref()[..16]);
    assert_eq!(at_hash.len(), 22);
    assert_eq!(
        id,
        json!({
            "acr": "urn:cognito:loa:3",
            "address": {"formatted": "1 \"Main\" St\nSpringfield"},
            "amr": ["pwd", "mfa"],
            "at_hash": at_hash,
            "aud": "4kq1example7client",
            "auth_time": 1_760_000_000,
            "birthdate": "2000-01-31",
            "cognito:groups": ["beta", "admins", "staff"],
            "cognito:preferred_role": "arn:aws:iam::111122223333:role/admin",
            "cognito:roles": ["arn:aws:iam::111122223333:role/admin", "arn:aws:iam::111122223333:role/staff"],
            "cognito:username": "alice",
            "custom:tenant": "42",
            "custom:vip": "true",
            "dev:custom:score": "7",
            "email": "alice@example.com",
            "email_verified": true,
            "event_id": "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c",
            "exp": 1_760_000_423,
            "iat": 1_760_000_123,
            "identities": [{
                "userId": "1084", "providerName": "Google", "providerType": "Google",
                "issuer": null, "primary": "true", "dateCreated": "1712345678901",
            }],
            "iss": "http://localhost:7665/eu-west-1_AbCdEf123",
            "jti": "6a1d4c2e-8e1b-4f0f-8f2e-8a5b0c7d9e10",
            "nonce": "n-8f2",
            "origin_jti": "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88",
            "phone_number": "+15555550100",
            "phone_number_verified": false,
            "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c",
            "token_use": "id",
            "updated_at": 1_760_000_001,
        })
    );
}

#[test]
fn api_tokens_have_neither_version_nor_at_hash() {
    let sign_in = full_sign_in();
    let issued = mint(&Mint { oauth: false, ..full_mint(&sign_in) }, &ID_KEY, &ACCESS_KEY);
    assert_eq!(parts(&issued.access_token).1.get("version"), None);
    assert_eq!(parts(&issued.id_token).1.get("at_hash"), None);
}

#[test]
fn an_access_token_minted_alone_is_the_same() {
    let sign_in = full_sign_in();
    let mint_facts = full_mint(&sign_in);
    assert_eq!(
        mint_access(&mint_facts, &ACCESS_KEY),
        mint(&mint_facts, &ID_KEY, &ACCESS_KEY).access_token
    );
}

#[test]
fn each_token_is_signed_by_its_own_key_and_has_the_exact_header() {
    let sign_in = SignIn::api();
    let issued = mint(&sign_in.mint(), &ID_KEY, &ACCESS_KEY);
    let header = |kid: &str| format!(r#"{{"kid":"{}","alg":"RS256"}}"#, kid.replace('/', "\\/"));
    assert_eq!(parts(&issued.id_token).0, header(ID_KEY.kid()));
    assert_eq!(parts(&issued.access_token).0, header(ACCESS_KEY.kid()));
    assert_ne!(ID_KEY.kid(), ACCESS_KEY.kid());
}

#[test]
fn the_id_token_carries_readable_attributes_only() {
    let mut sign_in = SignIn::api()
        .attribute("email", "a@b")
        .attribute("name", "A")
        .attribute("custom:x", "1")
        .attribute("custom:y", "2");
    assert_eq!(
        attribute_claims(&sign_in),
        json!({"email": "a@b", "name": "A", "custom:x": "1", "custom:y": "2"})
    );
    sign_in.read_attributes = Some(strings(&["email", "custom:y", "email_verified"]));
    assert_eq!(attribute_claims(&sign_in), json!({"email": "a@b", "custom:y": "2"}));
    sign_in.read_attributes = Some(Vec::new());
    assert_eq!(attribute_claims(&sign_in), json!({}));
}

#[test]
fn scopes_narrow_the_attributes_only_if_one_of_them_is_about_attributes() {
    let every = ["email", "phone_number", "name", "address", "custom:x", "dev:y", "identities"];
    let mut sign_in = every
        .iter()
        .fold(SignIn::default(), |sign_in, name| sign_in.attribute(name, r#"[{"userId":"1"}]"#));
    sign_in.read_attributes = Some(strings(&every));
    let mut names = |scopes: &[&str]| {
        sign_in.scopes = strings(scopes);
        attribute_claims(&sign_in)
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let all = "address custom:x dev:y email identities name phone_number";
    assert_eq!(names(&["aws.cognito.signin.user.admin"]), all);
    assert_eq!(names(&["openid"]), all);
    assert_eq!(names(&["openid", "orders/read", "aws.cognito.signin.user.admin"]), all);
    assert_eq!(names(&["openid", "email"]), "email identities");
    assert_eq!(names(&["openid", "phone"]), "identities phone_number");
    assert_eq!(names(&["openid", "profile"]), "custom:x dev:y identities name");
    assert_eq!(names(&["phone", "openid", "email"]), "email identities phone_number");
}

#[test]
fn texts_that_do_not_match_their_type_do_no_harm() {
    let value = |name: &str, text: &str| {
        attribute_claims(&SignIn::api().attribute(name, text)).get(name).cloned()
    };
    assert_eq!(value("email_verified", "True"), Some(json!(true)));
    assert_eq!(value("email_verified", "yes"), Some(json!(false)));
    assert_eq!(value("updated_at", "-5"), Some(json!(-5)));
    assert_eq!(value("updated_at", "1.5"), Some(json!(1.5)));
    assert_eq!(
        value("updated_at", "99999999999999999999"),
        Some(json!(99_999_999_999_999_999_999_u128 as f64))
    );
    assert_eq!(value("updated_at", "+5"), Some(json!(5)));
    for text in ["", "x", "1,\"sub\":\"mallory\"", "1}", "NaN", "inf", " ", "null"] {
        assert_eq!(value("updated_at", text), None, "{text}");
    }
    for text in ["", "x", "{}", "[]", "[", "null"] {
        assert_eq!(value("identities", text), None, "{text}");
    }
    let nothing = json!([{"userId": null, "providerName": null, "providerType": null, "issuer": null, "primary": null, "dateCreated": null}]);
    assert_eq!(value("identities", "[1]"), Some(nothing));
    assert_eq!(
        value("address", "\"},\"sub\":\"mallory"),
        Some(json!({"formatted": "\"},\"sub\":\"mallory"}))
    );
}

/// Slashes are escaped, in plain claims and within JSON ones.
#[test]
fn slashes_are_escaped() {
    let sign_in = SignIn::api().attribute("profile", "https://x/y").attribute("address", "1/2");
    let payload = payload(&sign_in.mint(), Token::Id, None);
    assert!(payload.contains(r"https:\/\/x\/y") && payload.contains(r"1\/2"), "{payload}");
    assert_eq!(payload.matches('/').count(), payload.matches(r"\/").count(), "{payload}");
}

#[test]
fn any_text_is_preserved_in_names_and_values() {
    let rng = Rng::seeded(11);
    let characters: Vec<char> =
        "\"\\/\0\u{1}\u{8}\t\n\u{c}\r\u{1f} ~\u{7f}\u{80}ü\u{2028}\u{2029}\u{feff}\u{fffd}😀"
            .chars()
            .collect();
    let text = || {
        (0..rng.below(8))
            .map(|_| characters[rng.below(characters.len() as u32) as usize])
            .collect::<String>()
    };
    for _ in 0..2000 {
        let (name, value) = (format!("custom:{}", text()), text());
        let sign_in = SignIn::api().attribute(&name, &value).group(&value, None, None);
        let claims = claims(&sign_in.mint(), Token::Id);
        assert_eq!(claims.get(&name), Some(&json!(value)));
        assert_eq!(claims.get("cognito:groups"), Some(&json!([value])));
    }
}

#[test]
fn absurd_validity_does_not_overflow() {
    let sign_in = SignIn::api();
    let claims = claims(&Mint { id_seconds: i64::MAX, ..sign_in.mint() }, Token::Id);
    assert_eq!(claims["exp"], json!(i64::MAX));
}

#[test]
fn the_preferred_role_has_the_best_precedence_unless_groups_differ() {
    let preferred = |groups: &[(Option<i64>, Option<&'static str>)]| {
        let sign_in = groups
            .iter()
            .fold(SignIn::api(), |s, (precedence, role)| s.group("g", *precedence, *role));
        preferred_role(&sign_in.groups).map(str::to_owned)
    };
    let role = |name: &str| Some(name.to_owned());
    assert_eq!(preferred(&[]), None);
    assert_eq!(preferred(&[(Some(0), None)]), None);
    assert_eq!(preferred(&[(None, Some("a"))]), role("a"));
    assert_eq!(preferred(&[(Some(2), Some("a")), (Some(1), Some("b"))]), role("b"));
    assert_eq!(preferred(&[(None, Some("a")), (Some(900), Some("b"))]), role("b"));
    assert_eq!(preferred(&[(Some(0), None), (Some(1), Some("b"))]), role("b"));
    assert_eq!(
        preferred(&[(Some(1), Some("a")), (Some(1), Some("a")), (Some(2), Some("c"))]),
        role("a")
    );
    assert_eq!(preferred(&[(Some(1), Some("a")), (Some(1), Some("b"))]), None);
    assert_eq!(
        preferred(&[(Some(1), Some("a")), (Some(1), Some("b")), (Some(0), Some("c"))]),
        role("c")
    );
    assert_eq!(preferred(&[(None, Some("a")), (None, Some("b"))]), None);
    assert_eq!(preferred(&[(None, Some("a")), (None, None)]), role("a"));
}

#[test]
fn roles_are_listed_once_each() {
    let sign_in = SignIn::api()
        .group("a", Some(2), Some("r1"))
        .group("b", None, None)
        .group("c", Some(1), Some("r2"))
        .group("d", None, Some("r1"));
    assert_eq!(roles(&sign_in.groups), ["r1", "r2"]);
}

#[test]
fn equal_precedence_with_different_roles_leaves_the_claim_out() {
    let sign_in = SignIn::api().group("a", Some(1), Some("r1")).group("b", Some(1), Some("r2"));
    let claims = claims(&sign_in.mint(), Token::Id);
    assert_eq!(claims.get("cognito:preferred_role"), None);
    assert_eq!(claims.get("cognito:roles"), Some(&json!(["r1", "r2"])));
}
