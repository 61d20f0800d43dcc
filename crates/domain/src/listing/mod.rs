//! Listing users: the search index, and the filters of ListUsers.
//!
//! API reference: ListUsers; developer guide: "Managing and searching for user accounts".

mod filter;
mod index;
mod parse;

pub use filter::{Filter, Listed, Match, Searched};
pub use index::{Range, entries};
pub use parse::{Condition, FilterFault, parse};
