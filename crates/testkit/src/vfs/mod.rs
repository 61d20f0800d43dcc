//! A recording SQLite VFS: what was written to which file, what was synced since, and what a power
//! loss would leave.
//!
//! [`Recording::register`] adds a VFS on top of the system's own. A store opened with its name
//! works as usual, and every write, truncation, sync and deletion is recorded in one global order.
//! This supports two kinds of proof: that a write was on disk before its commit was acknowledged
//! ([`Recording::fate`]), and that a folder holding only what a power loss would leave
//! ([`Recording::power_loss`]) has everything that was acknowledged.

mod event;
mod image;
mod recording;
mod shim;

#[cfg(test)]
mod tests;

pub use event::{Event, FileKind, What};
pub use image::Unsynced;
pub use recording::{Fate, Moment, Recording};
