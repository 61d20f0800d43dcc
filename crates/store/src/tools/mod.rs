//! Operators' tools: copying, checking, backing up and migrating a store.

pub(crate) mod backup;
pub mod copy;
pub mod doctor;
pub(crate) mod migrate;
mod placed;
