//! Sign-in names: usernames, aliases and the keys under which they are looked up.
//!
//! Developer guide: "Customizing sign-in attributes". Names are normalised in the server and
//! compared as bytes.

mod form;
mod lookup;

pub use form::{looks_like_email, looks_like_phone};
pub use lookup::{LookupKind, folded, lookup_value, normalise};

/// An attribute that may serve as a sign-in name: a username attribute or an alias attribute of a
/// user pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AliasKind {
    /// `email`
    Email,
    /// `phone_number`
    PhoneNumber,
    /// `preferred_username`, as an alias attribute only
    PreferredUsername,
}

impl AliasKind {
    /// The kinds that a message can be sent to, in the order in which the service prefers them for
    /// a code.
    pub const CONTACTS: [Self; 2] = [Self::PhoneNumber, Self::Email];

    /// The name of the attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::PhoneNumber => "phone_number",
            Self::PreferredUsername => "preferred_username",
        }
    }

    /// The kind that the attribute of this name stands for.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "email" => Some(Self::Email),
            "phone_number" => Some(Self::PhoneNumber),
            "preferred_username" => Some(Self::PreferredUsername),
            _ => None,
        }
    }

    /// The attribute that says whether the value was verified; `preferred_username` has none.
    pub const fn verified_flag(self) -> Option<&'static str> {
        match self {
            Self::Email => Some("email_verified"),
            Self::PhoneNumber => Some("phone_number_verified"),
            Self::PreferredUsername => None,
        }
    }

    /// Whether `value` has the form of this kind; `preferred_username` takes any text.
    pub fn fits(self, value: &str) -> bool {
        match self {
            Self::Email => looks_like_email(value),
            Self::PhoneNumber => looks_like_phone(value),
            Self::PreferredUsername => true,
        }
    }
}

impl std::fmt::Display for AliasKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The `sub` that a name spells, if it has the form of one (a UUID). Names are compared in their
/// normal form, so the normal form counts.
pub fn sub_of(name: &str) -> Option<String> {
    let normal = normalise(name, false);
    let is_sub = normal.len() == 36
        && normal.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    is_sub.then_some(normal)
}
