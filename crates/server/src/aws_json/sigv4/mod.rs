//! Signature Version 4 in its header form (AWS Signature Version 4 signing process; general
//! reference).
//!
//! Nothing here knows about operations or the store: a request's parts, the access keys and the
//! time go in, the caller's access key and region come out.

pub mod canonical;
pub mod parse;
mod refusal;
pub mod verify;

pub use crate::edge::access_keys::{AccessKey, AccessKeys};
pub use refusal::Refusal;
pub use verify::{SignedRequest, Verified, examine, verify};
