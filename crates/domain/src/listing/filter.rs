//! What a filter asks of a user.

use super::index::Range;
use super::parse::{Condition, FilterFault};
use crate::names::{folded, normalise};
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

/// What a condition is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Searched {
    /// The real username, case sensitive.
    Username,
    /// The user's id.
    Sub,
    /// `Enabled` or `Disabled`, case sensitive.
    Enabled,
    /// The user status, in any case.
    Status,
    /// An attribute of the schema by its full name, in any case.
    Attribute(String),
}

/// A user as filters see it.
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

/// A condition on an attribute that the pool has.
#[derive(Clone, PartialEq, Eq)]
pub struct Filter {
    /// What it is about.
    pub searched: Searched,
    /// How it is compared.
    pub how: Match,
    /// The text that values are compared with, in the form in which they are compared.
    wanted: String,
}

impl Filter {
    /// The condition, on an attribute of this schema. Beyond the service any attribute may be
    /// searched, custom ones too.
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

    /// The text that values are compared with.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Whether a user is among those that are asked for.
    pub fn matches(&self, user: &Listed<'_>) -> bool {
        let holds = |value: &str| self.how.holds(value, &self.wanted);
        match &self.searched {
            // The folded form decides too, for the index has no other: few letters join only in
            // lower case.
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

    /// The name under which the values stand in the index, and which of them may match; `None` for
    /// `sub`, which users are placed by.
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

    /// The ids that a condition on `sub` may match.
    pub fn sub_range(&self) -> Range {
        match self.how {
            Match::Equal => Range::equal(&self.wanted),
            Match::Prefix => Range::beginning(&self.wanted),
        }
    }
}

/// A username as it is compared: its normal form, letters as they are.
fn exact(name: &str) -> String {
    normalise(name, true)
}
