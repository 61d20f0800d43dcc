//! The verifier from a resource server's view: each check, hostile tokens, the keys, and a real
//! server's tokens.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a panic fails the test")]

mod answers;
mod axum;
mod cache;
mod checks;
mod config;
mod end_to_end;
mod fixture;
mod hostile;
mod https;
