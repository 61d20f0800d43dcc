//! The classes of operations that requests are limited by.

/// What an operation counts as where rates are limited: operations of one class share a rate, as
/// they do at the service. Which operation is in which class is generated, by rule and from
/// `model/overlay.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Signing in and answering challenges.
    UserAuthentication,
    /// Signing up, confirming it, and making users.
    UserCreation,
    /// Passwords that are set or reset, and codes sent for it.
    UserAccountRecovery,
    /// Tokens that are refreshed or revoked.
    UserToken,
    /// One user's profile.
    UserRead,
    /// Changes of it, of groups that it is in, and sign-out.
    UserUpdate,
    /// Lists of users.
    UserList,
    /// A user's devices, sessions, groups, factors.
    UserResourceRead,
    /// Changes of these.
    UserResourceUpdate,
    /// User pools.
    UserPoolRead,
    /// Changes of them.
    UserPoolUpdate,
    /// What belongs to a user pool: groups, providers, domains.
    UserPoolResourceRead,
    /// Changes of these.
    UserPoolResourceUpdate,
    /// App clients.
    UserPoolClientRead,
    /// Changes of them.
    UserPoolClientUpdate,
    /// Tokens that an app client gets for itself.
    ClientAuthentication,
    /// Identities and their credentials, for whoever asks.
    IdentityFederation,
    /// Identity pools.
    IdentityPoolRead,
    /// Changes of them.
    IdentityPoolUpdate,
}

impl Class {
    /// All.
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

    /// As it is written in settings and metrics.
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

    /// The class with this name; case counts.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}
