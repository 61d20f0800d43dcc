use domain::seal::{DataKeys, NoDataKeys, Purpose, SealedParts, Unsealable};
use domain::{Meter, Rng};

const PURPOSES: [Purpose; 10] = [
    Purpose::Password,
    Purpose::ClientSecret,
    Purpose::SigningKey,
    Purpose::RefreshToken,
    Purpose::ChallengeSession,
    Purpose::SrpSecretBlock,
    Purpose::Message,
    Purpose::ChallengeState,
    Purpose::PendingValue,
    Purpose::PageToken,
];

fn keys(pool_id: &str, versions: &[u32]) -> DataKeys {
    let keys =
        versions.iter().map(|version| (*version, [u8::try_from(*version).unwrap(); 32])).collect();
    DataKeys::new(pool_id, keys, Meter::new()).unwrap()
}

#[test]
fn unseals_what_it_sealed() {
    let (keys, rng) = (keys("eu-west-1_a", &[1]), Rng::seeded(1));
    for (length, purpose) in (0..200).step_by(7).zip(PURPOSES.iter().cycle()) {
        let mut plain = vec![0; length];
        rng.fill(&mut plain);
        for bound in [&[][..], &["user"], &["user", "client"]] {
            let sealed = keys.seal(&rng, *purpose, bound, &plain);
            assert_eq!(sealed.len(), 4 + 16 + length + 16);
            assert_eq!(*keys.unseal(*purpose, bound, &sealed).unwrap(), plain);
        }
    }
}

#[test]
fn the_same_value_seals_differently_each_time() {
    let (keys, rng) = (keys("eu-west-1_a", &[1]), Rng::seeded(2));
    let first = keys.seal(&rng, Purpose::Password, &["user"], b"a value of some length");
    let second = keys.seal(&rng, Purpose::Password, &["user"], b"a value of some length");
    assert_ne!(first[4..20], second[4..20]);
    assert_ne!(first[20..], second[20..]);
}

#[test]
fn a_change_of_any_bit_is_detected() {
    let (keys, rng) = (keys("eu-west-1_a", &[1]), Rng::seeded(3));
    let sealed = keys.seal(&rng, Purpose::Message, &["user"], b"body");
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            keys.unseal(Purpose::Message, &["user"], &changed),
            Err(Unsealable),
            "bit {bit}"
        );
    }
}

#[test]
fn truncation_and_extension_are_detected() {
    let (keys, rng) = (keys("eu-west-1_a", &[1]), Rng::seeded(4));
    let sealed = keys.seal(&rng, Purpose::Message, &[], b"");
    for length in 0..sealed.len() {
        assert_eq!(
            keys.unseal(Purpose::Message, &[], &sealed[..length]),
            Err(Unsealable),
            "{length} bytes"
        );
    }
    assert_eq!(
        keys.unseal(Purpose::Message, &[], &[sealed.as_slice(), &[0]].concat()),
        Err(Unsealable)
    );
}

#[test]
fn a_value_belongs_to_its_purpose_pool_and_bound_parts() {
    let rng = Rng::seeded(5);
    let keys_a = keys("eu-west-1_a", &[1]);
    let bound = ["user", "client"];
    let sealed = keys_a.seal(&rng, Purpose::Password, &bound, b"value");
    assert!(keys_a.unseal(Purpose::Password, &bound, &sealed).is_ok());
    for purpose in PURPOSES.iter().filter(|purpose| **purpose != Purpose::Password) {
        assert_eq!(keys_a.unseal(*purpose, &bound, &sealed), Err(Unsealable), "{purpose:?}");
    }
    assert_eq!(
        keys("eu-west-1_b", &[1]).unseal(Purpose::Password, &bound, &sealed),
        Err(Unsealable)
    );
    for other in [
        &[][..],
        &["user"],
        &["client", "user"],
        &["userclient"],
        &["userc", "lient"],
        &["user", "client", ""],
        &["user", "", "client"],
    ] {
        assert_eq!(keys_a.unseal(Purpose::Password, other, &sealed), Err(Unsealable), "{other:?}");
    }
}

#[test]
fn parts_cannot_be_confused_with_the_pool_or_each_other() {
    let rng = Rng::seeded(6);
    let sealed = keys("eu-west-1_a", &[1]).seal(&rng, Purpose::Password, &["b", "c"], b"value");
    assert_eq!(
        keys("eu-west-1_ab", &[1]).unseal(Purpose::Password, &["c"], &sealed),
        Err(Unsealable)
    );
    assert_eq!(
        keys("eu-west-1_", &[1]).unseal(Purpose::Password, &["ab", "c"], &sealed),
        Err(Unsealable)
    );
}

#[test]
fn the_highest_version_seals_and_all_unseal() {
    let rng = Rng::seeded(7);
    let old = keys("eu-west-1_a", &[7]).seal(&rng, Purpose::Password, &[], b"old");
    let rotated = keys("eu-west-1_a", &[9, 7, 8]);
    assert_eq!(rotated.current(), 9);
    assert_eq!(rotated.unseal(Purpose::Password, &[], &old).unwrap().as_slice(), b"old");
    let new = rotated.seal(&rng, Purpose::Password, &[], b"new");
    assert_eq!(new[..4], [0, 0, 0, 9]);
    assert_eq!(
        keys("eu-west-1_a", &[9]).unseal(Purpose::Password, &[], &new).unwrap().as_slice(),
        b"new"
    );
    assert_eq!(keys("eu-west-1_a", &[7, 8]).unseal(Purpose::Password, &[], &new), Err(Unsealable));
    assert!(matches!(DataKeys::new("eu-west-1_a", Vec::new(), Meter::new()), Err(NoDataKeys)));
}

#[test]
fn parts_are_bound_to_their_header_and_to_each_other() {
    let (keys, rng) = (keys("eu-west-1_a", &[1]), Rng::seeded(8));
    let seal =
        |plain: &[u8]| keys.seal_parts(&rng, Purpose::RefreshToken, b"header", &["client"], plain);
    let unseal = |header: &[u8], bound: &[&str], parts: &SealedParts| {
        keys.unseal_parts(Purpose::RefreshToken, header, bound, parts)
    };
    let (parts, others) = (seal(b"value"), seal(b"other"));
    assert_eq!(
        (parts.key.len(), parts.nonce.len(), parts.ciphertext.len(), parts.tag.len()),
        (20, 12, 5, 16)
    );
    assert_eq!(unseal(b"header", &["client"], &parts).unwrap().as_slice(), b"value");
    assert_eq!(unseal(b"Header", &["client"], &parts), Err(Unsealable));
    assert_eq!(unseal(b"header", &["Client"], &parts), Err(Unsealable));
    let swaps = [
        SealedParts { key: others.key.clone(), ..parts.clone() },
        SealedParts { nonce: others.nonce.clone(), ..parts.clone() },
        SealedParts { ciphertext: others.ciphertext.clone(), ..parts.clone() },
        SealedParts { tag: others.tag, ..parts.clone() },
        SealedParts { key: Vec::new(), ..parts.clone() },
        SealedParts { nonce: parts.nonce[..11].to_vec(), ..parts.clone() },
        SealedParts { nonce: [parts.nonce.as_slice(), &[0]].concat(), ..parts.clone() },
        SealedParts { tag: parts.tag[..12].to_vec(), ..parts.clone() },
        SealedParts { tag: Vec::new(), ..parts.clone() },
        SealedParts::default(),
    ];
    for swapped in swaps {
        assert_eq!(unseal(b"header", &["client"], &swapped), Err(Unsealable), "{swapped:?}");
    }
}

#[test]
fn parts_and_whole_values_are_not_interchangeable() {
    let (keys, rng) = (keys("eu-west-1_a", &[1]), Rng::seeded(9));
    let whole = keys.seal(&rng, Purpose::RefreshToken, &["client"], b"value");
    let as_parts = SealedParts {
        key: whole[..20].to_vec(),
        nonce: vec![0; 12],
        ciphertext: whole[20..25].to_vec(),
        tag: whole[25..].to_vec(),
    };
    assert_eq!(
        keys.unseal_parts(Purpose::RefreshToken, b"header", &["client"], &as_parts),
        Err(Unsealable)
    );
}

/// Produced by another implementation of the format (HKDF-Expand, AES-256-GCM, length-prefixed
/// associated data).
#[test]
fn values_stored_earlier_remain_readable() {
    let keys = keys("eu-west-1_a", &[1]);
    let sealed = from_hex(
        "00000001000102030405060708090a0b0c0d0e0fea29c510a0dc43fec00f0b5d727417454acdab8cfa",
    );
    assert_eq!(keys.unseal(Purpose::Password, &["user"], &sealed).unwrap().as_slice(), b"value");
    let parts = SealedParts {
        key: sealed[..20].to_vec(),
        nonce: (0..12).collect(),
        ciphertext: from_hex("f21b012710"),
        tag: from_hex("601096ecc65330cfc114c7b5a729aa6d"),
    };
    assert_eq!(
        keys.unseal_parts(Purpose::RefreshToken, b"header", &["client"], &parts)
            .unwrap()
            .as_slice(),
        b"value"
    );
}

fn from_hex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

#[test]
fn the_work_is_counted() {
    let meter = Meter::new();
    let keys = DataKeys::new("eu-west-1_a", vec![(1, [1; 32])], meter.clone()).unwrap();
    let rng = Rng::seeded(10);
    let sealed = keys.seal(&rng, Purpose::Password, &[], b"value");
    let before = meter.snapshot();
    keys.unseal(Purpose::Password, &[], &sealed).unwrap();
    keys.unseal(Purpose::Password, &["wrong"], &sealed).unwrap_err();
    let done = meter.snapshot() - before;
    assert_eq!((before.seals, before.unseals, done.seals, done.unseals), (1, 0, 0, 2));
}

#[test]
fn debug_shows_no_key() {
    assert_eq!(
        format!("{:?}", keys("eu-west-1_a", &[1, 2])),
        r#"DataKeys { pool_id: "eu-west-1_a", current: 2, .. }"#
    );
}
