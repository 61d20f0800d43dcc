//! What applies to every request, whatever its protocol: its id, the Host rule of `dev`, one log
//! line, one count, and an answer even if a handler panics. Also the endpoints that belong to no
//! protocol: health, metrics, a pool's public documents.

pub mod access_keys;
mod app;
pub(crate) mod caught;
pub(crate) mod client_address;
mod handled;
pub(crate) mod health;
pub mod host_rules;
mod metrics;
mod own_json;
mod per_thread;
mod readiness;
mod refusal;
mod service;
mod stopwatch;
mod waits;
pub(crate) mod well_known;
mod wrong_signatures;

pub use app::{App, DEFAULT_REGION, EdgeMode};
pub(crate) use handled::{Handled, RequestId};
pub use metrics::Metrics;
pub(crate) use own_json::own_json;
pub(crate) use refusal::Refusal;
pub(crate) use service::Edge;
