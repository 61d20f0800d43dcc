//! The two kinds of tokens.

use std::fmt;

use serde_json::{Map, Value};

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenUse {
    /// Identifies the user to an app.
    Id,
    /// Authorises its bearer to call an API.
    Access,
}

impl TokenUse {
    /// The use given by the `token_use` claim.
    pub(crate) fn find(claims: &Map<String, Value>) -> Option<Self> {
        match claims.get("token_use")?.as_str()? {
            "id" => Some(Self::Id),
            "access" => Some(Self::Access),
            _ => None,
        }
    }
}

impl fmt::Display for TokenUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id => "id",
            Self::Access => "access",
        })
    }
}
