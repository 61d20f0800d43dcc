//! One file per operation.

mod get_user;
mod sign_up;
