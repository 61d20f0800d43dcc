//! PostgreSQL for tests: servers owned by the test process, a replicated pair, and a proxy that
//! loses what a test chooses.
//!
//! Most tests use [`shared`] with a [`Schema`] in it; tests that stop or kill a server start a
//! [`Cluster`] or a [`Pair`]; tests of bad networks put a [`Proxy`] in front of one. No server
//! outlives the test process, however the process ends.
//!
//! Everything may be called inside an async runtime: functions that need a runtime bring their own.
//! Starting, stopping and promoting block the calling thread until done.
#![expect(clippy::expect_used, clippy::panic, reason = "a test helper fails by panicking")]

mod account;
mod blocking;
mod cluster;
mod config;
mod folder;
mod pair;
mod port;
mod programs;
mod proxy;
mod schema;
mod supervisor;

pub use blocking::{block_on, connect};
pub use cluster::{Cluster, shared};
pub use config::Config;
pub use pair::Pair;
pub use proxy::{Fault, Faults, Injected, Proxy};
pub use schema::Schema;
