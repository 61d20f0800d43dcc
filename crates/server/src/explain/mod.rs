//! Explains tokens to people: what a pasted text is, who it is for, what it may be used for, what
//! each claim means, and whether it is valid. The texts are in `texts.json`, which the page in the
//! browser uses too.

mod claims;
mod explanation;
pub(crate) mod http;
mod kind;
mod moment;
mod paste;
mod sentence;
pub(crate) mod shown;
#[cfg(test)]
mod tests;
mod texts;
pub(crate) mod trust;
pub(crate) mod verdict;

pub(crate) use explanation::{Explanation, explain};
pub(crate) use paste::{Pasted, is_pool_id};
