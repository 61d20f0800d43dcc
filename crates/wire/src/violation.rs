//! The service's wording of constraint violations.

use std::fmt;

use crate::constraint::{Kind, Shape};

/// The number of bytes quoted of a longer value: the description of the violation follows it and
/// must stay visible.
pub(crate) const MAX_QUOTED: usize = 8 * 1024;

/// A member that violates a constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The path: member names with the first letter in lower case, list elements as
    /// `<list>.<1-based index>.member`.
    pub path: String,
    /// The offending value; absent for sensitive values, blobs, and values that contain either.
    pub value: Option<Quoted>,
    /// The constraint's text, such as `Member must not be null`.
    pub constraint: String,
}

/// An offending value as messages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quoted {
    /// No value where one is required.
    Null,
    /// A value, printed between quotation marks.
    Text(String),
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, value, constraint } = self;
        let fault = format_args!("at '{path}' failed to satisfy constraint: {constraint}");
        match value {
            Some(Quoted::Text(value)) => {
                let value = value.get(..value.floor_char_boundary(MAX_QUOTED)).unwrap_or_default();
                write!(f, "Value '{value}' {fault}")
            }
            Some(Quoted::Null) => write!(f, "Value null {fault}"),
            None => write!(f, "Value {fault}"),
        }
    }
}

/// All violations of a request, at least one. `Display` is the message of the service's exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations {
    all: Vec<Violation>,
}

impl Violations {
    /// `None` for an empty list.
    pub(crate) fn new(all: Vec<Violation>) -> Option<Self> {
        (!all.is_empty()).then_some(Self { all })
    }

    /// The violations in the order of the message.
    pub fn iter(&self) -> impl Iterator<Item = &Violation> {
        self.all.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.all.len();
        let plural = if count == 1 { "" } else { "s" };
        write!(f, "{count} validation error{plural} detected: ")?;
        for (index, violation) in self.all.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

/// A required member is absent or null.
pub(crate) const NOT_NULL: &str = "Member must not be null";

/// The length is below the minimum.
pub(crate) fn minimum_length(min: i64) -> String {
    format!("Member must have length greater than or equal to {min}")
}

/// The length is above the maximum.
pub(crate) fn maximum_length(max: i64) -> String {
    format!("Member must have length less than or equal to {max}")
}

/// The number is below the minimum.
pub(crate) fn minimum_value(min: i64) -> String {
    format!("Member must have value greater than or equal to {min}")
}

/// The number is above the maximum.
pub(crate) fn maximum_value(max: i64) -> String {
    format!("Member must have value less than or equal to {max}")
}

/// The string does not match.
pub(crate) fn pattern(text: &str) -> String {
    format!("Member must satisfy regular expression pattern: {text}")
}

/// The string is not in the set.
pub(crate) fn value_set(values: &[&str]) -> String {
    format!("Member must satisfy enum value set: [{}]", values.join(", "))
}

/// Everything that `shape` requires of a list element or of a map's key or value, in the service's
/// order.
pub(crate) fn all_of(shape: &Shape) -> String {
    let number = matches!(shape.kind, Kind::Integer | Kind::Long);
    let mut texts = Vec::new();
    texts.extend(shape.max.map(if number { maximum_value } else { maximum_length }));
    texts.extend(shape.min.map(if number { minimum_value } else { minimum_length }));
    texts.extend(shape.pattern.map(|it| pattern(it.text)));
    if let Kind::Enumeration(values) = shape.kind {
        texts.push(value_set(values));
    }
    if texts.is_empty() {
        texts.push(NOT_NULL.to_owned());
    }
    format!("[{}]", texts.join(", "))
}
