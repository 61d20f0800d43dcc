//! The server: the AWS JSON edge, a pool's public documents, the endpoints of its own, and the
//! command line.
//!
//! [`router`] works in process; [`serve_on`] puts it behind a listener; [`cli`] is the `poolkeeper`
//! program.

mod admin;
mod app;
mod aws_json;
mod caught;
pub mod cli;
pub mod config;
mod dev_guard;
mod edge;
mod first_pool;
mod health;
mod inbox;
mod linger;
mod listen;
pub mod logging;
mod metrics;
mod network;
mod open_files;
mod own_call;
mod pages;
mod per_thread;
mod router;
pub mod seed;
pub mod sigv4;
mod slots;
mod slow_reader;
mod stopwatch;
mod token;
mod well_known;

pub use app::{App, DEFAULT_REGION, EdgeMode};
pub use edge::Peer;
pub use listen::serve_on;
pub use metrics::Metrics;
pub use network::{Network, NotANetwork};
pub use router::router;
