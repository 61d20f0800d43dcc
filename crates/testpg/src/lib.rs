//! PostgreSQL for tests: servers of a test process's own, a replicated pair, and a proxy that loses
//! what it is told to lose.
//!
//! Most tests take [`shared`] and a [`Schema`] in it; those that stop or kill a server start a
//! [`Cluster`] or a [`Pair`]; those about a bad network put a [`Proxy`] in front of one. No server
//! outlives the test process, however that ends.
//!
//! All of it may be called inside an async runtime: what needs one brings its own. Starting,
//! stopping and promoting block the calling thread until done.
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
