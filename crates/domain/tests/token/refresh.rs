use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::seal::{DataKeys, Purpose};
use domain::token::refresh::HEADER;
use domain::token::{NotARefreshToken, RefreshToken};
use domain::{Meter, Rng};

use super::{AUTH_TIME, NOW, strings};
use crate::mutation::mutations;

fn keys(pool_id: &str) -> DataKeys {
    DataKeys::new(pool_id, vec![(1, [3; 32])], Meter::new()).unwrap()
}

fn full() -> RefreshToken {
    RefreshToken {
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
        origin_jti: "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88".to_owned(),
        serial: i64::MAX,
        revocable: true,
        generation: i64::MAX,
        auth_time: AUTH_TIME,
        expires: NOW.plus_seconds(30 * 86_400),
        scopes: strings(&["openid", "orders/read"]),
        amr: strings(&["pwd", "otp", "mfa"]),
        acr: Some("urn:cognito:loa:4".to_owned()),
        event_id: "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c".to_owned(),
        device_key: Some("eu-west-1_d".to_owned()),
    }
}

fn bare() -> RefreshToken {
    RefreshToken {
        serial: 0,
        revocable: false,
        generation: i64::MIN,
        scopes: Vec::new(),
        amr: Vec::new(),
        acr: None,
        device_key: None,
        ..full()
    }
}

#[test]
fn opens_as_it_was_sealed() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    for token in [full(), bare()] {
        let text = token.seal(&keys, &rng, "client1");
        assert_eq!(RefreshToken::open(&text, &keys, "client1"), Ok(token.clone()));
        assert_ne!(text, token.seal(&keys, &rng, "client1"));
    }
}

/// Tokens live up to ten years: those issued before rotation existed are the first of their
/// families.
#[test]
fn opens_tokens_without_a_serial() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    let body =
        r#"{"v":1,"sub":"u","fam":"f","rev":true,"gen":7,"auth":1,"exp":2,"scp":["s"],"evt":"e"}"#;
    let header = URL_SAFE_NO_PAD.encode(HEADER);
    let sealed = keys.seal_parts(
        &rng,
        Purpose::RefreshToken,
        header.as_bytes(),
        &["client1"],
        body.as_bytes(),
    );
    let parts = [&sealed.key, &sealed.nonce, &sealed.ciphertext, &sealed.tag]
        .map(|part| URL_SAFE_NO_PAD.encode(part));
    let token =
        RefreshToken::open(&format!("{header}.{}", parts.join(".")), &keys, "client1").unwrap();
    assert_eq!((token.serial, token.generation, token.origin_jti.as_str()), (0, 7, "f"));
}

#[test]
fn has_five_parts_and_the_header_that_clients_expect() {
    let text = bare().seal(&keys("eu-west-1_a"), &Rng::seeded(1), "client1");
    assert!(text.starts_with("eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ."));
    let lengths: Vec<usize> =
        text.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).unwrap().len()).collect();
    assert_eq!(
        (lengths[0], lengths[1], lengths[2], lengths[4], lengths.len()),
        (46, 20, 12, 16, 5)
    );
    assert!(lengths[3] > 0);
    assert!(
        text.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.')),
        "{text}"
    );
}

#[test]
fn is_valid_for_its_client_and_pool_only() {
    let text = full().seal(&keys("eu-west-1_a"), &Rng::seeded(1), "client1");
    assert!(RefreshToken::open(&text, &keys("eu-west-1_a"), "client1").is_ok());
    assert_eq!(RefreshToken::open(&text, &keys("eu-west-1_a"), "client2"), Err(NotARefreshToken));
    assert_eq!(RefreshToken::open(&text, &keys("eu-west-1_b"), "client1"), Err(NotARefreshToken));
}

#[test]
fn outlives_the_data_key_that_sealed_it() {
    let text = full().seal(&keys("eu-west-1_a"), &Rng::seeded(1), "client1");
    let rotated =
        DataKeys::new("eu-west-1_a", vec![(2, [4; 32]), (1, [3; 32])], Meter::new()).unwrap();
    assert_eq!(RefreshToken::open(&text, &rotated, "client1"), Ok(full()));
    let lost = DataKeys::new("eu-west-1_a", vec![(2, [4; 32])], Meter::new()).unwrap();
    assert_eq!(RefreshToken::open(&text, &lost, "client1"), Err(NotARefreshToken));
}

#[test]
fn a_change_in_any_part_is_detected() {
    let keys = keys("eu-west-1_a");
    let text = full().seal(&keys, &Rng::seeded(1), "client1");
    let parts: Vec<String> = text.split('.').map(str::to_owned).collect();
    for at in 0..5 {
        let bytes = URL_SAFE_NO_PAD.decode(&parts[at]).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut bytes = bytes.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let mut changed = parts.clone();
            changed[at] = URL_SAFE_NO_PAD.encode(bytes);
            assert_eq!(
                RefreshToken::open(&changed.join("."), &keys, "client1"),
                Err(NotARefreshToken),
                "part {at} bit {bit}"
            );
        }
        let mut changed = parts.clone();
        changed[at] = String::new();
        assert_eq!(
            RefreshToken::open(&changed.join("."), &keys, "client1"),
            Err(NotARefreshToken),
            "part {at} empty"
        );
    }
}

#[test]
fn an_equivalent_header_in_another_spelling_is_refused() {
    let keys = keys("eu-west-1_a");
    let text = full().seal(&keys, &Rng::seeded(1), "client1");
    let (_, rest) = text.split_once('.').unwrap();
    for header in [
        r#"{"cty":"JWT","alg":"RSA-OAEP","enc":"A256GCM"}"#,
        r#"{"cty": "JWT","enc":"A256GCM","alg":"RSA-OAEP"}"#,
        "{}",
    ] {
        let changed = format!("{}.{rest}", URL_SAFE_NO_PAD.encode(header));
        assert_eq!(RefreshToken::open(&changed, &keys, "client1"), Err(NotARefreshToken));
    }
}

#[test]
fn base64_that_is_not_canonical_is_refused() {
    let keys = keys("eu-west-1_a");
    let text = full().seal(&keys, &Rng::seeded(1), "client1");
    // The 16 bytes of the tag end in a character with four unused bits; only one spelling is valid.
    let (last_at, last) = text.char_indices().last().unwrap();
    let spellings = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars();
    let good: Vec<char> = spellings
        .filter(|c| {
            RefreshToken::open(&format!("{}{c}", &text[..last_at]), &keys, "client1").is_ok()
        })
        .collect();
    assert_eq!(good, [last]);
    for changed in [
        format!("{text}="),
        format!("{text}=="),
        text.replace('.', "=."),
        format!("{text}."),
        format!(".{text}"),
        format!("{text}.AA"),
    ] {
        assert_eq!(
            RefreshToken::open(&changed, &keys, "client1"),
            Err(NotARefreshToken),
            "{changed}"
        );
    }
}

#[test]
fn no_mutation_of_a_valid_token_is_valid() {
    let keys = keys("eu-west-1_a");
    let text = full().seal(&keys, &Rng::seeded(1), "client1");
    for other in mutations(&text, 6, 5000) {
        assert_eq!(RefreshToken::open(&other, &keys, "client1"), Err(NotARefreshToken), "{other}");
    }
    for other in ["", ".", "....", "a.b.c.d.e", "garbage"] {
        assert_eq!(RefreshToken::open(other, &keys, "client1"), Err(NotARefreshToken), "{other}");
    }
    assert_eq!(NotARefreshToken.to_string(), "Invalid Refresh Token.");
}
