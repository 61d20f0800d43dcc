//! Kinds of tokens.

use serde_json::Value;

use super::paste::{Jwt, Pasted};

/// The issuer of identity pool tokens at AWS.
const IDENTITY_POOLS: &str = "https://cognito-identity.amazonaws.com";

/// Kinds of tokens, and of texts that look like tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An ID token of a user pool.
    Id,
    /// An access token of a user.
    Access,
    /// An access token of an app client, without a user.
    Machine,
    /// An OpenID token from an identity pool.
    IdentityPool,
    /// Another JWT.
    Foreign,
    /// A refresh token.
    Refresh,
    /// An encrypted token that is not a refresh token.
    Encrypted,
    /// A challenge session.
    Session,
    /// Not a token.
    Nothing,
}

impl Kind {
    #[cfg(test)]
    const ALL: [Self; 9] = [
        Self::Id,
        Self::Access,
        Self::Machine,
        Self::IdentityPool,
        Self::Foreign,
        Self::Refresh,
        Self::Encrypted,
        Self::Session,
        Self::Nothing,
    ];

    /// The kind of a text.
    pub(crate) fn of(pasted: &Pasted) -> Self {
        match pasted {
            Pasted::Jwt(jwt) => Self::of_jwt(jwt),
            Pasted::Refresh => Self::Refresh,
            Pasted::Encrypted => Self::Encrypted,
            Pasted::Session => Self::Session,
            Pasted::Broken(_) => Self::Nothing,
        }
    }

    /// Its name in `texts.json` and in JSON output.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Access => "access",
            Self::Machine => "machine",
            Self::IdentityPool => "identity_pool",
            Self::Foreign => "foreign",
            Self::Refresh => "refresh",
            Self::Encrypted => "encrypted",
            Self::Session => "session",
            Self::Nothing => "nothing",
        }
    }

    /// The kind with this name.
    #[cfg(test)]
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether user pools issue this kind of JWT, so that their keys can verify it.
    pub(crate) fn is_of_user_pool(self) -> bool {
        matches!(self, Self::Id | Self::Access | Self::Machine)
    }

    /// The kind of a JWT, according to its claims.
    pub(super) fn of_jwt(jwt: &Jwt) -> Self {
        let text = |name: &str| jwt.claims.get(name).and_then(Value::as_str);
        match text("token_use") {
            _ if text("iss") == Some(IDENTITY_POOLS) => Self::IdentityPool,
            Some("id") if jwt.pool_id().is_some() => Self::Id,
            Some("access") if jwt.pool_id().is_some() => {
                let is_machine = text("username").is_none()
                    && text("sub").is_some()
                    && text("sub") == text("client_id");
                if is_machine { Self::Machine } else { Self::Access }
            }
            _ => Self::Foreign,
        }
    }
}
