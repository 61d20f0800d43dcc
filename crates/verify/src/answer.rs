//! How a resource server responds to a token it refuses (RFC 6750 section 3).

use http::{HeaderValue, StatusCode};

use crate::VerifyError;

impl VerifyError {
    /// The HTTP status: 403 when the token is valid but lacks a scope or group, 503 when the keys
    /// are unavailable, otherwise 401.
    ///
    /// ```
    /// # use poolkeeper_verify::VerifyError;
    /// assert_eq!(VerifyError::Signature.status(), 401);
    /// assert_eq!(VerifyError::Group { wanted: vec!["ops".to_owned()] }.status(), 403);
    /// ```
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Scope { .. } | Self::Group { .. } => StatusCode::FORBIDDEN,
            Self::KeysUnavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::UNAUTHORIZED,
        }
    }

    /// The `WWW-Authenticate` header to send with the status: `invalid_token` with the failed
    /// check, or `insufficient_scope` with the scopes. `None` for a missing group, for which the
    /// standard has no code, and for unavailable keys.
    ///
    /// ```
    /// # use poolkeeper_verify::VerifyError;
    /// let challenge = VerifyError::Signature.www_authenticate().unwrap();
    /// assert_eq!(
    ///     challenge,
    ///     r#"Bearer error="invalid_token", error_description="The signature is wrong""#
    /// );
    /// ```
    #[must_use]
    pub fn www_authenticate(&self) -> Option<HeaderValue> {
        let text = match self {
            Self::Scope { wanted, .. } => {
                format!("Bearer error=\"insufficient_scope\", scope=\"{}\"", wanted.join(" "))
            }
            _ => format!(
                "Bearer error=\"invalid_token\", error_description=\"{}\"",
                self.description()?
            ),
        };
        // Building the verifier rejected scopes with characters that a header cannot hold.
        HeaderValue::try_from(text).ok()
    }

    /// What the client learns: which check failed, but nothing about what the server expects.
    fn description(&self) -> Option<&'static str> {
        Some(match self {
            Self::TooLong { .. } => "The token is too long",
            Self::Malformed(_)
            | Self::WrongType { .. }
            | Self::Extension
            | Self::Missing { .. } => "The token is malformed",
            Self::Issuer { .. } => "The issuer is not accepted",
            Self::NoKid | Self::UnknownKey { .. } | Self::Key(_) => "The signing key is unknown",
            Self::Algorithm { .. } => "The algorithm is not accepted",
            Self::Signature => "The signature is wrong",
            Self::Expired { .. } => "The token has expired",
            Self::NotYetValid { .. } => "The token is not valid yet",
            Self::TokenUse { .. } => "The token_use is not accepted",
            Self::Client { .. } => "The app client is not accepted",
            Self::KeysUnavailable { .. } | Self::Scope { .. } | Self::Group { .. } => return None,
        })
    }
}
