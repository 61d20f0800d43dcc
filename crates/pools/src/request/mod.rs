//! One request: the running server, the context of the request, and how it reads, decides and
//! commits.

pub mod chosen;
mod ctx;
mod expiry_bound;
mod guessing;
mod key_stock;
mod mixed_pools;
mod once;
pub mod paging;
mod reread;
mod retry;
mod server;
mod settings;
mod triggers;

pub use chosen::Chosen;
pub use ctx::Ctx;
pub(crate) use once::Once;
pub(crate) use reread::Rereads;
pub use retry::Tries;
pub use server::{Parts, Server, StartError};
pub use settings::{IssuerForm, Settings};
pub(crate) use triggers::SENDING;
pub use triggers::refuse_configured;
