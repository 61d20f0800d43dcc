//! States of a user.

use wire::idp::UserStatusType;

/// The state of a user; whether the account is enabled is kept separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UserStatus {
    /// Signed up, not confirmed.
    Unconfirmed,
    /// The normal state.
    Confirmed,
    /// Has a temporary password.
    ForceChangePassword,
    /// Must reset the password before the next sign-in.
    ResetRequired,
    /// Signs in through an identity provider.
    ExternalProvider,
}

impl UserStatus {
    const ALL: [Self; 5] = [
        Self::Unconfirmed,
        Self::Confirmed,
        Self::ForceChangePassword,
        Self::ResetRequired,
        Self::ExternalProvider,
    ];

    /// The state as stored and as responses carry it.
    pub const fn as_str(self) -> &'static str {
        self.to_wire().as_str()
    }

    /// The state with this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// The state as responses carry it.
    pub const fn to_wire(self) -> UserStatusType {
        match self {
            Self::Unconfirmed => UserStatusType::Unconfirmed,
            Self::Confirmed => UserStatusType::Confirmed,
            Self::ForceChangePassword => UserStatusType::ForceChangePassword,
            Self::ResetRequired => UserStatusType::ResetRequired,
            Self::ExternalProvider => UserStatusType::ExternalProvider,
        }
    }
}

impl std::fmt::Display for UserStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
