//! The stored form of a user's password.

mod argon;
mod password;
mod simulated;

pub use argon::Argon2Memory;
pub use password::{AtRest, MalformedCredential, NewPassword, PasswordCredential, PasswordSecret};
