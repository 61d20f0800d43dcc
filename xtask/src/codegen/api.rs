//! The two services and the names of their parts.

use serde::Deserialize;

/// A service whose types are generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Api {
    Idp,
    Identity,
}

impl Api {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Idp, Self::Identity];

    /// The service's own name, also the name of its model file.
    pub(crate) fn endpoint_prefix(self) -> &'static str {
        match self {
            Self::Idp => "cognito-idp",
            Self::Identity => "cognito-identity",
        }
    }

    /// The module of its types, and the folder of its operations.
    pub(crate) fn module(self) -> &'static str {
        match self {
            Self::Idp => "idp",
            Self::Identity => "identity",
        }
    }

    /// The variant of `wire::Service`.
    pub(crate) fn variant(self) -> &'static str {
        match self {
            Self::Idp => "Idp",
            Self::Identity => "Identity",
        }
    }

    /// For headings.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Idp => "User pools (`cognito-idp`)",
            Self::Identity => "Identity pools (`cognito-identity`)",
        }
    }
}
