//! Users: how a name finds one, and the only way to write and remove one.

pub(crate) mod aliases;
mod find;
pub mod listing;
mod named;
mod new;
mod origin;
mod place;
mod removal;
pub mod rows;
mod stored;

pub use find::{Names, require_user, require_user_with};
pub(crate) use find::{alias_lookup, find, means, user_get, username_lookup};
pub(crate) use find::{require_free, require_free_sub};
pub(crate) use named::NamedUser;
pub(crate) use new::new_lookup;
pub(crate) use new::{claim, new_user};
pub(crate) use origin::{Counter, CounterReads, Origin, first_network, trust_only_caller};
pub(crate) use place::Found;
pub use place::Place;
pub use removal::remove_user;
pub use stored::attributes_of;
pub(crate) use stored::status_of;
