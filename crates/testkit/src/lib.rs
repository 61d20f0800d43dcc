//! A whole server in the test process: fixed clock, seeded randomness, pre-generated keys, and
//! clients for its protocols.
//!
//! A test starts with [`TestServer::start`] or [`TestServer::builder`], creates a pool, an app
//! client and users with the handles of `scene`, and calls operations through the real router.
//! Handles are cheap to clone into tasks.
#![expect(clippy::expect_used, clippy::panic, reason = "a test helper fails by panicking")]

mod answer;
mod calendar;
mod faults;
mod forge;
mod jwt;
mod keys;
mod place;
mod race;
mod redact;
mod scene;
mod server;
mod signer;
mod temp_dir;
mod work;

pub mod vfs;

pub use answer::{Answer, Refusal};
pub use calendar::srp_timestamp;
pub use faults::{Disk, HeldCommit, Holding, Losing};
pub use forge::{forge, hs256, rs256, unsigned};
pub use jwt::Jwt;
pub use keys::key_pairs;
pub use place::ENGINE;
pub use race::race;
pub use redact::redacted;
pub use scene::{PASSWORD, TestClient, TestPool, Tokens, merged};
pub use server::{ACCESS_KEY, Builder, REGION, TestServer};
pub use signer::{Credentials, authorization};
pub use srp_client::{Challenge, SRP_PRIME, SrpClient};
pub use temp_dir::TempDir;
pub use work::Work;
