use domain::Meter;
use domain::credential::{Argon2Memory, AtRest, PasswordCredential, PasswordSecret};

use super::credential;

#[test]
fn verifies_only_its_own_password() {
    let mut memory = Argon2Memory::new();
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let credential = credential(at_rest, &mut memory);
        assert_eq!(credential.at_rest(), at_rest);
        for (password, expected) in [
            ("Passw0rd!", true),
            ("passw0rd!", false),
            ("", false),
            ("Passw0rd! ", false),
            ("Passw0rd!", true),
        ] {
            assert_eq!(
                credential.verify("pool", "user", password, &mut memory, &Meter::new()),
                expected,
                "{at_rest:?} {password}"
            );
        }
    }
}

#[test]
fn only_srp_has_a_verifier() {
    let mut memory = Argon2Memory::new();
    assert!(credential(AtRest::Srp, &mut memory).verifier().is_some());
    assert!(credential(AtRest::Argon2id, &mut memory).verifier().is_none());
}

#[test]
fn the_work_is_counted() {
    let (mut memory, meter) = (Argon2Memory::new(), Meter::new());
    let (srp, argon2) =
        (credential(AtRest::Srp, &mut memory), credential(AtRest::Argon2id, &mut memory));
    let _ = srp.verify("pool", "user", "right or wrong", &mut memory, &meter);
    assert_eq!((meter.snapshot().powers, meter.snapshot().argon2), (1, 0));
    let _ = argon2.verify("pool", "user", "right or wrong", &mut memory, &meter);
    assert_eq!((meter.snapshot().powers, meter.snapshot().argon2), (1, 1));
}

#[test]
fn srp_needs_no_working_memory() {
    let mut memory = Argon2Memory::new();
    assert!(credential(AtRest::Srp, &mut memory).verify(
        "pool",
        "user",
        "Passw0rd!",
        &mut memory,
        &Meter::new()
    ));
    assert_eq!(format!("{memory:?}"), "Argon2Memory(0 KiB)");
    credential(AtRest::Argon2id, &mut memory);
    assert_eq!(format!("{memory:?}"), "Argon2Memory(19456 KiB)");
}

/// Vectors of the reference implementation (by the authors of RFC 9106), with other costs than
/// ours, as an import may contain.
#[test]
fn other_argon2id_costs_are_checked_too() {
    let mut memory = Argon2Memory::new();
    for (phc, password) in [
        (
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "password",
        ),
        (
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            "password",
        ),
    ] {
        let stored = [[1, 2, 0].as_slice(), &[0; 8], phc.as_bytes()].concat();
        let credential = PasswordCredential::from_bytes(&stored).unwrap();
        assert!(credential.verify("pool", "user", password, &mut memory, &Meter::new()), "{phc}");
        assert!(
            !credential.verify("pool", "user", "Password", &mut memory, &Meter::new()),
            "{phc}"
        );
    }
}

#[test]
fn our_argon2id_hashes_have_the_chosen_costs() {
    let credential = credential(AtRest::Argon2id, &mut Argon2Memory::new());
    let PasswordSecret::Argon2id(phc) = &credential.secret else { panic!("not argon2id") };
    assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", phc.as_str());
    assert_eq!(phc.rsplit('$').map(str::len).take(2).collect::<Vec<_>>(), [43, 22]);
}

#[test]
fn debug_shows_no_secret() {
    let mut memory = Argon2Memory::new();
    let srp = credential(AtRest::Srp, &mut memory);
    assert_eq!(
        format!("{srp:?}"),
        "PasswordCredential { issued: Time(1793696707123), temporary: false, .. }"
    );
    assert_eq!(
        format!("{:?} {:?}", srp.secret, credential(AtRest::Argon2id, &mut memory).secret),
        "Srp(..) Argon2id(..)"
    );
}
