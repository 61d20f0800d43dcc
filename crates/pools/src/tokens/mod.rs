//! Tokens: what a sign-in grants, how tokens are signed, refreshed and revoked, and how access
//! tokens authorize the self-service operations.

mod access;
pub(crate) mod families;
mod grant;
mod issue;
mod refresh;
mod revoke;
pub mod sessions;
mod sign_out;

pub use access::{Access, UserGone, require_access};
pub(crate) use grant::API_SCOPE;
pub use grant::{Grant, Kinds, Wanted};
pub use issue::Tokens;
pub(crate) use issue::{groups_of, issue};
pub use refresh::{Refresh, refresh_tokens};
pub use revoke::revoke;
pub use sign_out::end_sign_ins;
