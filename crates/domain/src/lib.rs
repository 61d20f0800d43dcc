//! The rules of user pools: credentials, tokens, names, settings. No HTTP, no SQL, no wall clock,
//! no global randomness.

pub mod challenge;
pub mod client;
mod clock;
pub mod code;
pub mod credential;
mod document;
pub mod expiry;
pub mod group;
mod hex;
pub mod ids;
pub mod listing;
pub mod lockout;
pub mod message;
mod meter;
pub mod names;
pub mod password;
pub mod pool;
mod rate;
mod rng;
pub mod schema;
pub mod seal;
pub mod session;
mod settings_refusal;
pub mod srp;
pub mod token;
pub mod user;

pub use clock::{Clock, ManualClock, Time};
pub use meter::{Counts, Meter};
pub use rate::{Rate, Spent};
pub use rng::{Rng, Uuids};
