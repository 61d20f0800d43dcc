//! SRP-6a in the variant that Amazon Cognito's clients speak: the 3072-bit group of RFC 5054
//! appendix A, `g = 2`, SHA-256, and integers hashed as minimal two's complement.
//!
//! Differences from RFC 5054: nothing is padded to the length of `N`; `x` hashes pool name and user
//! id before the password; the session key comes from HKDF and has 16 bytes; the client proves that
//! it has it with an HMAC over the secret block and a timestamp.

mod exchange;
mod fixed_base;
mod group;
mod power;
mod public;
#[cfg(test)]
mod tests;
mod timestamp;
mod verifier;

pub use exchange::{Exchange, session_key, signature};
pub use public::{ClientPublic, InvalidPublic};
pub use timestamp::parse_timestamp;
pub use verifier::{MalformedVerifier, Verifier, new_salt, private_key};
