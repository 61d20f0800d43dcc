//! The store takes no writes, or is away.

mod full_disk;
mod lost_database;
mod unreadable_pool;
