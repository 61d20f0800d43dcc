//! The `AuthFlow` values of `InitiateAuth`: one file each, found by the build script; a file is named after its flow.

pub(crate) use refresh_token_auth::REVOKED;

include!(concat!(env!("OUT_DIR"), "/flows.rs"));
