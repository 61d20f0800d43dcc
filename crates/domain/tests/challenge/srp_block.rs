use domain::Rng;
use domain::challenge::{InvalidSession, SrpBlock, secret_block_bytes};

use super::{NOW, keys};
use crate::mutation::mutations;

pub(super) fn block() -> SrpBlock {
    SrpBlock {
        id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        client_id: "client1".to_owned(),
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
        username: "älice \"x\"".to_owned(),
        subject: "00ff".repeat(16),
        token_gen: i64::MIN,
        credential_rev: i64::MAX,
        issued: NOW,
        expires: NOW.plus_seconds(180),
        a: vec![0xa5; 384],
        b: [9; 32].into(),
        public_b: (0..=255).chain(0..128).collect(),
        simulated: true,
    }
}

#[test]
fn opens_as_it_was_sealed() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    let text = block().seal(&keys, &rng);
    assert_eq!(SrpBlock::open(&text, &keys, "client1", NOW), Ok(block()));
    assert_eq!(
        SrpBlock::open(
            &SrpBlock { simulated: false, ..block() }.seal(&keys, &rng),
            &keys,
            "client1",
            NOW
        )
        .map(|b| b.simulated),
        Ok(false)
    );
    assert_ne!(text, block().seal(&keys, &rng));
}

#[test]
fn is_standard_base64() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    let text = block().seal(&keys, &rng);
    let bytes = secret_block_bytes(&text).unwrap();
    assert_eq!(text.len(), bytes.len().div_ceil(3) * 4);
    assert_eq!(secret_block_bytes("not base64"), None);
    assert_eq!(
        secret_block_bytes("c2VjcmV0LWJsb2NrLWV4YW1wbGU=").as_deref(),
        Some(b"secret-block-example".as_slice())
    );
}

#[test]
fn a_simulated_block_is_as_long_as_a_real_one() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    let length = |token_gen, credential_rev, simulated| {
        let block = SrpBlock { token_gen, credential_rev, simulated, ..block() };
        secret_block_bytes(&block.seal(&keys, &rng)).unwrap().len()
    };
    let real = length(6_917_529_027_641_081_856, 4_611_686_018_427_387_904, false);
    assert_eq!(real, length(0, 0, true));
    assert_eq!(real, length(1, -1, true));
}

#[test]
fn expires_at_the_exact_millisecond() {
    let keys = keys("eu-west-1_a");
    let text = block().seal(&keys, &Rng::seeded(1));
    let open = |now| SrpBlock::open(&text, &keys, "client1", now).map(|_| ());
    assert_eq!(open(NOW.plus_seconds(180).plus_millis(-1)), Ok(()));
    assert_eq!(open(NOW.plus_seconds(180)), Err(InvalidSession::Expired));
}

#[test]
fn is_valid_for_its_client_and_pool_only() {
    let text = block().seal(&keys("eu-west-1_a"), &Rng::seeded(1));
    let open = |pool, client| SrpBlock::open(&text, &keys(pool), client, NOW).map(|_| ());
    assert_eq!(open("eu-west-1_a", "client1"), Ok(()));
    assert_eq!(open("eu-west-1_a", "client2"), Err(InvalidSession::Invalid));
    assert_eq!(open("eu-west-1_b", "client1"), Err(InvalidSession::Invalid));
}

#[test]
fn anything_else_is_invalid() {
    let keys = keys("eu-west-1_a");
    let text = block().seal(&keys, &Rng::seeded(1));
    let open = |text: &str| SrpBlock::open(text, &keys, "client1", NOW).map(|_| ());
    for other in ["", "=", "AAAA", text.trim_end_matches('='), &text[4..]] {
        if other != text {
            assert_eq!(open(other), Err(InvalidSession::Invalid), "{other}");
        }
    }
    for other in mutations(&text, 3, 3000) {
        assert_eq!(open(&other), Err(InvalidSession::Invalid), "{other}");
    }
}

#[test]
fn debug_shows_no_secret() {
    let text = format!("{:?}", block());
    assert!(!text.contains("9, 9") && !text.contains("165"), "{text}");
}
