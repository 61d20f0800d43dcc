//! Tokens of a user pool: ID and access tokens (RS256), refresh tokens (sealed), and the signing
//! keys.

pub mod access;
mod attributes;
pub mod claims;
mod groups;
mod json;
pub mod jwt;
mod key;
mod mint;
pub mod refresh;
mod rotation;

pub use access::{AccessClaims, AccessRefusal};
pub use attributes::Form;
pub use groups::{GroupClaim, preferred_role, roles};
pub use key::{BadKey, PublicKey, SigningKey, jwks};
pub use mint::{Issued, Mint, mint, mint_access, payload};
pub use refresh::{NotARefreshToken, RefreshToken};
pub use rotation::{Rotation, Standing};

pub use crate::seal::JtiKey;
