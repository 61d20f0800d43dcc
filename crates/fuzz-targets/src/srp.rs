//! The numbers of SRP. Input: a byte that selects what the rest is: SRP_A, the bytes of an
//! exchange, a stored verifier or a TIMESTAMP.

use std::sync::LazyLock;

use crypto_bigint::{NonZero, U3072};
use domain::srp::{self, ClientPublic, Verifier};
use testkit::{SRP_PRIME, srp_timestamp};

use crate::edits::pick;

static VERIFIER: LazyLock<Verifier> =
    LazyLock::new(|| Verifier::derive("Ab12Cd34E", "alice", "Correct-Horse-1", [1; 16]));

/// A value that is 0 modulo N is refused, any other accepted; no claim computed without the
/// password is accepted.
pub fn srp(data: &[u8]) {
    let Some((kind, rest)) = pick(data) else { return };
    match kind % 4 {
        0 => public_value(&String::from_utf8_lossy(rest)),
        1 => exchange(rest),
        2 => stored(rest),
        _ => timestamp(&String::from_utf8_lossy(rest)),
    }
}

fn public_value(text: &str) {
    let parsed = ClientPublic::parse(text);
    let digits = text.trim_start_matches('0');
    let is_number = digits.len() <= 768 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let is_good = is_number
        && U3072::from_be_hex(&format!("{digits:0>768}")).rem_vartime(&prime()) != U3072::ZERO;
    assert_eq!(parsed.is_ok(), is_good, "{text}");
    if let Ok(public) = parsed {
        assert_eq!(ClientPublic::from_bytes(&public.to_bytes()), Ok(public));
    }
}

fn prime() -> NonZero<U3072> {
    NonZero::new(U3072::from_be_hex(SRP_PRIME)).expect("a prime")
}

/// `A`, `b`, `B` and a claim from arbitrary bytes: `A` as a number of any length.
fn exchange(data: &[u8]) {
    let (public, rest) = data.split_at(data.len().min(384));
    let mut padded = [0; 384];
    padded.iter_mut().rev().zip(public.iter().rev()).for_each(|(place, byte)| *place = *byte);
    let Ok(client) = ClientPublic::from_bytes(&padded) else { return };
    let mut secret = [7; 32];
    secret.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    let public_b = rest.get(32..).unwrap_or_default();
    let Some(key) = srp::session_key(&VERIFIER, &client, &secret, public_b) else { return };
    let expected =
        srp::signature(&key, "Ab12Cd34E", "alice", public_b, "Tue Nov 3 09:05:07 UTC 2026");
    assert!(
        !domain::code::matches(rest.get(..32).unwrap_or_default(), &expected),
        "accepted a claim without the password"
    );
}

fn stored(bytes: &[u8]) {
    if let Ok(verifier) = Verifier::from_bytes(bytes) {
        assert_eq!(verifier.to_bytes().as_slice(), bytes);
        assert!(!verifier.check("Ab12Cd34E", "alice", "another password"), "any password");
    }
}

fn timestamp(text: &str) {
    // The printing clock starts in 1970.
    if let Some(time) = srp::parse_timestamp(text).filter(|time| time.millis() >= 0) {
        assert_eq!(srp::parse_timestamp(&srp_timestamp(time)), Some(time), "{text}");
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let text = |kind: u8, text: &str| [&[kind], text.as_bytes()].concat();
    let n = U3072::from_be_hex(SRP_PRIME).to_be_bytes();
    vec![
        text(0, "0"),
        text(0, "00002"),
        text(0, SRP_PRIME),
        text(0, &SRP_PRIME.to_lowercase()),
        text(0, &format!("0{}", "f".repeat(768))),
        text(0, &testkit::SrpClient::new([7; 32]).public_hex()),
        [&[1], n.as_ref(), &[9; 64]].concat(),
        [&[1, 5], &[0xa5; 500][..]].concat(),
        [&[2], VERIFIER.to_bytes().as_slice()].concat(),
        [&[2], &[1; 16][..], n.as_ref()].concat(),
        text(3, "Tue Nov 3 09:05:07 UTC 2026"),
        text(3, "Thu Feb 29 23:59:59 UTC 9996"),
    ]
}
