//! Users: their states, their attributes, and the rules by which attributes and sign-in names are
//! accepted.
//!
//! Developer guide: "Working with user attributes", "Signing up and confirming user accounts".

mod aliases;
mod attributes;
mod create;
mod given;
mod name;
mod new_password;
mod refusal;
mod remove;
mod required;
mod status;
mod update;

pub use aliases::active_aliases;
pub use attributes::Attributes;
pub use create::{admin_create, check_admin_create, check_sign_up, sign_up};
pub use name::{SignUpName, admin_create_name, check_free_name, sign_up_name};
pub use new_password::{
    NewPasswordParameters, apply_new_password_attributes, check_new_password_attributes,
    given_new_password_attributes, new_password_parameters,
};
pub use refusal::AttributeRefusal;
pub use remove::{check_admin_delete, check_delete};
pub use required::missing_required;
pub use status::UserStatus;
pub use update::{AttributeUpdate, Verification, check_admin_update, check_update};
