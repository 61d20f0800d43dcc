//! Account recovery: where a code to reset a password may be sent.

use wire::idp::{
    AccountRecoverySettingType, CreateUserPoolRequest, RecoveryOptionNameType as Name,
    RecoveryOptionType, UserPoolMfaType,
};

use super::mfa::SecondFactors;
use super::{SettingsRefusal, UserPool, invalid};
use crate::names::AliasKind;

/// How users of a pool recover their accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// An administrator resets passwords; ForgotPassword is refused.
    AdminOnly,
    /// The first of these that the user has verified and that is not the medium of the user's MFA.
    Ordered(Vec<AliasKind>),
}

impl UserPool {
    /// How users recover their accounts (`AccountRecoverySetting`).
    pub fn recovery(&self) -> Recovery {
        let given = self.described_recovery().recovery_mechanisms.unwrap_or_default();
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

    /// The setting as given; by default a verified email address, then a verified phone number.
    pub(super) fn described_recovery(&self) -> AccountRecoverySettingType {
        let mut setting = self.settings.account_recovery_setting.clone().unwrap_or_default();
        setting.recovery_mechanisms.get_or_insert_with(default_mechanisms);
        setting
    }

    /// Whether the setting is the default that this pool, which has none of its own, is described
    /// with. It may be sent back whatever the second factors are.
    pub(super) fn is_described_default(&self, given: &AccountRecoverySettingType) -> bool {
        let own = self.settings.account_recovery_setting.as_ref();
        let Some(given) = given.recovery_mechanisms.as_ref() else { return false };
        let mut given = given.clone();
        given.sort_by_key(|one| one.priority);
        own.is_none_or(|own| own.recovery_mechanisms.is_none()) && given == default_mechanisms()
    }
}

fn default_mechanisms() -> Vec<RecoveryOptionType> {
    let ranked = [(1, Name::VerifiedEmail), (2, Name::VerifiedPhoneNumber)];
    ranked.map(|(priority, name)| RecoveryOptionType { priority, name }).to_vec()
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
