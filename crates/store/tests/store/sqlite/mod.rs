//! What is special about the embedded engine.

mod full;
mod opening;
mod schema;
mod wal;
