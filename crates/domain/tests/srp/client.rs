//! A client of the protocol, written from its formulas and sharing no code with the server's side.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
use crypto_bigint::{NonZero, Odd, U256, U512, U3072};

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

type Residue = FixedMontyForm<{ U3072::LIMBS }>;

pub(crate) fn n() -> U3072 {
    U3072::from_be_hex(N)
}

fn residue(value: &U3072) -> Residue {
    Residue::new(
        &value.rem_vartime(&NonZero::new(n()).unwrap()),
        &FixedMontyParams::new_vartime(Odd::new(n()).unwrap()),
    )
}

/// The names and secrets that a sign-in starts from.
pub(crate) struct Login<'a> {
    pub(crate) pool_name: &'a str,
    pub(crate) user_id: &'a str,
    pub(crate) password: &'a str,
    pub(crate) a: U256,
}

impl Login<'_> {
    /// `A = g^a`.
    pub(crate) fn public(&self) -> U3072 {
        residue(&U3072::from_u8(2)).pow(&self.a).retrieve()
    }

    /// SRP_A as browsers' big integers print it: no leading zeros, any number of digits.
    pub(crate) fn public_hex(&self) -> String {
        format!("{:x}", self.public()).trim_start_matches('0').to_owned()
    }

    /// `x = H(pad(salt) | H(pool name | user id | ":" | password))`.
    pub(crate) fn x(&self, salt_hex: &str) -> U256 {
        let inner = hash(&[
            self.pool_name.as_bytes(),
            self.user_id.as_bytes(),
            b":",
            self.password.as_bytes(),
        ]);
        U256::from_be_slice(&hash(&[&pad(&from_hex(salt_hex)), &inner]))
    }

    /// `u = H(pad(A) | pad(B))`.
    pub(crate) fn u(&self, public_b: &U3072) -> U256 {
        U256::from_be_slice(&hash(&[
            &pad(self.public().to_be_bytes().as_ref()),
            &pad(public_b.to_be_bytes().as_ref()),
        ]))
    }

    /// The session key, by the client's formula `S = (B - k·g^x)^(a + u·x)`.
    pub(crate) fn key(&self, salt_hex: &str, public_b_hex: &str) -> [u8; 16] {
        let public_b = U3072::from_be_slice(&from_hex(&format!("{public_b_hex:0>768}")));
        let k = U256::from_be_slice(&hash(&[&pad(n().to_be_bytes().as_ref()), &[2]]));
        let (x, u) = (self.x(salt_hex), self.u(&public_b));
        let (g, k) = (residue(&U3072::from_u8(2)), residue(&k.resize()));
        let product: U512 = u.concatenating_mul(&x);
        let exponent: U3072 = product.resize().wrapping_add(&self.a.resize());
        let shared =
            (residue(&public_b) - k * g.pow(&x)).pow_bounded_exp(&exponent, 513).retrieve();
        let prk = mac(&pad(u.to_be_bytes().as_ref()), &[&pad(shared.to_be_bytes().as_ref())]);
        mac(&prk, &[b"Caldera Derived Key\x01"])[..16].try_into().unwrap()
    }

    /// PASSWORD_CLAIM_SIGNATURE before its base64.
    pub(crate) fn signature(
        &self,
        key: &[u8; 16],
        secret_block: &[u8],
        timestamp: &str,
    ) -> [u8; 32] {
        mac(
            key,
            &[
                self.pool_name.as_bytes(),
                self.user_id.as_bytes(),
                secret_block,
                timestamp.as_bytes(),
            ],
        )
    }
}

pub(crate) fn hash(parts: &[&[u8]]) -> [u8; 32] {
    digest(&SHA256, &parts.concat()).as_ref().try_into().unwrap()
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    sign(&Key::new(HMAC_SHA256, key), &parts.concat()).as_ref().try_into().unwrap()
}

/// Minimal big-endian two's complement of a positive integer.
pub(crate) fn pad(bytes: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    while padded.len() > 1 && padded[0] == 0 {
        padded.remove(0);
    }
    if padded[0] >= 0x80 {
        padded.insert(0, 0);
    }
    padded
}

pub(crate) fn from_hex(text: &str) -> Vec<u8> {
    assert!(text.len().is_multiple_of(2), "{text}");
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
