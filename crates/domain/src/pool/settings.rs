//! What the rest of the server asks about a user pool.

use wire::idp::{
    AdvancedSecurityModeType, AliasAttributeType, AuthFactorType, DefaultEmailOptionType,
    DeletionProtectionType, DeviceConfigurationType, IssuerType, PasswordPolicyType,
    UserPoolMfaType, UserPoolTierType, UsernameAttributeType, VerifiedAttributeType,
};

use super::{UserPool, factors};
use crate::names::AliasKind;
use crate::password::PasswordPolicy;

/// Days for which a temporary password is valid unless the pool says otherwise.
const DEFAULT_TEMPORARY_PASSWORD_DAYS: i32 = 7;

impl UserPool {
    /// The rules that a new password must meet.
    pub fn password_policy(&self) -> PasswordPolicy {
        PasswordPolicy::from(&self.effective_policy())
    }

    /// The password policy with every default filled in: members that a given policy omits have the
    /// same default as without a policy.
    pub(super) fn effective_policy(&self) -> PasswordPolicyType {
        let given =
            self.settings.policies.as_ref().and_then(|policies| policies.password_policy.as_ref());
        let given = given.cloned().unwrap_or_default();
        PasswordPolicyType {
            minimum_length: Some(given.minimum_length.unwrap_or(8)),
            require_uppercase: Some(given.require_uppercase.unwrap_or(true)),
            require_lowercase: Some(given.require_lowercase.unwrap_or(true)),
            require_numbers: Some(given.require_numbers.unwrap_or(true)),
            require_symbols: Some(given.require_symbols.unwrap_or(true)),
            temporary_password_validity_days: Some(self.temporary_password_validity()),
            password_history_size: given.password_history_size,
        }
    }

    /// Days for which a temporary password is valid; a setting of 0 counts as unset.
    pub fn temporary_password_days(&self) -> i64 {
        i64::from(self.temporary_password_validity())
    }

    pub(super) fn temporary_password_validity(&self) -> i32 {
        let policy =
            self.settings.policies.as_ref().and_then(|policies| policies.password_policy.as_ref());
        let newer = policy.and_then(|policy| policy.temporary_password_validity_days);
        let config = self.settings.admin_create_user_config.as_ref();
        let older = config.and_then(|config| config.unused_account_validity_days);
        let set = |days: Option<i32>| days.filter(|days| *days != 0);
        set(newer).or(set(older)).unwrap_or(DEFAULT_TEMPORARY_PASSWORD_DAYS)
    }

    /// How many passwords, including the current one, a new one must differ from.
    pub fn password_history_size(&self) -> i32 {
        self.effective_policy().password_history_size.unwrap_or(0)
    }

    /// Whether usernames, email addresses and preferred usernames are case-sensitive.
    pub fn case_sensitive(&self) -> bool {
        self.settings.username_configuration.as_ref().is_none_or(|names| names.case_sensitive)
    }

    /// The attributes that users sign up with instead of a username. Never set together with
    /// aliases.
    pub fn username_attributes(&self) -> Vec<AliasKind> {
        let given = self.settings.username_attributes.as_deref().unwrap_or_default();
        distinct(given.iter().map(|attribute| match attribute {
            UsernameAttributeType::Email => AliasKind::Email,
            UsernameAttributeType::PhoneNumber => AliasKind::PhoneNumber,
        }))
    }

    /// The attributes that users may sign in with besides their username.
    pub fn aliases(&self) -> Vec<AliasKind> {
        let given = self.settings.alias_attributes.as_deref().unwrap_or_default();
        distinct(given.iter().map(|attribute| match attribute {
            AliasAttributeType::Email => AliasKind::Email,
            AliasAttributeType::PhoneNumber => AliasKind::PhoneNumber,
            AliasAttributeType::PreferredUsername => AliasKind::PreferredUsername,
        }))
    }

    /// The attributes that are verified automatically: a code is sent when one is set or changed.
    pub fn auto_verified(&self) -> Vec<AliasKind> {
        contacts(self.settings.auto_verified_attributes.as_deref())
    }

    /// The attributes whose new value replaces the old one only once it is verified.
    pub fn verified_before_update(&self) -> Vec<AliasKind> {
        let settings = self.settings.user_attribute_update_settings.as_ref();
        contacts(
            settings.and_then(|settings| {
                settings.attributes_require_verification_before_update.as_deref()
            }),
        )
    }

    /// Whether every user must pass a second factor.
    pub fn mfa_required(&self) -> bool {
        self.settings.mfa_configuration == Some(UserPoolMfaType::On)
    }

    /// Whether users may turn a second factor on.
    pub fn mfa_optional(&self) -> bool {
        self.settings.mfa_configuration == Some(UserPoolMfaType::Optional)
    }

    /// The factors with which a sign-in may begin (USER_AUTH); PASSWORD alone unless the pool says
    /// otherwise.
    pub fn first_factors(&self) -> &[AuthFactorType] {
        factors::allowed_first_factors(&self.settings).unwrap_or(&[AuthFactorType::Password])
    }

    /// The feature plan.
    pub fn tier(&self) -> UserPoolTierType {
        self.settings.user_pool_tier.unwrap_or(UserPoolTierType::Essentials)
    }

    /// Whether only administrators create users; SignUp is refused.
    pub fn admin_create_only(&self) -> bool {
        let config = self.settings.admin_create_user_config.as_ref();
        config.and_then(|config| config.allow_admin_create_user_only).unwrap_or(false)
    }

    /// Whether DeleteUserPool is refused.
    pub fn deletion_protected(&self) -> bool {
        self.settings.deletion_protection == Some(DeletionProtectionType::Active)
    }

    /// Whether threat protection must act on sign-ins with a password.
    pub fn threat_protection_enforced(&self) -> bool {
        let add_ons = self.settings.user_pool_add_ons.as_ref();
        add_ons.is_some_and(|add_ons| {
            add_ons.advanced_security_mode == AdvancedSecurityModeType::Enforced
        })
    }

    /// Whether threat protection must act on custom authentication.
    pub fn threat_protection_enforced_for_custom_auth(&self) -> bool {
        let add_ons = self.settings.user_pool_add_ons.as_ref();
        let flows = add_ons.and_then(|add_ons| add_ons.advanced_security_additional_flows.as_ref());
        flows
            .and_then(|flows| flows.custom_auth_mode)
            .is_some_and(|mode| mode.as_str() == "ENFORCED")
    }

    /// How devices are tracked; `None` if they are not.
    pub fn device_configuration(&self) -> Option<&DeviceConfigurationType> {
        self.settings.device_configuration.as_ref()
    }

    /// Whether tokens carry the newer form of the issuer.
    pub fn issuer_updated(&self) -> bool {
        let issuer = self.settings.issuer_configuration.as_ref();
        issuer.and_then(|issuer| issuer.r#type) == Some(IssuerType::Updated)
    }

    /// Whether verification emails are to carry a link. They carry a code while the pool has no
    /// domain to link to.
    pub fn confirms_with_link(&self) -> bool {
        let template = self.settings.verification_message_template.as_ref();
        template.and_then(|template| template.default_email_option)
            == Some(DefaultEmailOptionType::ConfirmWithLink)
    }
}

fn contacts(given: Option<&[VerifiedAttributeType]>) -> Vec<AliasKind> {
    distinct(given.unwrap_or_default().iter().map(|attribute| match attribute {
        VerifiedAttributeType::Email => AliasKind::Email,
        VerifiedAttributeType::PhoneNumber => AliasKind::PhoneNumber,
    }))
}

fn distinct(kinds: impl Iterator<Item = AliasKind>) -> Vec<AliasKind> {
    let mut seen = Vec::new();
    for kind in kinds {
        if !seen.contains(&kind) {
            seen.push(kind);
        }
    }
    seen
}
