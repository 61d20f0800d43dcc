//! Texts and dates in the forms that people and programs read. No I/O.

pub mod date;
mod steering;

pub use steering::{harmless, harmless_json, is_steering};
