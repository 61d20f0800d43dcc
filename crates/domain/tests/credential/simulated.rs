use domain::credential::{Argon2Memory, AtRest, PasswordCredential};
use domain::seal::StableSecret;
use domain::{Meter, Rng};

use super::credential;

fn simulated(secret: u8, at_rest: AtRest, name: &str) -> PasswordCredential {
    PasswordCredential::simulated(&StableSecret::new([secret; 32]), at_rest, "pool", name)
}

#[test]
fn a_name_keeps_its_credential() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let stored = simulated(1, at_rest, "nobody").to_bytes();
        assert_eq!(stored, simulated(1, at_rest, "nobody").to_bytes());
        assert_ne!(stored, simulated(1, at_rest, "nobody2").to_bytes());
        assert_ne!(stored, simulated(2, at_rest, "nobody").to_bytes());
    }
    let salt = |name| simulated(1, AtRest::Srp, name).verifier().unwrap().salt_hex();
    assert_eq!(salt("nobody"), salt("nobody"));
    assert_ne!(salt("nobody"), salt("nobody2"));
}

/// An attacker sees the salt: if a release changed it, only the salts of unknown names would
/// change, which would give them away. The values come from another implementation.
#[test]
fn the_salt_of_a_name_never_changes() {
    let made = simulated(1, AtRest::Srp, "nobody");
    assert_eq!(made.verifier().unwrap().salt_hex(), "2ba383ee3c2dc21e6c83852c62917af8");
    assert_eq!(made.to_bytes()[27..31], [0x2e, 0xd7, 0xa4, 0xd3]);
}

#[test]
fn has_the_form_of_a_real_one() {
    let mut memory = Argon2Memory::new();
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let real = credential(at_rest, &mut memory).to_bytes();
        for number in 0..600 {
            let made = simulated(1, at_rest, &number.to_string());
            let stored = made.to_bytes();
            assert_eq!(stored.len(), real.len());
            // Reading back checks that the salt has no leading zero and that `v` is below N.
            assert_eq!(PasswordCredential::from_bytes(&stored).unwrap().at_rest(), at_rest);
            assert!(!made.temporary);
        }
    }
}

#[test]
fn no_password_matches_and_the_work_is_the_same() {
    let mut memory = Argon2Memory::new();
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let mut work = |credential: &PasswordCredential| {
            let meter = Meter::new();
            assert!(!credential.verify("pool", "nobody", "passw0rd!", &mut memory, &meter));
            meter.snapshot()
        };
        let (known, unknown) = (
            work(&credential(at_rest, &mut Argon2Memory::new())),
            work(&simulated(1, at_rest, "nobody")),
        );
        assert_eq!(known, unknown);
    }
}

#[test]
fn an_exchange_with_one_looks_like_any_other() {
    let rng = Rng::seeded(3);
    let exchange = simulated(1, AtRest::Srp, "nobody").verifier().unwrap().exchange(&rng);
    assert_eq!(exchange.public_hex().len(), 768);
}
