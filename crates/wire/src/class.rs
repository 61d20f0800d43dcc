//! The classes of operations for rate limiting.

/// The rate-limiting class of an operation: operations of one class share a rate, as in the
/// service. The assignment is generated, by rule and from `model/overlay.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Signing in and answering challenges.
    UserAuthentication,
    /// Signing up, confirming a sign-up, and creating users.
    UserCreation,
    /// Setting and resetting passwords, and sending codes for it.
    UserAccountRecovery,
    /// Refreshing and revoking tokens.
    UserToken,
    /// Reading one user's profile.
    UserRead,
    /// Changing it, or the user's groups; signing out.
    UserUpdate,
    /// Listing users.
    UserList,
    /// Reading a user's devices, sessions, groups or factors.
    UserResourceRead,
    /// Changing them.
    UserResourceUpdate,
    /// Reading user pools.
    UserPoolRead,
    /// Changing them.
    UserPoolUpdate,
    /// Reading what belongs to a user pool: groups, providers, domains.
    UserPoolResourceRead,
    /// Changing it.
    UserPoolResourceUpdate,
    /// Reading app clients.
    UserPoolClientRead,
    /// Changing them.
    UserPoolClientUpdate,
    /// Tokens that an app client gets for itself.
    ClientAuthentication,
    /// Identities and their credentials, for public callers.
    IdentityFederation,
    /// Reading identity pools.
    IdentityPoolRead,
    /// Changing them.
    IdentityPoolUpdate,
}

impl Class {
    /// All classes.
    pub const ALL: [Self; 19] = [
        Self::UserAuthentication,
        Self::UserCreation,
        Self::UserAccountRecovery,
        Self::UserToken,
        Self::UserRead,
        Self::UserUpdate,
        Self::UserList,
        Self::UserResourceRead,
        Self::UserResourceUpdate,
        Self::UserPoolRead,
        Self::UserPoolUpdate,
        Self::UserPoolResourceRead,
        Self::UserPoolResourceUpdate,
        Self::UserPoolClientRead,
        Self::UserPoolClientUpdate,
        Self::ClientAuthentication,
        Self::IdentityFederation,
        Self::IdentityPoolRead,
        Self::IdentityPoolUpdate,
    ];

    /// The name used in settings and metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UserAuthentication => "UserAuthentication",
            Self::UserCreation => "UserCreation",
            Self::UserAccountRecovery => "UserAccountRecovery",
            Self::UserToken => "UserToken",
            Self::UserRead => "UserRead",
            Self::UserUpdate => "UserUpdate",
            Self::UserList => "UserList",
            Self::UserResourceRead => "UserResourceRead",
            Self::UserResourceUpdate => "UserResourceUpdate",
            Self::UserPoolRead => "UserPoolRead",
            Self::UserPoolUpdate => "UserPoolUpdate",
            Self::UserPoolResourceRead => "UserPoolResourceRead",
            Self::UserPoolResourceUpdate => "UserPoolResourceUpdate",
            Self::UserPoolClientRead => "UserPoolClientRead",
            Self::UserPoolClientUpdate => "UserPoolClientUpdate",
            Self::ClientAuthentication => "ClientAuthentication",
            Self::IdentityFederation => "IdentityFederation",
            Self::IdentityPoolRead => "IdentityPoolRead",
            Self::IdentityPoolUpdate => "IdentityPoolUpdate",
        }
    }

    /// The class with this name (case-sensitive).
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}
