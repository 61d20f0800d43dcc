//! A recording VFS of SQLite: what was written to which file, what was synced since, and what a
//! power loss would leave.
//!
//! [`Recording::register`] puts one more VFS over the system's own; a store opened with its name
//! works as ever, and every write, truncation, sync and deletion is kept in one global order. From
//! it follow two kinds of proof: that a write was on the disk before its commit was acknowledged
//! ([`Recording::fate`]), and that a folder holding only what a power loss would have left
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
