use std::fmt;

use aws_lc_rs::digest::{self, SHA256};
use aws_lc_rs::hmac;
use zeroize::Zeroizing;

use super::fixed_base::generator_power;
use super::group::{K, element, pad, residue};
use super::power::power;
use super::{ClientPublic, Verifier};
use crate::Rng;
use crate::hex::hex;

/// The server's ephemeral values of one SRP exchange.
pub struct Exchange {
    /// The secret exponent `b`.
    pub b: Zeroizing<[u8; 32]>,
    /// `B = (k·v + g^b) mod N`, 384 bytes, big-endian, the first byte never 0.
    pub public: Vec<u8>,
}

impl Verifier {
    /// Begins an exchange with a fresh `b` of 256 bits. One modular power.
    #[must_use]
    pub fn exchange(&self, rng: &Rng) -> Exchange {
        loop {
            let exchange = self.exchange_with(Zeroizing::new(rng.bytes()));
            // One in 256 is drawn again: otherwise clients that hash SRP_B as the hex they received
            // would disagree with those that parse it first.
            if exchange.public.first().is_some_and(|top| *top != 0) {
                return exchange;
            }
        }
    }

    /// The exchange with this `b`. One modular power.
    #[must_use]
    pub fn exchange_with(&self, b: Zeroizing<[u8; 32]>) -> Exchange {
        let public = K.mul(&residue(self.v())).add(&residue(&generator_power(&b)));
        Exchange { b, public: element(&public).to_vec() }
    }
}

impl Exchange {
    /// SRP_B: lower-case hex.
    #[must_use]
    pub fn public_hex(&self) -> String {
        hex(&self.public)
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Exchange(..)")
    }
}

/// The session key `K`: the first 16 bytes of HKDF-SHA256 over `S = (A · v^u)^b mod N`, salted with
/// `u = H(pad(A) | pad(B))`. `None` if `u` is 0. Two modular powers.
#[must_use]
pub fn session_key(
    verifier: &Verifier,
    client: &ClientPublic,
    b: &[u8; 32],
    public_b: &[u8],
) -> Option<Zeroizing<[u8; 16]>> {
    let u = scrambler(client, public_b)?;
    let base = residue(client.element()).mul(&residue(&power(verifier.v(), &u)));
    let shared = power(&Zeroizing::new(element(&base)), b);
    let padded = Zeroizing::new(pad(shared.as_slice()));
    let prk = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &pad(&u)), &padded);
    let okm =
        hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, prk.as_ref()), b"Caldera Derived Key\x01");
    let mut key = Zeroizing::new([0; 16]);
    key.copy_from_slice(&okm.as_ref()[..16]);
    Some(key)
}

/// The proof that PASSWORD_CLAIM_SIGNATURE must equal (after base64): HMAC-SHA256 under `key` over
/// pool name, user id, the decoded secret block and the timestamp as received. Compare it in
/// constant time.
#[must_use]
pub fn signature(
    key: &[u8; 16],
    pool_name: &str,
    user_id: &str,
    secret_block: &[u8],
    timestamp: &str,
) -> [u8; 32] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key));
    for part in [pool_name.as_bytes(), user_id.as_bytes(), secret_block, timestamp.as_bytes()] {
        context.update(part);
    }
    let mut out = [0; 32];
    out.copy_from_slice(context.sign().as_ref());
    out
}

fn scrambler(client: &ClientPublic, public_b: &[u8]) -> Option<[u8; 32]> {
    let mut context = digest::Context::new(&SHA256);
    context.update(&pad(client.element()));
    context.update(&pad(public_b));
    let mut u = [0; 32];
    u.copy_from_slice(context.finish().as_ref());
    (u != [0; 32]).then_some(u)
}
