//! What is special about the embedded engine.

mod backup;
mod full;
mod group;
mod opening;
mod schema;
mod wal;
