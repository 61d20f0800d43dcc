//! One-time codes sent to users: generating them, storing them as MACs, and masking their
//! destinations.

mod mask;

use aws_lc_rs::constant_time::verify_slices_are_equal;

pub use mask::{Medium, SimulatedDelivery, mask_email, mask_phone, simulated_destination};

use crate::Rng;
use crate::seal::StableSecret;

/// Digits of the codes that confirm a sign-up, an attribute, a forgotten password or an MFA step.
pub const DIGITS: usize = 6;
/// Digits of the code that is a first factor (EMAIL_OTP).
pub const FIRST_FACTOR_DIGITS: usize = 8;
/// Lifetime of a code that confirms a sign-up or an attribute.
pub const VERIFICATION_SECONDS: i64 = 24 * 60 * 60;
/// Lifetime of a code for a forgotten password.
pub const FORGOT_PASSWORD_SECONDS: i64 = 60 * 60;

/// A code of `digits` decimal digits, each uniform. With `fixed` (development only), its digits,
/// repeated or truncated to that length.
#[must_use]
pub fn generate(rng: &Rng, digits: usize, fixed: Option<&str>) -> String {
    match fixed {
        Some(fixed) if !fixed.is_empty() => fixed.chars().cycle().take(digits).collect(),
        _ => (0..digits).filter_map(|_| char::from_digit(rng.below(10), 10)).collect(),
    }
}

/// The stored form of a code: a MAC under the pool's stable secret, valid for one user, purpose and
/// destination only.
#[must_use]
pub fn mac(
    stable: &StableSecret,
    user_id: &str,
    purpose: &str,
    destination: &str,
    code: &str,
) -> [u8; 32] {
    let parts = [
        b"code".as_slice(),
        user_id.as_bytes(),
        purpose.as_bytes(),
        destination.as_bytes(),
        code.as_bytes(),
    ];
    stable.mac("code", &parts)
}

/// The stored form of the destination a code was sent to: the code verifies that destination only.
#[must_use]
pub fn destination_mac(
    stable: &StableSecret,
    user_id: &str,
    purpose: &str,
    destination: &str,
) -> [u8; 32] {
    stable.mac(
        "code",
        &[b"destination", user_id.as_bytes(), purpose.as_bytes(), destination.as_bytes()],
    )
}

/// Whether a stored MAC equals the computed one, in constant time.
#[must_use]
pub fn matches(stored: &[u8], computed: &[u8; 32]) -> bool {
    verify_slices_are_equal(stored, computed).is_ok()
}
