//! Messages that carry a code or a temporary password: composing them, and storing them until they
//! are delivered.
//!
//! Developer guide: "Configuring verification and invitation messages".

mod bytes;
mod compose;
mod template;

pub use bytes::BadMessage;
pub use compose::{Recipient, delivery_details, invitation, verification};
use zeroize::Zeroize;

use crate::Time;
pub use crate::code::Medium;

/// Why a message is sent; the names are those of the custom message trigger's sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MessageKind {
    /// SignUp: a code to confirm the account.
    SignUp,
    /// ResendConfirmationCode.
    ResendCode,
    /// ForgotPassword, AdminResetUserPassword.
    ForgotPassword,
    /// A code that is a factor of a sign-in.
    Authentication,
    /// A contact attribute was changed.
    UpdateUserAttribute,
    /// GetUserAttributeVerificationCode.
    VerifyUserAttribute,
    /// AdminCreateUser: the invitation with the temporary password.
    AdminCreateUser,
}

impl MessageKind {
    const ALL: [Self; 7] = [
        Self::SignUp,
        Self::ResendCode,
        Self::ForgotPassword,
        Self::Authentication,
        Self::UpdateUserAttribute,
        Self::VerifyUserAttribute,
        Self::AdminCreateUser,
    ];

    /// The stored name, and the part of the trigger source after `CustomMessage_`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignUp => "SignUp",
            Self::ResendCode => "ResendCode",
            Self::ForgotPassword => "ForgotPassword",
            Self::Authentication => "Authentication",
            Self::UpdateUserAttribute => "UpdateUserAttribute",
            Self::VerifyUserAttribute => "VerifyUserAttribute",
            Self::AdminCreateUser => "AdminCreateUser",
        }
    }

    /// The kind with this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A message, ready to be sent. Subject and body are plain text; a sender that uses HTML must
/// escape them. `Debug` hides the destination, the code, the subject and the body.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Why it is sent.
    pub kind: MessageKind,
    /// How it is sent.
    pub medium: Medium,
    /// The address or the phone number.
    pub destination: String,
    /// The user's real name.
    pub username: String,
    /// The user's `sub`.
    pub user_id: String,
    /// The subject of an email.
    pub subject: Option<String>,
    /// The text; wiped when the message is dropped.
    pub body: String,
    /// The code or the temporary password that the body carries; wiped when the message is dropped.
    pub code: Option<String>,
    /// When it was composed.
    pub created: Time,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message")
            .field("kind", &self.kind)
            .field("medium", &self.medium)
            .field("user_id", &self.user_id)
            .field("created", &self.created)
            .finish_non_exhaustive()
    }
}

impl Drop for Message {
    fn drop(&mut self) {
        self.body.zeroize();
        self.code.zeroize();
    }
}
