//! The `AuthFlow` values of `InitiateAuth` and `AdminInitiateAuth`: one file each, found by the
//! build script; a file is named after its flow.

include!(concat!(env!("OUT_DIR"), "/flows.rs"));
