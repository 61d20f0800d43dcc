//! Refresh tokens. Input: a byte that selects what the rest is: a token, edits of an issued token,
//! or content to seal.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::seal::{DataKeys, Purpose};
use domain::token::{RefreshToken, refresh};
use domain::{Meter, Rng, Time};

use crate::edits::{edited, nth, pick};

const CLIENT: &str = "1example23456789abcdefghij";

/// A pool's keys.
pub(crate) fn keys(pool: &str, key: u8) -> DataKeys {
    DataKeys::new(pool, vec![(1, [key; 32]), (2, [key + 1; 32])], Meter::default()).expect("keys")
}

static KEYS: LazyLock<DataKeys> = LazyLock::new(|| keys("eu-west-1_Ab12Cd34E", 1));
static OTHERS: LazyLock<DataKeys> = LazyLock::new(|| keys("eu-west-1_Other6789", 1));
static ISSUED: LazyLock<Vec<(String, RefreshToken)>> = LazyLock::new(|| {
    let rng = Rng::seeded(1);
    let seal = |token: RefreshToken| (token.seal(&KEYS, &rng, CLIENT), token);
    let full = RefreshToken {
        serial: 3,
        scopes: vec!["openid".to_owned(), "api/read".to_owned()],
        amr: vec!["pwd".to_owned()],
        acr: Some("urn:one".to_owned()),
        device_key: Some("eu-west-1_device".to_owned()),
        ..least()
    };
    [least(), full].map(seal).to_vec()
});

fn least() -> RefreshToken {
    RefreshToken {
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
        origin_jti: "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88".to_owned(),
        serial: 0,
        revocable: true,
        generation: i64::MAX,
        auth_time: Time(1_760_000_000_001),
        expires: Time(1_762_592_000_001),
        scopes: Vec::new(),
        amr: Vec::new(),
        acr: None,
        event_id: "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c".to_owned(),
        device_key: None,
    }
}

/// A token that opens was issued, byte for byte, to this client of this pool.
pub fn refresh_token(data: &[u8]) {
    let Some((kind, rest)) = pick(data) else { return };
    match kind % 3 {
        0 => only_issued(&String::from_utf8_lossy(rest)),
        1 => {
            let (text, _) = nth(&ISSUED, kind / 3);
            only_issued(&edited(text, rest));
        }
        _ => sealed(rest),
    }
}

fn only_issued(text: &str) {
    let opened = RefreshToken::open(text, &KEYS, CLIENT).ok();
    let issued = ISSUED.iter().find(|(issued, _)| issued == text).map(|(_, token)| token);
    assert_eq!(opened.as_ref(), issued, "{text}");
    assert!(RefreshToken::open(text, &KEYS, "another").is_err(), "accepted another client's token");
    assert!(RefreshToken::open(text, &OTHERS, CLIENT).is_err(), "accepted another pool's token");
}

/// Only the server seals; content sealed by another version is read or refused.
fn sealed(plain: &[u8]) {
    let header = URL_SAFE_NO_PAD.encode(refresh::HEADER);
    let parts = KEYS.seal_parts(
        &Rng::seeded(2),
        Purpose::RefreshToken,
        header.as_bytes(),
        &[CLIENT],
        plain,
    );
    let text = [&parts.key, &parts.nonce, &parts.ciphertext, &parts.tag].iter().fold(
        header,
        |mut text, part| {
            text.push('.');
            URL_SAFE_NO_PAD.encode_string(part, &mut text);
            text
        },
    );
    if let Ok(token) = RefreshToken::open(&text, &KEYS, CLIENT) {
        let again = token.seal(&KEYS, &Rng::seeded(3), CLIENT);
        assert_eq!(RefreshToken::open(&again, &KEYS, CLIENT), Ok(token));
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let raw = ISSUED.iter().map(|(text, _)| [b"\0", text.as_bytes()].concat());
    let body = r#"{"v":1,"sub":"u","fam":"f","ser":1,"rev":true,"gen":5,"auth":1,"exp":2,"scp":["openid"],"amr":["pwd"],"acr":"a","evt":"e","dev":"d"}"#;
    raw.chain([vec![1], vec![4, 5, 0, 9, b'A'], [b"\x02", body.as_bytes()].concat()]).collect()
}
