use domain::Rng;
use domain::srp::{MalformedVerifier, Verifier, new_salt};

use super::client::n;

fn verifier() -> Verifier {
    Verifier::derive("pool", "user", "password", new_salt(&Rng::seeded(1)))
}

#[test]
fn accepts_only_its_own_password_user_and_pool() {
    let verifier = verifier();
    assert!(verifier.check("pool", "user", "password"));
    for (pool_name, user_id, password) in [
        ("pool", "user", "Password"),
        ("pool", "user", ""),
        ("pool", "User", "password"),
        ("Pool", "user", "password"),
    ] {
        assert!(!verifier.check(pool_name, user_id, password), "{pool_name} {user_id} {password}");
    }
}

#[test]
fn checks_every_byte() {
    let stored = verifier().to_bytes();
    for at in [16, 17, 200, 398, 399] {
        let mut other = stored.to_vec();
        other[at] ^= 1;
        assert!(
            !Verifier::from_bytes(&other).unwrap().check("pool", "user", "password"),
            "byte {at}"
        );
    }
}

#[test]
fn salts_never_begin_with_a_zero_byte() {
    let rng = Rng::seeded(2);
    let salts: Vec<_> = (0..2_000).map(|_| new_salt(&rng)).collect();
    assert!(salts.iter().all(|salt| salt[0] != 0));
    // The top bit is free: about half have it set.
    let high = salts.iter().filter(|salt| salt[0] >= 0x80).count();
    assert!((800..1_200).contains(&high), "{high}");
}

#[test]
fn is_stored_and_read_back() {
    let stored = verifier().to_bytes();
    assert_eq!(stored.len(), 400);
    let read = Verifier::from_bytes(&stored).unwrap();
    assert_eq!(read.to_bytes(), stored);
    assert_eq!(read.salt_hex(), verifier().salt_hex());
    assert!(read.check("pool", "user", "password"));
}

#[test]
fn refuses_bytes_that_no_verifier_has() {
    let stored = verifier().to_bytes();
    let mut zero_salt = stored.to_vec();
    zero_salt[0] = 0;
    let with_v = |v: &[u8]| [&stored[..16], v].concat();
    for bytes in [
        Vec::new(),
        stored[..399].to_vec(),
        [stored.as_slice(), &[0]].concat(),
        zero_salt,
        with_v(&[0; 384]),
        with_v(n().to_be_bytes().as_ref()),
        with_v(&[0xff; 384]),
    ] {
        assert!(matches!(Verifier::from_bytes(&bytes), Err(MalformedVerifier)), "{bytes:x?}");
    }
}
