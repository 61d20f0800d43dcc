use crypto_bigint::U256;
use domain::Rng;
use domain::srp::{ClientPublic, Verifier, new_salt, session_key, signature};

use super::client::Login;

const PASSWORDS: [&str; 4] = ["Passw0rd!", "пароль 🔑", "", " with spaces "];

#[test]
fn client_and_server_agree() {
    let rng = Rng::seeded(60);
    for case in 0..60 {
        let (pool_name, user_id) = (rng.uuid(), rng.uuid());
        let password = PASSWORDS[case % PASSWORDS.len()];
        let login = Login {
            pool_name: &pool_name,
            user_id: &user_id,
            password,
            a: U256::from_be_slice(&rng.bytes::<32>()),
        };
        let verifier = Verifier::derive(&pool_name, &user_id, password, new_salt(&rng));
        let exchange = verifier.exchange(&rng);
        let client = ClientPublic::parse(&login.public_hex()).unwrap();
        let key = session_key(&verifier, &client, &exchange.b, &exchange.public).unwrap();
        assert_eq!(*key, login.key(&verifier.salt_hex(), &exchange.public_hex()), "case {case}");
        let timestamp = "Tue Nov 3 09:05:07 UTC 2026";
        assert_eq!(
            signature(&key, &pool_name, &user_id, b"block", timestamp),
            login.signature(&key, b"block", timestamp),
            "case {case}"
        );
    }
}

#[test]
fn another_password_user_or_pool_gives_another_key() {
    let rng = Rng::seeded(61);
    let verifier = Verifier::derive("pool", "user", "right", new_salt(&rng));
    let exchange = verifier.exchange(&rng);
    let a = U256::from_be_slice(&rng.bytes::<32>());
    let right = Login { pool_name: "pool", user_id: "user", password: "right", a };
    let client = ClientPublic::parse(&right.public_hex()).unwrap();
    let key = session_key(&verifier, &client, &exchange.b, &exchange.public).unwrap();
    assert_eq!(*key, right.key(&verifier.salt_hex(), &exchange.public_hex()));
    for wrong in [
        Login { password: "wrong", ..right },
        Login { user_id: "User", ..right },
        Login { pool_name: "Pool", ..right },
        Login { a: a.wrapping_add(&U256::ONE), ..right },
    ] {
        assert_ne!(*key, wrong.key(&verifier.salt_hex(), &exchange.public_hex()));
    }
}

#[test]
fn every_exchange_is_fresh_and_shows_all_its_digits() {
    let rng = Rng::seeded(62);
    let verifier = Verifier::derive("pool", "user", "password", new_salt(&rng));
    let first = verifier.exchange(&rng);
    for _ in 0..300 {
        let exchange = verifier.exchange(&rng);
        assert_ne!(exchange.public, first.public);
        assert_eq!(exchange.public_hex().len(), 768);
        assert!(!exchange.public_hex().starts_with("00"));
    }
}

#[test]
fn debug_shows_no_secret() {
    let rng = Rng::seeded(63);
    let verifier = Verifier::derive("pool", "user", "password", new_salt(&rng));
    assert_eq!(format!("{verifier:?} {:?}", verifier.exchange(&rng)), "Verifier(..) Exchange(..)");
}
