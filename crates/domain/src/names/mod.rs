//! Sign-in names: usernames, aliases and the keys under which they are looked up.
//!
//! Developer guide: "Customizing sign-in attributes". Names are normalised in the server and
//! compared as bytes.

mod form;
mod lookup;

pub use form::{looks_like_email, looks_like_phone, sub_of};
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
    /// The kinds that a message can be sent to, in the service's order of preference for codes.
    pub const CONTACTS: [Self; 2] = [Self::PhoneNumber, Self::Email];

    /// The name of the attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::PhoneNumber => "phone_number",
            Self::PreferredUsername => "preferred_username",
        }
    }

    /// The kind of the attribute with this name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "email" => Some(Self::Email),
            "phone_number" => Some(Self::PhoneNumber),
            "preferred_username" => Some(Self::PreferredUsername),
            _ => None,
        }
    }

    /// The attribute that flags the value as verified; `preferred_username` has none.
    pub const fn verified_flag(self) -> Option<&'static str> {
        match self {
            Self::Email => Some("email_verified"),
            Self::PhoneNumber => Some("phone_number_verified"),
            Self::PreferredUsername => None,
        }
    }

    /// Whether the attribute with this name flags a value as verified.
    pub fn is_verified_flag(name: &str) -> bool {
        Self::CONTACTS.iter().any(|kind| kind.verified_flag() == Some(name))
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
