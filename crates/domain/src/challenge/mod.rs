//! Challenge sessions (the `Session` string between two requests of a sign-in) and SRP secret
//! blocks: sealed and self-contained.

mod session;
mod srp_block;
mod wide;

pub use session::{ChallengeSession, TooLarge};
pub use srp_block::{SrpBlock, secret_block_bytes};

/// Why a challenge session or a secret block is refused. `Display` is the service's message of
/// `NotAuthorizedException`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidSession {
    /// Not a session, tampered with, or issued for another pool, client, user or challenge.
    Invalid,
    /// Past its expiry.
    Expired,
    /// Has already produced a result. Detected by the store, not on opening.
    Spent,
}

impl std::fmt::Display for InvalidSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Invalid => "Invalid session for the user.",
            Self::Expired => "Invalid session for the user, session is expired.",
            Self::Spent => "Invalid session for the user, session can only be used once.",
        })
    }
}

impl std::error::Error for InvalidSession {}
