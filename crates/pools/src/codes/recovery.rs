//! Where a password reset code may be sent, and the texts of its refusals.

use domain::code::Medium;
use domain::names::AliasKind;
use domain::pool::Recovery;
use domain::user::{Attributes, UserStatus};
use store::User;
use wire::ExceptionType as Kind;
use wire::idp::CodeDeliveryDetailsType;

use super::unsent_details;
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::users::{NamedUser, attributes_of};

/// The recovery methods that a pool allows, in order of preference.
pub(crate) struct RecoveryMethods(Vec<AliasKind>);

impl RecoveryMethods {
    /// The pool's methods; `None` if only an administrator can reset passwords.
    pub(crate) fn find(pool: &PoolConfig) -> Option<Self> {
        match pool.settings.recovery() {
            Recovery::AdminOnly => None,
            Recovery::Ordered(kinds) => Some(Self(kinds)),
        }
    }

    /// Whether accounts can be recovered by this kind of address.
    pub(crate) fn include(&self, kind: AliasKind) -> bool {
        self.0.contains(&kind)
    }

    /// The first address among these methods that the user has verified.
    pub(crate) fn destination(&self, attributes: &Attributes) -> Option<(AliasKind, String)> {
        self.first_of(attributes, |kind| attributes.is_verified(kind))
    }

    fn first_of(
        &self,
        attributes: &Attributes,
        counts: impl Fn(AliasKind) -> bool,
    ) -> Option<(AliasKind, String)> {
        let mut kinds = self.0.iter().copied().filter(|kind| counts(*kind));
        kinds.find_map(|kind| attributes.get(kind.as_str()).map(|value| (kind, value.to_owned())))
    }

    /// What is reported of a code that is sent to nobody.
    pub(crate) fn unsent(
        &self,
        pool: &PoolConfig,
        named: &NamedUser,
        user: Option<&User>,
    ) -> Result<CodeDeliveryDetailsType, Error> {
        let attributes = user.map(attributes_of).transpose()?;
        let found = attributes.and_then(|attributes| {
            self.destination(&attributes).or_else(|| self.first_of(&attributes, |_| true))
        });
        // Few users have a verified address of a kind that the pool does not verify.
        let automatic = pool.settings.auto_verified();
        let usual = self.0.iter().find(|kind| automatic.contains(kind)).or(self.0.first());
        let is_by_phone = usual == Some(&AliasKind::PhoneNumber);
        let plain = if is_by_phone { Medium::Sms } else { Medium::Email };
        Ok(unsent_details(pool, named, found, &self.0, plain))
    }
}

/// Whether the password of a user with this status may be reset: it was chosen by the user, or
/// already reset.
pub(crate) fn may_reset(status: UserStatus) -> bool {
    matches!(status, UserStatus::Confirmed | UserStatus::ResetRequired)
}

/// The user has not chosen a password yet, or the password is not stored here.
pub(crate) fn wrong_state() -> Error {
    refuse(Kind::NotAuthorized, "User password cannot be reset in the current state.")
}

/// The user has no verified address of a kind that the pool allows.
pub(crate) fn nowhere_to_send() -> Error {
    let text = "Cannot reset password for the user as there is no registered/verified email or phone_number";
    refuse(Kind::InvalidParameter, text)
}
