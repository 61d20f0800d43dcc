use std::fmt;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::digest::{self, SHA256};
use crypto_bigint::U3072;
use zeroize::{Zeroize, Zeroizing};

use super::fixed_base::generator_power;
use super::group::{Element, bytes, pad, prime, reduced};
use crate::Rng;
use crate::hex::hex;

pub(super) const SALT_LEN: usize = 16;

/// The stored form of a password for SRP: the salt and `v = g^x mod N`. It allows guessing the
/// password offline, so it is stored sealed.
#[derive(Clone)]
pub struct Verifier {
    salt: [u8; SALT_LEN],
    v: Box<Element>,
}

/// Bytes that are not a stored verifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MalformedVerifier;

impl Verifier {
    /// The verifier of `password`. `user_id` is the USER_ID_FOR_SRP that the server will send,
    /// `pool_name` the part of the pool id after `_`. One modular power.
    #[must_use]
    pub fn derive(
        pool_name: &str,
        user_id: &str,
        password: &str,
        salt: [u8; SALT_LEN],
    ) -> Verifier {
        let x = private_key(pool_name, user_id, password, &salt);
        Verifier { salt, v: Box::new(*generator_power(&x)) }
    }

    /// A verifier that fits no password but looks like a real one: `v` is pseudo-random instead of
    /// a power, which nobody can detect without `v`.
    pub(crate) fn simulated(salt: [u8; SALT_LEN], v: &Element) -> Verifier {
        Verifier { salt, v: Box::new(bytes(&reduced(&U3072::from_be_slice(v)))) }
    }

    /// Whether `password` is the one this verifier was derived from, in constant time. One modular
    /// power.
    #[must_use]
    pub fn check(&self, pool_name: &str, user_id: &str, password: &str) -> bool {
        let other = Verifier::derive(pool_name, user_id, password, self.salt);
        verify_slices_are_equal(self.v.as_slice(), other.v.as_slice()).is_ok()
    }

    /// SALT as the challenge parameters carry it: lower-case hex, the first byte never `00`.
    #[must_use]
    pub fn salt_hex(&self) -> String {
        hex(&self.salt)
    }

    /// Salt (16 bytes) and `v` (384 bytes, big-endian).
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.salt.as_slice(), self.v.as_slice()].concat())
    }

    /// Reads the form of [`Verifier::to_bytes`]. A salt with a leading zero byte, and a `v` of 0 or
    /// not below `N`, are refused.
    pub fn from_bytes(stored: &[u8]) -> Result<Verifier, MalformedVerifier> {
        let (salt, v) = stored.split_first_chunk::<SALT_LEN>().ok_or(MalformedVerifier)?;
        let v: &Element = v.try_into().map_err(|_| MalformedVerifier)?;
        let value = U3072::from_be_slice(v);
        let in_group = !value.is_zero_vartime() && value.cmp_vartime(prime()).is_lt();
        if salt[0] == 0 || !in_group {
            return Err(MalformedVerifier);
        }
        Ok(Verifier { salt: *salt, v: Box::new(*v) })
    }

    pub(super) fn v(&self) -> &Element {
        &self.v
    }
}

impl Drop for Verifier {
    fn drop(&mut self) {
        self.v.zeroize();
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verifier(..)")
    }
}

impl fmt::Display for MalformedVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stored SRP verifier is malformed")
    }
}

impl std::error::Error for MalformedVerifier {}

/// A salt for [`Verifier::derive`]. Its first byte is never 0: some clients read SALT as an
/// integer, which drops leading zeros, others hash the hex as given.
#[must_use]
pub fn new_salt(rng: &Rng) -> [u8; SALT_LEN] {
    loop {
        let salt: [u8; SALT_LEN] = rng.bytes();
        if salt[0] != 0 {
            return salt;
        }
    }
}

/// `x = H(pad(salt) | H(pool name | user id | ":" | password))`. For a device, the group key takes
/// the place of the pool name, and the device key that of the user id.
#[must_use]
pub fn private_key(
    pool_name: &str,
    user_id: &str,
    password: &str,
    salt: &[u8],
) -> Zeroizing<[u8; 32]> {
    let mut inner = digest::Context::new(&SHA256);
    for part in [pool_name, user_id, ":", password] {
        inner.update(part.as_bytes());
    }
    let mut outer = digest::Context::new(&SHA256);
    outer.update(&pad(salt));
    outer.update(inner.finish().as_ref());
    let mut x = Zeroizing::new([0; 32]);
    x.copy_from_slice(outer.finish().as_ref());
    x
}
