//! Clocks that are wrong or differ.

mod expiry;
mod nodes;
