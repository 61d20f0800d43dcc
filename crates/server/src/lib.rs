//! The server without its command line: the AWS JSON edge, a pool's public documents, its own
//! endpoints, its configuration, and what an operator can ask of a running server.
//!
//! [`router()`] works in process; [`serve_on`] serves the same on a listener. The `poolkeeper`
//! program (`main.rs`) is built on this library.

pub mod admin;
mod aws_json;
pub mod config;
pub mod dev;
mod edge;
pub mod logging;
pub mod net;
mod routes;
pub mod seed;
pub mod text;

pub use aws_json::sigv4;
pub use edge::{App, DEFAULT_REGION, EdgeMode, Metrics, access_keys, host_rules};
pub use net::{Network, NotANetwork, Peer};
pub use routes::{router, serve_metrics_on, serve_on};
