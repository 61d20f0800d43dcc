//! Where a password reset code may be sent, and the texts of its refusals.

use domain::code::{self, Medium};
use domain::names::{AliasKind, looks_like_email, looks_like_phone};
use domain::pool::Recovery;
use domain::user::{Attributes, UserStatus};
use wire::ExceptionType as Kind;
use wire::idp::{CodeDeliveryDetailsType, DeliveryMediumType};

use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::users::NamedUser;

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
        let verified = self.0.iter().filter(|kind| attributes.is_verified(**kind));
        verified
            .copied()
            .find_map(|kind| attributes.get(kind.as_str()).map(|value| (kind, value.to_owned())))
    }

    /// The destination reported for a code that is sent to nobody: the name itself if it is an
    /// address that codes could be sent to. The same name always gets the same destination.
    pub(crate) fn simulated(
        &self,
        pool: &PoolConfig,
        named: &NamedUser,
    ) -> CodeDeliveryDetailsType {
        // Few users have a verified address of a kind that the pool does not verify.
        let automatic = pool.settings.auto_verified();
        let usual = self.0.iter().find(|kind| automatic.contains(kind)).or(self.0.first());
        let is_by_phone = usual == Some(&AliasKind::PhoneNumber);
        let plain = if is_by_phone { Medium::Sms } else { Medium::Email };
        let reaches =
            |kind, looks: fn(&str) -> bool| looks(&named.folded) && self.0.contains(&kind);
        let is_address = reaches(AliasKind::PhoneNumber, looks_like_phone)
            || reaches(AliasKind::Email, looks_like_email);
        let name = if is_address { &named.folded } else { &named.simulated };
        let simulated = code::simulated_destination(&pool.keys.stable, name, plain);
        CodeDeliveryDetailsType {
            destination: Some(simulated.destination),
            delivery_medium: DeliveryMediumType::parse(simulated.medium.as_str()),
            attribute_name: Some(simulated.medium.attribute().to_owned()),
        }
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
