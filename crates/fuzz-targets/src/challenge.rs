//! Challenge sessions and SRP secret blocks. Input: a byte that selects which of the two, and
//! whether the rest is text, edits of an issued one, or content to seal.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::challenge::{ChallengeSession, SrpBlock};
use domain::seal::{DataKeys, Purpose};
use domain::{Rng, Time};

use crate::edits::{edited, pick};
use crate::refresh_token::keys;

const CLIENT: &str = "1example23456789abcdefghij";
const NOW: Time = Time(1_760_000_000_001);

static KEYS: LazyLock<DataKeys> = LazyLock::new(|| keys("eu-west-1_Ab12Cd34E", 1));
static OTHERS: LazyLock<DataKeys> = LazyLock::new(|| keys("eu-west-1_Other6789", 1));
static SESSION: LazyLock<String> =
    LazyLock::new(|| session().seal(&KEYS, &Rng::seeded(1)).expect("a short session"));
static BLOCK: LazyLock<String> = LazyLock::new(|| block().seal(&KEYS, &Rng::seeded(2)));

fn session() -> ChallengeSession {
    ChallengeSession {
        id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        challenge: "NEW_PASSWORD_REQUIRED".to_owned(),
        client_id: CLIENT.to_owned(),
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
        subject: "00ff".repeat(16),
        token_gen: i64::MIN,
        credential_rev: i64::MAX,
        issued: NOW,
        expires: NOW.plus_seconds(180),
        state: serde_json::json!({ "amr": ["pwd"], "n": 1.5 }),
    }
}

fn block() -> SrpBlock {
    SrpBlock {
        id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        client_id: CLIENT.to_owned(),
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
        username: "jörg".to_owned(),
        subject: "00ff".repeat(16),
        token_gen: 7,
        credential_rev: 9,
        issued: NOW,
        expires: NOW.plus_seconds(180),
        a: vec![0xa5; 384],
        b: [9; 32].into(),
        public_b: vec![0x5a; 384],
        simulated: false,
    }
}

/// What opens was issued, byte for byte, to this client of this pool.
pub fn challenge(data: &[u8]) {
    let Some((kind, rest)) = pick(data) else { return };
    let text = || String::from_utf8_lossy(rest);
    match kind % 6 {
        0 => only_issued_session(&text()),
        1 => only_issued_session(&edited(&SESSION, rest)),
        2 => sealed_session(rest),
        3 => only_issued_block(&text()),
        4 => only_issued_block(&edited(&BLOCK, rest)),
        _ => sealed_block(rest),
    }
}

fn only_issued_session(text: &str) {
    let opened = ChallengeSession::open(text, &KEYS, CLIENT, NOW).ok();
    assert_eq!(opened, (text == *SESSION).then(session), "{text}");
    assert!(
        ChallengeSession::open(text, &KEYS, "another", NOW).is_err(),
        "accepted another client's session"
    );
    assert!(
        ChallengeSession::open(text, &OTHERS, CLIENT, NOW).is_err(),
        "accepted another pool's session"
    );
    assert!(
        SrpBlock::open(text, &KEYS, CLIENT, NOW).is_err() || text == *BLOCK,
        "accepted a session as a secret block"
    );
}

fn only_issued_block(text: &str) {
    let opened = SrpBlock::open(text, &KEYS, CLIENT, NOW).ok();
    assert_eq!(opened, (text == *BLOCK).then(block), "{text}");
    assert!(
        SrpBlock::open(text, &KEYS, "another", NOW).is_err(),
        "accepted another client's block"
    );
    assert!(SrpBlock::open(text, &OTHERS, CLIENT, NOW).is_err(), "accepted another pool's block");
    assert!(
        ChallengeSession::open(text, &KEYS, CLIENT, NOW).is_err() || text == *SESSION,
        "accepted a secret block as a session"
    );
}

fn sealed_session(plain: &[u8]) {
    let sealed = KEYS.seal(&Rng::seeded(3), Purpose::ChallengeSession, &[CLIENT], plain);
    let text = URL_SAFE_NO_PAD.encode([&[0x01, 0x80, 0x01, 0x78], sealed.as_slice()].concat());
    if let Ok(session) = ChallengeSession::open(&text, &KEYS, CLIENT, NOW)
        && let Ok(again) = session.seal(&KEYS, &Rng::seeded(4))
    {
        assert_eq!(ChallengeSession::open(&again, &KEYS, CLIENT, NOW), Ok(session));
    }
}

fn sealed_block(plain: &[u8]) {
    let text =
        STANDARD.encode(KEYS.seal(&Rng::seeded(5), Purpose::SrpSecretBlock, &[CLIENT], plain));
    if let Ok(block) = SrpBlock::open(&text, &KEYS, CLIENT, NOW) {
        let again = block.seal(&KEYS, &Rng::seeded(6));
        assert_eq!(SrpBlock::open(&again, &KEYS, CLIENT, NOW), Ok(block));
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let session = r#"{"v":1,"id":"i","ch":"c","sub":"s","lock":"l","gen":"8000000000000000","cred":"7fffffffffffffff","iat":1,"exp":9000000000000000,"st":{"a":[1.5,null]}}"#;
    let block = r#"{"v":1,"id":"i","sub":"s","name":"n","lock":"l","gen":"0000000000000001","cred":"00","iat":1,"exp":9000000000000000,"a":"AA==","b":"CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=","pb":"Wg==","sim":0}"#;
    vec![
        [b"\0", SESSION.as_bytes()].concat(),
        vec![1],
        vec![1, 5, 0, 40, b'x'],
        [b"\x02", session.as_bytes()].concat(),
        [b"\x03", BLOCK.as_bytes()].concat(),
        vec![4],
        vec![4, 1, 1, 0, 0],
        [b"\x05", block.as_bytes()].concat(),
    ]
}
