//! An SRP-6a client, written from the protocol's formulas and sharing no code with the server.
#![expect(clippy::expect_used, reason = "a test helper fails by panicking")]

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
use crypto_bigint::{NonZero, Odd, U256, U512, U3072};

/// The prime of RFC 5054's 3072-bit group, in hexadecimal.
pub const SRP_PRIME: &str = concat!(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74",
    "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437",
    "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED",
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05",
    "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB",
    "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B",
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718",
    "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33",
    "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7",
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864",
    "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2",
    "08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
);

type Residue = FixedMontyForm<{ U3072::LIMBS }>;

/// The client's side of one sign-in.
#[derive(Debug, Clone)]
pub struct SrpClient {
    a: U256,
    public: U3072,
}

impl SrpClient {
    /// Uses this secret exponent.
    pub fn new(secret: [u8; 32]) -> Self {
        let a = U256::from_be_slice(&secret);
        Self { a, public: generator().pow(&a).retrieve() }
    }

    /// SRP_A as browsers' big integers print it: without leading zeros.
    pub fn public_hex(&self) -> String {
        format!("{:x}", self.public).trim_start_matches('0').to_owned()
    }

    /// The PASSWORD_CLAIM_SIGNATURE for a challenge.
    ///
    /// # Panics
    /// If the challenge is malformed.
    pub fn claim(&self, password: &str, challenge: &Challenge<'_>) -> String {
        let Challenge { pool_name, user_id, salt, public_b, secret_block, timestamp } = challenge;
        let key = self.session_key(&x(pool_name, user_id, password, salt), public_b);
        let block = STANDARD.decode(secret_block).expect("a secret block in base64");
        let signature =
            mac(&key, &[pool_name.as_bytes(), user_id.as_bytes(), &block, timestamp.as_bytes()]);
        STANDARD.encode(signature)
    }

    /// The client's formula `S = (B - k·g^x)^(a + u·x)`, followed by HKDF.
    fn session_key(&self, x: &U256, public_b: &str) -> Vec<u8> {
        let public_b = U3072::from_be_slice(&from_hex(&format!("{public_b:0>768}")));
        let k = U256::from_be_slice(&hash(&[&pad(prime().to_be_bytes().as_ref()), &[2]]));
        let u = hash(&[
            &pad(self.public.to_be_bytes().as_ref()),
            &pad(public_b.to_be_bytes().as_ref()),
        ]);
        let product: U512 = U256::from_be_slice(&u).concatenating_mul(x);
        let exponent: U3072 = product.resize().wrapping_add(&self.a.resize());
        let shared = (residue(&public_b) - residue(&k.resize()) * generator().pow(x))
            .pow(&exponent)
            .retrieve();
        let extracted = mac(&pad(&u), &[&pad(shared.to_be_bytes().as_ref())]);
        let mut key = mac(&extracted, &[b"Caldera Derived Key\x01"]);
        key.truncate(16);
        key
    }
}

/// The parameters of a PASSWORD_VERIFIER challenge.
#[derive(Debug, Clone, Copy)]
pub struct Challenge<'a> {
    /// The part of the pool id after the underscore.
    pub pool_name: &'a str,
    /// USER_ID_FOR_SRP.
    pub user_id: &'a str,
    /// SALT, in hexadecimal.
    pub salt: &'a str,
    /// SRP_B.
    pub public_b: &'a str,
    /// SECRET_BLOCK.
    pub secret_block: &'a str,
    /// The TIMESTAMP that the answer will carry.
    pub timestamp: &'a str,
}

/// `x = H(pad(salt) | H(pool name | user id | ":" | password))`.
fn x(pool_name: &str, user_id: &str, password: &str, salt: &str) -> U256 {
    let inner = hash(&[pool_name.as_bytes(), user_id.as_bytes(), b":", password.as_bytes()]);
    U256::from_be_slice(&hash(&[&pad(&from_hex(salt)), &inner]))
}

fn prime() -> U3072 {
    U3072::from_be_hex(SRP_PRIME)
}

fn generator() -> Residue {
    residue(&U3072::from_u8(2))
}

fn residue(value: &U3072) -> Residue {
    let modulus = FixedMontyParams::new_vartime(Odd::new(prime()).expect("an odd prime"));
    Residue::new(&value.rem_vartime(&NonZero::new(prime()).expect("not zero")), &modulus)
}

fn hash(parts: &[&[u8]]) -> Vec<u8> {
    digest(&SHA256, &parts.concat()).as_ref().to_vec()
}

fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    sign(&Key::new(HMAC_SHA256, key), &parts.concat()).as_ref().to_vec()
}

/// Minimal big-endian two's complement of a positive integer.
fn pad(bytes: &[u8]) -> Vec<u8> {
    let first = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
    let minimal = bytes.get(first..).unwrap_or_default();
    let sign = minimal.first().is_none_or(|byte| *byte >= 0x80);
    let mut padded = vec![0; usize::from(sign)];
    padded.extend_from_slice(minimal);
    padded
}

fn from_hex(text: &str) -> Vec<u8> {
    let even = if text.len().is_multiple_of(2) { text.to_owned() } else { format!("0{text}") };
    let digits: Vec<u8> = even
        .chars()
        .map(|digit| u8::try_from(digit.to_digit(16).expect("hex")).expect("a digit"))
        .collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The protocol's published example.
    #[test]
    fn a_known_example_gives_the_published_signature() {
        let hex = |text: &str| <[u8; 32]>::try_from(from_hex(text)).expect("32 bytes");
        let client =
            SrpClient::new(hex("08fbc10e0e07a98cab339895fdff6c49663b8e650cf033ec62c9ec1661f4e879"));
        assert!(
            client.public_hex().starts_with("a8f809d1102b27e6")
                && client.public_hex().ends_with("2aedf3cf")
        );
        let x = x("Ab12Cd34E", "alice", "Passw0rd!", "d3c1f00a9b8e7d6c5b4a392817060504");
        assert_eq!(
            format!("{x:x}"),
            "161ecc06fd2dd6b3595252b14f3e61776cfd8a74225007e3543ec4ddcecf6703"
        );
    }

    #[test]
    fn integers_are_padded_like_javas_big_integers() {
        assert_eq!(pad(&[0, 0, 0x7f]), [0x7f]);
        assert_eq!(pad(&[0x80]), [0, 0x80]);
        assert_eq!(pad(&[]), [0]);
    }
}
