use domain::Rng;
use domain::credential::{Argon2Memory, AtRest, MalformedCredential, PasswordCredential};

use super::credential;

#[test]
fn is_read_back_as_it_was_stored() {
    let mut memory = Argon2Memory::new();
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let made = credential(at_rest, &mut memory);
        let stored = made.to_bytes();
        assert!(stored.len() < 420, "{}", stored.len());
        let read = PasswordCredential::from_bytes(&stored).unwrap();
        assert_eq!(
            (read.at_rest(), read.issued, read.temporary),
            (at_rest, made.issued, made.temporary)
        );
        assert_eq!(read.to_bytes(), stored);
    }
}

#[test]
fn refuses_other_versions_kinds_and_flags() {
    let stored = credential(AtRest::Srp, &mut Argon2Memory::new()).to_bytes();
    for (at, value) in [(0, 0), (0, 2), (1, 0), (1, 2), (1, 3), (2, 2), (2, 0xff), (11, 0)] {
        let mut changed = stored.to_vec();
        changed[at] = value;
        assert!(
            matches!(PasswordCredential::from_bytes(&changed), Err(MalformedCredential)),
            "byte {at} = {value}"
        );
    }
    for length in 0..stored.len() {
        assert!(PasswordCredential::from_bytes(&stored[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn refuses_hashes_that_cannot_be_checked() {
    const SALT: &str = "c29tZXNhbHQ";
    const HASH: &str = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    let phc = |head: &str, salt: &str, hash: &str| format!("{head}${salt}${hash}");
    let costs = |costs: &str| phc(&format!("$argon2id$v=19${costs}"), SALT, HASH);
    assert!(read_phc(&costs("m=256,t=2,p=1")).is_ok());
    for text in [
        String::new(),
        phc("$argon2i$v=19$m=256,t=2,p=1", SALT, HASH),
        phc("$argon2id$v=16$m=256,t=2,p=1", SALT, HASH),
        phc("$argon2id$m=256,t=2,p=1", SALT, HASH),
        costs("m=4294967295,t=2,p=1"),
        costs("m=256,t=4294967295,p=1"),
        costs("m=256,t=2,p=16777215"),
        costs("m=1,t=2,p=1"),
        costs("m=256,t=0,p=1"),
        costs("m=256,t=2,p=0"),
        costs("m=256,t=2"),
        costs("m=+256,t=2,p=1"),
        costs("m=0256,t=2,p=1"),
        costs("t=2,m=256,p=1"),
        costs("m=256,t=2,p=1,keyid=AA"),
        phc("$argon2id$v=19$m=256,t=2,p=1", "c29t", HASH),
        phc("$argon2id$v=19$m=256,t=2,p=1", SALT, ""),
        phc("$argon2id$v=19$m=256,t=2,p=1", SALT, "nf65EOgLrQM"),
        phc("$argon2id$v=19$m=256,t=2,p=1", SALT, "not*base64"),
        phc("$argon2id$v=19$m=256,t=2,p=1", SALT, &HASH.repeat(3)),
        format!("{}$", costs("m=256,t=2,p=1")),
    ] {
        assert!(matches!(read_phc(&text), Err(MalformedCredential)), "{text}");
    }
}

fn read_phc(phc: &str) -> Result<PasswordCredential, MalformedCredential> {
    PasswordCredential::from_bytes(&[[1, 2, 0].as_slice(), &[0; 8], phc.as_bytes()].concat())
}

#[test]
fn mutated_bytes_never_panic() {
    let (rng, mut memory) = (Rng::seeded(5), Argon2Memory::new());
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let stored = credential(at_rest, &mut memory).to_bytes();
        for _ in 0..3_000 {
            let mut bytes = stored.to_vec();
            for _ in 0..=rng.below(3) {
                let at = rng.below(u32::try_from(bytes.len()).unwrap()) as usize;
                let [byte] = rng.bytes();
                match rng.below(4) {
                    0 => bytes.truncate(at + 1),
                    1 => bytes.insert(at, byte),
                    _ => bytes[at] = byte,
                }
            }
            if let Ok(read) = PasswordCredential::from_bytes(&bytes) {
                assert_eq!(*read.to_bytes(), bytes);
            }
        }
    }
}
