//! User pools themselves: stored settings, how they are changed, and public documents.

mod change;
mod create;
mod delete;
mod published;
mod resource;
mod stored;
pub mod well_known;

pub use change::change;
pub use create::create;
pub use delete::delete;
pub use resource::require_pool_id;
pub use stored::{require_live, require_stored_pool};
