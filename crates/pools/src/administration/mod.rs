//! What administrators do to users: create them, confirm them, and set and reset their passwords.
//! See [`crate::self_service`] for what users do for themselves.

mod confirm_sign_up;
mod create_user;
mod invitation;
mod reset_password;
mod set_password;

pub use confirm_sign_up::confirm_sign_up;
pub use create_user::{NewUser, create_user, resend_invitation};
pub use invitation::Invitation;
pub use reset_password::reset_password;
pub use set_password::set_password;

/// A user as an administrator names it.
#[derive(Clone, Copy)]
pub struct PoolUser<'a> {
    /// The pool's id.
    pub pool_id: &'a str,
    /// Username, alias or `sub`, as sent.
    pub username: &'a str,
}
