//! What only `poolkeeper dev` has: the first user pool, the inbox and the pages for people who
//! develop.

pub mod first_pool;
pub(crate) mod inbox;
pub(crate) mod pages;
mod pair;
pub(crate) mod token;

pub use pair::Pair;
