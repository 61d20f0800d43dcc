//! Matching users against a filter.

use super::index::Range;
use super::parse::{Condition, FilterFault};
use crate::names::{AliasKind, folded, normalise};
use crate::schema::Schema;
use crate::user::Attributes;

/// The operator of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// `=`
    Equal,
    /// `^=`
    Prefix,
}

impl Match {
    fn holds(self, value: &str, wanted: &str) -> bool {
        match self {
            Self::Equal => value == wanted,
            Self::Prefix => value.starts_with(wanted),
        }
    }
}

/// The field that a condition tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Searched {
    /// The real username, case-sensitive.
    Username,
    /// The user's id.
    Sub,
    /// `Enabled` or `Disabled`, case-sensitive.
    Enabled,
    /// The user status, in any case.
    Status,
    /// An attribute of the schema by its full name, in any case.
    Attribute(String),
}

/// The fields of a user that filters can test.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// The user's id.
    pub sub: &'a str,
    /// The real username.
    pub username: &'a str,
    /// The user status.
    pub status: &'a str,
    /// Whether the user may sign in.
    pub enabled: bool,
    /// The attributes.
    pub attributes: &'a Attributes,
}

impl Listed<'_> {
    pub(super) fn enabled_text(&self) -> &'static str {
        if self.enabled { "Enabled" } else { "Disabled" }
    }
}

/// A condition on a field or attribute that the pool is known to have.
#[derive(Clone, PartialEq, Eq)]
pub struct Filter {
    /// The field it tests.
    pub searched: Searched,
    /// How values are compared.
    pub how: Match,
    /// The text to compare values with, already in the form used for comparison.
    wanted: String,
}

impl Filter {
    /// Resolves a condition against this schema. Unlike in the service, every attribute can be
    /// searched, including custom ones.
    ///
    /// # Errors
    /// [`FilterFault::UnknownAttribute`].
    pub fn of(schema: &Schema, condition: Condition) -> Result<Self, FilterFault> {
        let Condition { name, how, value } = condition;
        let searched = match name.as_str() {
            "username" => Searched::Username,
            "sub" => Searched::Sub,
            "status" => Searched::Enabled,
            "cognito:user_status" => Searched::Status,
            other => match schema.find(other) {
                Some(known) => Searched::Attribute(known.name.clone()),
                None => return Err(FilterFault::UnknownAttribute(name)),
            },
        };
        let wanted = match searched {
            Searched::Username => exact(&value),
            Searched::Enabled => value,
            _ => folded(&value),
        };
        Ok(Self { searched, how, wanted })
    }

    /// The text to compare values with.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Whether the user satisfies the condition.
    pub fn matches(&self, user: &Listed<'_>) -> bool {
        let holds = |value: &str| self.how.holds(value, &self.wanted);
        match &self.searched {
            // The folded form must match too, because the index holds nothing else: a few letters
            // combine only in lower case.
            Searched::Username => {
                holds(&exact(user.username))
                    && self.how.holds(&folded(user.username), &folded(&self.wanted))
            }
            Searched::Sub => holds(&folded(user.sub)),
            Searched::Enabled => holds(user.enabled_text()),
            Searched::Status => holds(&folded(user.status)),
            Searched::Attribute(name) => {
                user.attributes.get(name).is_some_and(|value| holds(&folded(value)))
            }
        }
    }

    /// Whether the index may lack values that match: earlier versions stored no flag for an address
    /// that is not verified. Half of the users or so match anyway.
    pub fn is_without_index(&self) -> bool {
        matches!(&self.searched, Searched::Attribute(name) if AliasKind::is_verified_flag(name))
    }

    /// The name the values are indexed under, and the index values that may match; `None` for
    /// `sub`, which users are keyed by.
    pub fn range(&self) -> Option<(&str, Range)> {
        let name = match &self.searched {
            Searched::Username => "username",
            Searched::Enabled => "status",
            Searched::Status => "cognito:user_status",
            Searched::Attribute(name) => name,
            Searched::Sub => return None,
        };
        let folded = folded(&self.wanted);
        let range = match self.how {
            Match::Equal => Range::equal(&folded),
            Match::Prefix => Range::beginning(&folded),
        };
        Some((name, range))
    }

    /// The range of ids that a condition on `sub` may match.
    pub fn sub_range(&self) -> Range {
        match self.how {
            Match::Equal => Range::equal(&self.wanted),
            Match::Prefix => Range::beginning(&self.wanted),
        }
    }
}

/// A username in the form used for comparison: normalised, with its case kept.
fn exact(name: &str) -> String {
    normalise(name, true)
}
