/// What a sealed value is for. A value sealed for one purpose never unseals for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A user's password credential.
    Password,
    /// An app client's secret.
    ClientSecret,
    /// The private half of a token signing key.
    SigningKey,
    /// A refresh token.
    RefreshToken,
    /// The `Session` string between two steps of a sign-in.
    ChallengeSession,
    /// SECRET_BLOCK of the SRP exchange.
    SrpSecretBlock,
    /// The body of a message waiting for delivery.
    Message,
    /// The state of a challenge session too long for its string.
    ChallengeState,
    /// An attribute value waiting for verification.
    PendingValue,
    /// A pagination token.
    PageToken,
}

impl Purpose {
    /// The name that goes into keys and associated data. Changing one makes every value sealed with
    /// it unreadable.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Purpose::Password => "password",
            Purpose::ClientSecret => "client secret",
            Purpose::SigningKey => "signing key",
            Purpose::RefreshToken => "refresh token",
            Purpose::ChallengeSession => "challenge session",
            Purpose::SrpSecretBlock => "srp secret block",
            Purpose::Message => "message",
            Purpose::ChallengeState => "challenge state",
            Purpose::PendingValue => "pending value",
            Purpose::PageToken => "page token",
        }
    }
}
