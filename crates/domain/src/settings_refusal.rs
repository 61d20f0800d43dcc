//! Why settings are refused.

/// Why the settings of a user pool or an app client are refused: the exception's kind and its
/// message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsRefusal {
    /// `InvalidParameterException`
    InvalidParameter(String),
    /// `FeatureUnavailableInTierException`
    FeatureUnavailableInTier(String),
    /// `ScopeDoesNotExistException`
    ScopeDoesNotExist(String),
    /// `InvalidOAuthFlowException`
    InvalidOAuthFlow(String),
    /// `TierChangeNotAllowedException`
    TierChangeNotAllowed(String),
    /// `UserPoolTaggingException`
    UserPoolTagging(String),
}

impl SettingsRefusal {
    /// The message of the exception.
    pub fn message(&self) -> &str {
        match self {
            Self::InvalidParameter(text)
            | Self::FeatureUnavailableInTier(text)
            | Self::ScopeDoesNotExist(text)
            | Self::InvalidOAuthFlow(text)
            | Self::TierChangeNotAllowed(text)
            | Self::UserPoolTagging(text) => text,
        }
    }
}

impl std::fmt::Display for SettingsRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for SettingsRefusal {}

/// An `InvalidParameterException` with this message.
pub(crate) fn invalid<T>(text: impl Into<String>) -> Result<T, SettingsRefusal> {
    Err(SettingsRefusal::InvalidParameter(text.into()))
}
