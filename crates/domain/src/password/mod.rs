//! Password rules and temporary passwords.

mod policy;
mod temporary;

pub use policy::{PasswordPolicy, PolicyBreach, shape_ok};
pub use temporary::generate_temporary;
