//! One file per flow of `InitiateAuth` and `AdminInitiateAuth`.

mod admin_no_srp_auth;
mod admin_user_password_auth;
mod refresh_token;
mod refresh_token_auth;
mod user_password_auth;
mod user_srp_auth;
