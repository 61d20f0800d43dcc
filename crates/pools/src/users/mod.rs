//! Users: how a name finds one, and the one way to write and remove one.

pub mod aliases;
mod find;
pub mod listing;
mod named;
mod new;
mod place;
mod removal;
pub mod rows;
mod stored;

pub use find::{
    alias_lookup, find, means, require_free, require_free_sub, require_user, require_user_with,
    user_get, username_lookup,
};
pub use named::NamedUser;
pub use new::{claim, new_lookup, new_user};
pub use place::{Found, Place};
pub use removal::remove_user;
pub use stored::{attributes_of, status_of};
