use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Prk};
use zeroize::Zeroizing;

use super::{AtRest, PasswordCredential, PasswordSecret, argon};
use crate::Time;
use crate::seal::StableSecret;
use crate::srp::Verifier;

const SPARE_LEN: usize = 16;
const SALT_LEN: usize = 16;
const VERIFIER_LEN: usize = 384;
const HASH_LEN: usize = 32;

impl PasswordCredential {
    /// The credential of a user that does not exist: always the same for the same name, in the form
    /// of a real one, and matched by no password. Checking a password against it does the same work
    /// as a real check. `name` is the sign-in name as sent, normalised. Making it takes a few
    /// microseconds, about as long as reading and unsealing a real one, and no modular power.
    #[must_use]
    pub fn simulated(
        stable: &StableSecret,
        at_rest: AtRest,
        pool_name: &str,
        name: &str,
    ) -> PasswordCredential {
        let seed = Zeroizing::new(
            stable.mac("simulate", &[b"credential", pool_name.as_bytes(), name.as_bytes()]),
        );
        let secret = match at_rest {
            AtRest::Srp => {
                let (salt, v) = draw::<VERIFIER_LEN>(&seed);
                PasswordSecret::Srp(Verifier::simulated(salt, &v))
            }
            AtRest::Argon2id => {
                let (salt, hash) = draw::<HASH_LEN>(&seed);
                PasswordSecret::Argon2id(argon::phc(&salt, &hash))
            }
        };
        PasswordCredential { secret, issued: Time::default(), temporary: false }
    }
}

/// A salt and `N` further bytes from HKDF-Expand. As in a real salt the first byte is not 0: if it
/// is drawn as 0, a byte of the spare run before it takes its place.
#[expect(clippy::expect_used, reason = "INVARIANT: HKDF-SHA256 gives up to 8,160 bytes")]
fn draw<const N: usize>(seed: &[u8; 32]) -> ([u8; SALT_LEN], Zeroizing<[u8; N]>) {
    let mut stream = Zeroizing::new([0; SPARE_LEN + SALT_LEN + VERIFIER_LEN]);
    let root = Prk::new_less_safe(HKDF_SHA256, seed);
    root.expand(&[b"simulated credential"], Stream)
        .and_then(|okm| okm.fill(stream.as_mut_slice()))
        .expect("HKDF fills the stream");
    let (spare, rest) = stream.split_at(SPARE_LEN);
    let mut salt = [0; SALT_LEN];
    let mut further = Zeroizing::new([0; N]);
    salt.copy_from_slice(&rest[..SALT_LEN]);
    further.copy_from_slice(&rest[SALT_LEN..SALT_LEN + N]);
    if salt[0] == 0 {
        salt[0] = spare.iter().copied().find(|byte| *byte != 0).unwrap_or(1);
    }
    (salt, further)
}

struct Stream;

impl KeyType for Stream {
    fn len(&self) -> usize {
        SPARE_LEN + SALT_LEN + VERIFIER_LEN
    }
}
