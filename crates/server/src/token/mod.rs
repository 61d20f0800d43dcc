//! Tokens explained to people: what a pasted text is, whom it is for, what it may be used for, what each claim says, and whether
//! it is good. The sentences stand in `texts.json`, which the page in the browser reads too.

mod claims;
mod explain;
mod kind;
mod moment;
pub(crate) mod page;
mod paste;
mod sentence;
mod texts;

pub(crate) use explain::{Claim, Explanation, explain};
pub(crate) use kind::Kind;
pub(crate) use moment::in_words;
pub(crate) use paste::{Jwt, Pasted};
pub(crate) use sentence::{Filled, harmless};
pub(crate) use texts::{TEXTS, texts};
