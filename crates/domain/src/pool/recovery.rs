//! Account recovery: where a code to reset a password may be sent.

use wire::idp::{CreateUserPoolRequest, RecoveryOptionNameType as Name, UserPoolMfaType};

use super::mfa::SecondFactors;
use super::{SettingsRefusal, UserPool, invalid};
use crate::names::AliasKind;

/// How users of a pool recover their accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// Not set: verified phone number first (unless it is the user's MFA), then verified email.
    Legacy,
    /// An administrator resets passwords; ForgotPassword is refused.
    AdminOnly,
    /// The first of these that the user has verified and that is not the medium of the user's MFA.
    Ordered(Vec<AliasKind>),
}

impl UserPool {
    /// How users recover their accounts (`AccountRecoverySetting`).
    pub fn recovery(&self) -> Recovery {
        let setting = self.settings.account_recovery_setting.as_ref();
        let Some(given) = setting.and_then(|setting| setting.recovery_mechanisms.as_ref()) else {
            return Recovery::Legacy;
        };
        let mut mechanisms: Vec<_> = given.iter().map(|one| (one.priority, one.name)).collect();
        mechanisms.sort_by_key(|(priority, _)| *priority);
        let kinds = mechanisms.iter().filter_map(|(_, name)| match name {
            Name::VerifiedEmail => Some(AliasKind::Email),
            Name::VerifiedPhoneNumber => Some(AliasKind::PhoneNumber),
            Name::AdminOnly => None,
        });
        if given.iter().any(|one| one.name == Name::AdminOnly) {
            return Recovery::AdminOnly;
        }
        Recovery::Ordered(kinds.collect())
    }
}

/// Checks `AccountRecoverySetting`.
pub(super) fn check_recovery(
    request: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    let setting = request.account_recovery_setting.as_ref();
    let Some(given) = setting.and_then(|setting| setting.recovery_mechanisms.as_ref()) else {
        return Ok(());
    };
    let wrong = |rest: &str| invalid(format!("Invalid account recovery setting parameter. {rest}"));
    let names = |name: Name| given.iter().any(|one| one.name == name);
    if names(Name::AdminOnly) && given.len() > 1 {
        return wrong(
            "Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.",
        );
    }
    for (index, one) in given.iter().enumerate() {
        let earlier = || given.iter().take(index);
        if earlier().any(|other| other.name == one.name) {
            return wrong(
                "Account Recovery Setting cannot use a recovery mechanism more than once.",
            );
        }
        if earlier().any(|other| other.priority == one.priority) {
            return wrong("Account Recovery Setting cannot use a priority more than once.");
        }
    }
    // If SMS is the only method, one phone would serve as both factors.
    let by_sms_alone = request.mfa_configuration == Some(UserPoolMfaType::On)
        && !second_factors.has_method_beside_sms();
    if names(Name::VerifiedPhoneNumber) && by_sms_alone {
        return wrong(
            "Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.",
        );
    }
    Ok(())
}
