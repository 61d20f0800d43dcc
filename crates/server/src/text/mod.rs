//! Formats text and dates for people and programs. No I/O.

pub mod date;
mod steering;

pub use steering::{harmless, harmless_json, is_steering};
