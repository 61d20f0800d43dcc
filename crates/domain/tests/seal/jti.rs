use std::collections::BTreeSet;

use domain::Rng;
use domain::seal::JtiKey;

use crate::mutation::mutations;

#[test]
fn carries_any_generation_in_the_form_of_a_uuid() {
    let (key, rng) = (JtiKey::new(&[5; 32]), Rng::seeded(1));
    for generation in [i64::MIN, -1, 0, 1, 0x0123_4567_89ab_cdef, i64::MAX] {
        let jti = key.seal(generation, &rng);
        assert_eq!(key.open(&jti), Some(generation));
        assert_eq!(jti.len(), 36);
        for (at, c) in jti.bytes().enumerate() {
            match at {
                8 | 13 | 18 | 23 => assert_eq!(c, b'-'),
                _ => assert!(matches!(c, b'0'..=b'9' | b'a'..=b'f'), "{jti}"),
            }
        }
    }
}

#[test]
fn is_never_the_same_twice() {
    let (key, rng) = (JtiKey::new(&[5; 32]), Rng::seeded(1));
    let distinct: BTreeSet<String> = (0..1000).map(|_| key.seal(7, &rng)).collect();
    assert_eq!(distinct.len(), 1000);
}

#[test]
fn is_one_block_of_aes_256() {
    // FIPS 197 appendix C.3: this key turns 00112233…ff into the block below.
    let key: [u8; 32] = std::array::from_fn(|at| at as u8);
    assert_eq!(
        JtiKey::new(&key).open("8ea2b7ca-5167-45bf-eafc-49904b496089"),
        Some(0x0011_2233_4455_6677)
    );
}

#[test]
fn the_key_of_another_pool_yields_another_generation() {
    let rng = Rng::seeded(1);
    let jti = JtiKey::new(&[5; 32]).seal(7, &rng);
    let other = JtiKey::new(&[6; 32]).open(&jti);
    assert!(other.is_some() && other != Some(7));
}

#[test]
fn anything_else_has_no_generation() {
    let (key, rng) = (JtiKey::new(&[5; 32]), Rng::seeded(1));
    let jti = key.seal(7, &rng);
    let others = [
        String::new(),
        jti.to_uppercase(),
        jti.replace('-', ""),
        format!("{jti} "),
        "é".repeat(18),
        jti.replace('-', "+"),
    ];
    for other in others {
        assert_eq!(key.open(&other), None, "{other}");
    }
    for other in mutations(&jti, 4, 3000) {
        assert_ne!(key.open(&other), Some(7), "{other}");
    }
}

#[test]
fn debug_shows_no_key() {
    assert_eq!(format!("{:?}", JtiKey::new(&[5; 32])), "JtiKey(..)");
}
