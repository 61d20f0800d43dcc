//! App clients: as stored, and how they prove who they are.

pub mod secrets;
mod stored;

pub use secrets::ClientProof;
pub use stored::StoredClient;
