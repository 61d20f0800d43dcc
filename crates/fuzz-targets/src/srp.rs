//! The numbers of SRP. Input: a byte that says what the rest is: SRP_A, the bytes of an exchange, a stored verifier or a TIMESTAMP.

use std::sync::LazyLock;

use crypto_bigint::{NonZero, U3072};
use domain::srp::{self, ClientPublic, Verifier};
use testkit::srp_timestamp;

use crate::edits::pick;

/// The prime of RFC 5054's 3072-bit group.
const N: &str = concat!(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD",
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED",
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F",
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B",
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510",
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7",
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C",
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
);

static VERIFIER: LazyLock<Verifier> = LazyLock::new(|| Verifier::derive("Ab12Cd34E", "alice", "Correct-Horse-1", [1; 16]));

/// A value that is 0 modulo N is never taken, any other is; no claim made without the password proves it.
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
    let is_good = is_number && U3072::from_be_hex(&format!("{digits:0>768}")).rem_vartime(&prime()) != U3072::ZERO;
    assert_eq!(parsed.is_ok(), is_good, "{text}");
    if let Ok(public) = parsed {
        assert_eq!(ClientPublic::from_bytes(&public.to_bytes()), Ok(public));
    }
}

fn prime() -> NonZero<U3072> {
    NonZero::new(U3072::from_be_hex(N)).expect("a prime")
}

/// `A`, `b`, `B` and a claim of any bytes: `A` as a number of any length, the rest as it comes.
fn exchange(data: &[u8]) {
    let (public, rest) = data.split_at(data.len().min(384));
    let mut padded = [0; 384];
    padded.iter_mut().rev().zip(public.iter().rev()).for_each(|(place, byte)| *place = *byte);
    let Ok(client) = ClientPublic::from_bytes(&padded) else { return };
    let mut secret = [7; 32];
    secret.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    let public_b = rest.get(32..).unwrap_or_default();
    let Some(key) = srp::session_key(&VERIFIER, &client, &secret, public_b) else { return };
    let expected = srp::signature(&key, "Ab12Cd34E", "alice", public_b, "Tue Nov 3 09:05:07 UTC 2026");
    assert!(!domain::code::matches(rest.get(..32).unwrap_or_default(), &expected), "a claim without the password");
}

fn stored(bytes: &[u8]) {
    if let Ok(verifier) = Verifier::from_bytes(bytes) {
        assert_eq!(verifier.to_bytes().as_slice(), bytes);
        assert!(!verifier.check("Ab12Cd34E", "alice", "another password"), "any password");
    }
}

fn timestamp(text: &str) {
    // The clock that prints begins in 1970.
    if let Some(time) = srp::parse_timestamp(text).filter(|time| time.millis() >= 0) {
        assert_eq!(srp::parse_timestamp(&srp_timestamp(time)), Some(time), "{text}");
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let text = |kind: u8, text: &str| [&[kind], text.as_bytes()].concat();
    let n = U3072::from_be_hex(N).to_be_bytes();
    vec![
        text(0, "0"),
        text(0, "00002"),
        text(0, N),
        text(0, &N.to_lowercase()),
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
