//! The challenges that `RespondToAuthChallenge` and `AdminRespondToAuthChallenge` answer: one file
//! each, found by the build script; a file is named after its challenge.

include!(concat!(env!("OUT_DIR"), "/challenges.rs"));
