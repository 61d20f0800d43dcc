//! One file per flow of `InitiateAuth`.

mod user_password_auth;
mod user_srp_auth;
