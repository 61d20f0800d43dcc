//! Tests of the embedded engine's own behaviour.

mod backup;
mod full;
mod group;
mod opening;
mod schema;
mod upgrading;
mod wal;
