//! Parsing the text of a filter: `AttributeName = "value"` or `AttributeName ^= "value"`.

use super::Match;

/// Longest filter, in characters.
const MAX_CHARACTERS: usize = 256;

/// The only condition of a filter, as written.
#[derive(Clone, PartialEq, Eq)]
pub struct Condition {
    /// The name before the operator.
    pub name: String,
    /// The operator.
    pub how: Match,
    /// The text between the quotation marks.
    pub value: String,
}

impl std::fmt::Debug for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Condition")
            .field("name", &self.name)
            .field("how", &self.how)
            .finish_non_exhaustive()
    }
}

/// Why a filter is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterFault {
    /// The text cannot be parsed.
    Unparsable,
    /// The pool has no attribute of this name.
    UnknownAttribute(String),
}

impl std::fmt::Display for FilterFault {
    /// The message that ListUsers returns.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unparsable => f.write_str("Error while parsing filter."),
            Self::UnknownAttribute(name) => write!(f, "Invalid search attribute: {name}"),
        }
    }
}

/// Parses a filter; a blank one is `None`. White space may surround each of its parts. Within the
/// quotation marks, `\"` is a quotation mark and `\\` a backslash; a backslash before anything else
/// stands for itself (inferred).
///
/// # Errors
/// [`FilterFault::Unparsable`].
pub fn parse(text: &str) -> Result<Option<Condition>, FilterFault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    if text.chars().count() > MAX_CHARACTERS {
        return Err(FilterFault::Unparsable);
    }
    condition(text.trim()).map(Some).ok_or(FilterFault::Unparsable)
}

fn condition(text: &str) -> Option<Condition> {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '=' | '^' | '"'))?;
    let (name, rest) = text.split_at_checked(end).filter(|(name, _)| !name.is_empty())?;
    let rest = rest.trim_start();
    let (how, rest) = match (rest.strip_prefix("^="), rest.strip_prefix('=')) {
        (Some(rest), _) => (Match::Prefix, rest),
        (None, Some(rest)) => (Match::Equal, rest),
        (None, None) => return None,
    };
    let value = quoted(rest.trim_start().strip_prefix('"')?)?;
    Some(Condition { name: name.to_owned(), how, value })
}

/// The text before the closing quotation mark, which must end the input.
fn quoted(text: &str) -> Option<String> {
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return chars.as_str().is_empty().then_some(value),
            '\\' => match chars.next()? {
                escaped @ ('"' | '\\') => value.push(escaped),
                other => value.extend(['\\', other]),
            },
            other => value.push(other),
        }
    }
    None
}
