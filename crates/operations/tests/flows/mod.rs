//! One file per flow of `InitiateAuth`.

mod refresh_token;
mod refresh_token_auth;
mod user_password_auth;
mod user_srp_auth;
