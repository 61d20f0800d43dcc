//! Sealed values have the layout of the last release, byte for byte, so nodes of both versions can
//! open each other's values.

use std::fs;

use domain::challenge::{ChallengeSession, SrpBlock};
use domain::credential::{Argon2Memory, AtRest, NewPassword, PasswordCredential};
use domain::seal::{DataKeys, MasterKeys, StableSecret};
use domain::token::RefreshToken;
use domain::{Meter, Rng, Time};
use serde_json::{Value, json};

use super::fixture::versions;

const NOW: Time = Time(1_796_081_770_123);
const CLIENT: &str = "formats0client000000000001";
const USER: &str = "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c";

/// Each value gets the same random stream, so none depends on the order they are made in.
fn rng() -> Rng {
    Rng::seeded(1)
}

fn keys() -> DataKeys {
    DataKeys::new("eu-west-1_Formats01", vec![(7, [7; 32])], Meter::new()).unwrap()
}

fn refresh_token() -> RefreshToken {
    RefreshToken {
        user_id: USER.to_owned(),
        origin_jti: "0d9e2b1c-5a74-4f0e-9c3b-7e1f6a2d4b58".to_owned(),
        serial: 3,
        revocable: true,
        generation: 1_234_567_890_123_456_789,
        auth_time: NOW,
        expires: NOW.plus_seconds(2_592_000),
        scopes: vec!["aws.cognito.signin.user.admin".to_owned()],
        amr: vec!["pwd".to_owned()],
        acr: Some("urn:example:acr".to_owned()),
        event_id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        device_key: Some("eu-west-1_device".to_owned()),
    }
}

fn challenge_session() -> ChallengeSession {
    ChallengeSession {
        id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        challenge: "NEW_PASSWORD_REQUIRED".to_owned(),
        client_id: CLIENT.to_owned(),
        user_id: USER.to_owned(),
        subject: "00ff".repeat(16),
        token_gen: i64::MAX,
        credential_rev: 17,
        issued: NOW,
        expires: NOW.plus_seconds(180),
        state: json!({ "name": "alice" }),
    }
}

fn secret_block() -> SrpBlock {
    SrpBlock {
        id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        client_id: CLIENT.to_owned(),
        user_id: USER.to_owned(),
        username: "alice".to_owned(),
        subject: "00ff".repeat(16),
        token_gen: i64::MAX,
        credential_rev: 17,
        issued: NOW,
        expires: NOW.plus_seconds(60),
        a: vec![1, 2, 3],
        b: [5; 32].into(),
        public_b: vec![4, 5, 6],
        simulated: false,
    }
}

fn password(at_rest: AtRest, temporary: bool) -> PasswordCredential {
    let new = NewPassword {
        at_rest,
        pool_name: "Formats01",
        user_id: "alice",
        password: "Correct-Horse-1",
        issued: NOW,
        temporary,
    };
    PasswordCredential::make(&new, &rng(), &mut Argon2Memory::new(), &Meter::new())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A value of each kind, sealed by this version.
fn made() -> Value {
    let master = MasterKeys::from_texts(&[MasterKeys::generate_one(&rng()).as_str()]).unwrap();
    let wrapped = master.wrap(&rng(), "data key of eu-west-1_Formats01", &[7; 32]);
    let stable = StableSecret::new([9; 32]);
    json!({
        "refresh token": refresh_token().seal(&keys(), &rng(), CLIENT),
        "challenge session": challenge_session().seal(&keys(), &rng()).unwrap(),
        "secret block": secret_block().seal(&keys(), &rng()),
        "password as an SRP verifier": hex(&password(AtRest::Srp, false).to_bytes()),
        "password as argon2id": hex(&password(AtRest::Argon2id, true).to_bytes()),
        "wrapped by": wrapped.master_key_id,
        "wrapped key": hex(&wrapped.bytes),
        "jti": stable.jti().seal(1_234_567_890_123_456_789, &rng()),
        "simulated user id": stable.simulated_user_id("nobody"),
    })
}

/// To record the values of a new version: `UPDATE=1 cargo test -p poolkeeper-acceptance upgrade::formats`.
#[test]
fn sealed_values_have_the_layout_of_the_last_release() {
    let file = versions().pop().unwrap().join("sealed.json");
    let made = made();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, format!("{made:#}\n")).unwrap();
    }
    let recorded: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(made, recorded, "docs/UPGRADING.md says when nodes may run side by side");
}

#[test]
fn values_sealed_by_earlier_releases_open() {
    for version in versions() {
        let text = fs::read_to_string(version.join("sealed.json")).unwrap();
        let sealed: Value = serde_json::from_str(&text).unwrap();
        let text = |name: &str| sealed[name].as_str().unwrap();
        let token = RefreshToken::open(text("refresh token"), &keys(), CLIENT);
        assert_eq!(token, Ok(refresh_token()));
        let session = ChallengeSession::open(text("challenge session"), &keys(), CLIENT, NOW);
        assert!(session == Ok(challenge_session()));
        let block = SrpBlock::open(text("secret block"), &keys(), CLIENT, NOW);
        assert!(block == Ok(secret_block()));
        for name in ["password as an SRP verifier", "password as argon2id"] {
            let bytes: Vec<u8> = text(name)
                .as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect();
            let credential = PasswordCredential::from_bytes(&bytes).unwrap();
            let (memory, meter) = (&mut Argon2Memory::new(), Meter::new());
            assert!(credential.verify("Formats01", "alice", "Correct-Horse-1", memory, &meter));
        }
    }
}
