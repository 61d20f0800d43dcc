//! Features of `poolkeeper dev` only: the first user pool, the inbox and the pages for developers.

pub mod first_pool;
pub(crate) mod inbox;
pub(crate) mod pages;
mod pair;
pub(crate) mod token;

pub use pair::Pair;
