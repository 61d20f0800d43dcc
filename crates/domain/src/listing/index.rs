//! What users are found by: each value of each attribute, folded and cut.

use std::collections::BTreeSet;

use super::filter::Listed;
use crate::names::folded;

/// Longest value in the index, in bytes. Whatever is longer is found by its beginning, and checked
/// on the user's row.
const LONGEST: usize = 256;

/// Everything that a user is found by: names that may stand in a filter, each with the value as the
/// index has it. `sub` is not among them: users are placed by it.
pub fn entries(user: &Listed<'_>) -> BTreeSet<(String, String)> {
    let own = [
        ("username", user.username),
        ("cognito:user_status", user.status),
        ("status", user.enabled_text()),
    ];
    let attributes = user.attributes.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let storable = |name: &str| name.replace('\0', REPLACEMENT);
    own.into_iter()
        .chain(attributes)
        .map(|(name, value)| (storable(name), cut(&folded(value))))
        .collect()
}

/// Stands for a zero byte, which not every engine has in a text.
const REPLACEMENT: &str = "\u{fffd}";

/// The values that a condition may match, as the index has them.
#[derive(Clone, PartialEq, Eq)]
pub enum Range {
    /// Exactly this one.
    One(String),
    /// From this one on, up to but without the second; without it to the end.
    From(String, Option<String>),
}

impl Range {
    /// The values that begin with a folded text.
    pub(super) fn beginning(folded: &str) -> Self {
        let from = cut(folded);
        let below = behind_all(&from);
        Self::From(from, below)
    }

    /// The values that equal a folded text, or are cut where it is.
    pub(super) fn equal(folded: &str) -> Self {
        Self::One(cut(folded))
    }
}

/// The beginning of a folded value that stands in the index: the cut of a value begins with the cut
/// of each of its beginnings.
fn cut(folded: &str) -> String {
    let text = folded.replace('\0', REPLACEMENT);
    let end = text.floor_char_boundary(LONGEST);
    text.get(..end).unwrap_or_default().to_owned()
}

/// The least text that is greater, byte by byte, than every text that begins with `prefix`; `None`
/// where there is none.
fn behind_all(prefix: &str) -> Option<String> {
    let mut chars: Vec<char> = prefix.chars().collect();
    while let Some(last) = chars.pop() {
        if let Some(next) = next(last) {
            chars.push(next);
            return Some(chars.into_iter().collect());
        }
    }
    None
}

/// The next character in the order of code points, which is the order of the bytes.
fn next(c: char) -> Option<char> {
    // Behind D7FF come the surrogates, which are no characters.
    if c == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(c).saturating_add(1)) }
}
