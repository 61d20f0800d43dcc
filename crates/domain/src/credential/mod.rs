//! The stored form of a user's password.

mod argon;
mod check;
mod password;
mod simulated;

pub use argon::Argon2Memory;
pub use check::{Checked, GivenPassword};
pub use password::{AtRest, MalformedCredential, NewPassword, PasswordCredential, PasswordSecret};
