//! App clients: as stored, and how they authenticate.

mod create;
pub mod secrets;
mod stored;

pub use create::{NewClient, create};
pub use secrets::ClientProof;
pub use stored::StoredClient;
