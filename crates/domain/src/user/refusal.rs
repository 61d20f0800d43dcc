//! Why attributes or a sign-in name are refused.

use crate::schema::ValueFault;

/// Why attributes or a sign-in name are refused: the exception's kind and its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeRefusal {
    /// `InvalidParameterException`
    InvalidParameter(String),
    /// `NotAuthorizedException`
    NotAuthorized(String),
}

impl AttributeRefusal {
    /// The message of the exception.
    pub fn message(&self) -> &str {
        match self {
            Self::InvalidParameter(text) | Self::NotAuthorized(text) => text,
        }
    }

    /// The app client may not write the attribute.
    pub(super) fn unauthorized() -> Self {
        Self::NotAuthorized("A client attempted to write unauthorized attribute".to_owned())
    }

    /// A user would be left without an attribute to sign in with.
    pub(super) fn last_sign_in_name() -> Self {
        let text = "The last attribute that the user signs in with cannot be deleted.";
        Self::InvalidParameter(text.to_owned())
    }

    /// Only the service or an administrator writes the attribute.
    pub(super) fn non_mutable(name: &str) -> Self {
        Self::InvalidParameter(format!("Cannot modify the non-mutable attribute {name}"))
    }

    /// An attribute in the list has no value.
    pub(super) fn null(name: &str) -> Self {
        Self::InvalidParameter(format!("Attribute value for {name} must not be null"))
    }

    /// The pool has no such attribute (operations that create a user).
    pub(super) fn undetermined(name: &str) -> Self {
        Self::conform(&format!("Type for attribute {{{name}}} could not be determined"))
    }

    /// Something that does not conform to the schema (operations that create a user).
    pub(super) fn conform(what: &str) -> Self {
        Self::InvalidParameter(format!("Attributes did not conform to the schema: {what}"))
    }

    /// A value that is not valid for its attribute (operations that create a user).
    pub(super) fn value(name: &str, fault: ValueFault) -> Self {
        match fault {
            ValueFault::Format(text) => Self::InvalidParameter(text.to_owned()),
            ValueFault::Constraint(text) => Self::conform(&format!("{name}: {text}")),
        }
    }

    /// A value that is not valid for its attribute (operations that change a user).
    pub(super) fn changed_value(name: &str, fault: ValueFault) -> Self {
        match fault {
            ValueFault::Format(text) => Self::InvalidParameter(text.to_owned()),
            ValueFault::Constraint(text) => Self::InvalidParameter(format!("user.{name}: {text}")),
        }
    }

    /// The faults of a change: a single one as it is, several with a line feed after each.
    pub(super) fn each(faults: &[String]) -> Self {
        match faults {
            [one] => Self::InvalidParameter(one.clone()),
            several => {
                Self::InvalidParameter(several.iter().map(|fault| format!("{fault}\n")).collect())
            }
        }
    }
}

impl std::fmt::Display for AttributeRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for AttributeRefusal {}
