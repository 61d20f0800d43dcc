//! The search index of users: each value of each attribute, folded and truncated.

use std::collections::BTreeSet;

use super::filter::Listed;
use crate::names::folded;

/// Longest value in the index, in bytes. A longer value is indexed by its beginning and then
/// checked against the user's row.
const MAX_BYTES: usize = 256;

/// All index entries of a user: each name a filter may use, with its value in indexed form. `sub`
/// is not included because users are keyed by it.
pub fn entries(user: &Listed<'_>) -> BTreeSet<(String, String)> {
    let own = [
        ("username", user.username),
        ("cognito:user_status", user.status),
        ("status", user.enabled_text()),
    ];
    let storable = |name: &str| name.replace('\0', REPLACEMENT);
    own.into_iter()
        .chain(user.attributes.iter())
        .map(|(name, value)| (storable(name), truncated(&folded(value))))
        .collect()
}

/// Replaces NUL, which not every engine can store in text.
const REPLACEMENT: &str = "\u{fffd}";

/// The index values that a condition may match.
#[derive(Clone, PartialEq, Eq)]
pub enum Range {
    /// Exactly this value.
    One(String),
    /// From the first value, inclusive, to the second, exclusive; to the end without a second.
    From(String, Option<String>),
}

impl Range {
    /// The values that begin with a folded text.
    pub(super) fn beginning(folded: &str) -> Self {
        let from = truncated(folded);
        let below = after_all(&from);
        Self::From(from, below)
    }

    /// The values equal to a folded text, or truncated where it is.
    pub(super) fn equal(folded: &str) -> Self {
        Self::One(truncated(folded))
    }
}

/// Truncates a folded value to its indexed form. If one value begins with another, its indexed form
/// begins with the other's.
fn truncated(folded: &str) -> String {
    let text = folded.replace('\0', REPLACEMENT);
    let end = text.floor_char_boundary(MAX_BYTES);
    text.get(..end).unwrap_or_default().to_owned()
}

/// The smallest text that sorts, byte by byte, after every text beginning with `prefix`; `None` if
/// there is no such text.
fn after_all(prefix: &str) -> Option<String> {
    let mut chars: Vec<char> = prefix.chars().collect();
    while let Some(last) = chars.pop() {
        if let Some(next) = next(last) {
            chars.push(next);
            return Some(chars.into_iter().collect());
        }
    }
    None
}

/// The next character in code point order, which is also the order of the UTF-8 bytes.
fn next(c: char) -> Option<char> {
    // U+D7FF is followed by the surrogates, which are not characters.
    if c == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(c).saturating_add(1)) }
}
