use domain::Rng;
use domain::seal::StableSecret;

#[test]
fn macs_differ_by_secret_label_and_split_of_parts() {
    let stable = StableSecret::new([1; 32]);
    let mac = stable.mac("lockout", &[b"ab", b"c"]);
    assert_eq!(mac, StableSecret::new([1; 32]).mac("lockout", &[b"ab", b"c"]));
    for other in [
        StableSecret::new([2; 32]).mac("lockout", &[b"ab", b"c"]),
        stable.mac("simulate", &[b"ab", b"c"]),
        stable.mac("lockout", &[b"a", b"bc"]),
        stable.mac("lockout", &[b"abc"]),
        stable.mac("lockout", &[b"ab", b"c", b""]),
        stable.mac("lockout", &[]),
        stable.mac("", &[b"ab", b"c"]),
    ] {
        assert_ne!(mac, other);
    }
}

/// These values are stored and given to clients: a change would unlock users, revoke tokens and
/// change the answers for unknown names.
#[test]
fn derivations_never_change() {
    let stable = StableSecret::new([1; 32]);
    let hex: String =
        stable.mac("lockout", &[b"user"]).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "d21d05a550634a51495026650366dacd947ab4ddb188cd166fcc13929d8b361f");
    assert_eq!(stable.simulated_user_id("nobody"), "6c9af12a-c64e-4732-8269-745513235a4f");
    assert_eq!(stable.jti().seal(1, &Rng::seeded(1)), "22a92d70-af3b-cf57-3748-a2039db0b8ce");
}

#[test]
fn a_simulated_user_id_is_a_version_4_uuid() {
    let stable = StableSecret::new([1; 32]);
    for name in ["", "nobody", "nobody@example.com", "ünï"] {
        let id = stable.simulated_user_id(name);
        assert_eq!(id, stable.simulated_user_id(name));
        assert_eq!(id.len(), 36);
        assert_eq!(&id[14..15], "4");
        assert!("89ab".contains(&id[19..20]), "{id}");
        assert!(
            id.chars().all(|c| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c)),
            "{id}"
        );
    }
    assert_ne!(stable.simulated_user_id("a"), stable.simulated_user_id("b"));
    assert_ne!(stable.simulated_user_id("a"), StableSecret::new([2; 32]).simulated_user_id("a"));
}

#[test]
fn debug_shows_nothing() {
    assert_eq!(format!("{:?}", StableSecret::new([1; 32])), "StableSecret(..)");
}
