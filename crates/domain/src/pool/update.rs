//! UpdateUserPool: what it resets when the request omits it, and what it keeps.

use wire::idp::{
    AdminCreateUserConfigType, CreateUserPoolRequest, UpdateUserPoolRequest, UserPoolPolicyType,
    VerificationMessageTemplateType,
};

use super::{SettingsRefusal, UserPool, create, tier};
use crate::Time;

impl UserPool {
    /// The pool with the settings of an UpdateUserPool request. Of what the request omits,
    /// `AutoVerifiedAttributes`, `LambdaConfig`, `UserPoolAddOns`, `DeviceConfiguration` and
    /// `AcrConfiguration` become unset, and everything else stays: no update loosens a restriction
    /// that it does not name. The request has no members for the
    /// schema, sign-in names, case sensitivity and second factors other than SMS.
    ///
    /// # Errors
    /// A tier that lacks a setting that stays (`TierChangeNotAllowed`), or the first rule of
    /// [`UserPool::create`] that the settings break.
    pub fn update(
        &self,
        now: Time,
        request: UpdateUserPoolRequest,
    ) -> Result<Self, SettingsRefusal> {
        let before = &self.settings;
        let mut given = given(before, request);
        given.account_recovery_setting.take_if(|setting| self.is_described_default(setting));
        let after = self.with_kept(given.clone());
        tier::check_tier_change(before, &given, &after, &self.second_factors)?;
        create::check_named(&given, &after, &self.second_factors)?;
        create::check_settings(&after, &self.second_factors)?;
        let mut second_factors = self.second_factors.clone();
        second_factors.drop_if_off(&after);
        Ok(Self { modified: now, settings: after, second_factors, ..self.clone() })
    }

    /// The request's settings, and those that stay when it omits them.
    fn with_kept(&self, given: CreateUserPoolRequest) -> CreateUserPoolRequest {
        let before = &self.settings;
        let mut after = CreateUserPoolRequest {
            policies: self.policies(&given),
            admin_create_user_config: admin_config(before, &given),
            ..given
        };
        keep(&mut after.deletion_protection, &before.deletion_protection);
        keep(&mut after.mfa_configuration, &before.mfa_configuration);
        keep(&mut after.email_configuration, &before.email_configuration);
        keep(&mut after.sms_configuration, &before.sms_configuration);
        keep(&mut after.sms_authentication_message, &before.sms_authentication_message);
        keep(&mut after.user_pool_tags, &before.user_pool_tags);
        keep(&mut after.dcr_configuration, &before.dcr_configuration);
        keep(&mut after.key_configuration, &before.key_configuration);
        keep(&mut after.issuer_configuration, &before.issuer_configuration);
        keep_lists(before, &mut after);
        keep_templates(before, &mut after);
        after
    }

    /// `PasswordPolicy` and `SignInPolicy` stay each on its own. Of a given password policy, only
    /// the length returns to its default when it is omitted.
    fn policies(&self, given: &CreateUserPoolRequest) -> Option<UserPoolPolicyType> {
        let before = self.settings.policies.as_ref();
        let Some(mut after) = given.policies.clone() else { return before.cloned() };
        keep(&mut after.sign_in_policy, &before.and_then(|before| before.sign_in_policy.clone()));
        let stored = before.and_then(|before| before.password_policy.clone());
        let Some(policy) = &mut after.password_policy else {
            after.password_policy = stored;
            return Some(after);
        };
        let effective = self.effective_policy();
        keep(&mut policy.require_uppercase, &effective.require_uppercase);
        keep(&mut policy.require_lowercase, &effective.require_lowercase);
        keep(&mut policy.require_numbers, &effective.require_numbers);
        keep(&mut policy.require_symbols, &effective.require_symbols);
        if let Some(stored) = stored {
            keep(&mut policy.password_history_size, &stored.password_history_size);
            let days = &stored.temporary_password_validity_days;
            keep(&mut policy.temporary_password_validity_days, days);
        }
        Some(after)
    }
}

/// What the request names, and the settings that no update can change. Names every member, so that
/// a member added to the model cannot be forgotten.
fn given(before: &CreateUserPoolRequest, request: UpdateUserPoolRequest) -> CreateUserPoolRequest {
    CreateUserPoolRequest {
        pool_name: request.pool_name.unwrap_or_else(|| before.pool_name.clone()),
        policies: request.policies,
        deletion_protection: request.deletion_protection,
        lambda_config: request.lambda_config,
        auto_verified_attributes: request.auto_verified_attributes,
        alias_attributes: before.alias_attributes.clone(),
        username_attributes: before.username_attributes.clone(),
        sms_verification_message: request.sms_verification_message,
        email_verification_message: request.email_verification_message,
        email_verification_subject: request.email_verification_subject,
        verification_message_template: request.verification_message_template,
        sms_authentication_message: request.sms_authentication_message,
        mfa_configuration: request.mfa_configuration,
        user_attribute_update_settings: request.user_attribute_update_settings,
        device_configuration: request.device_configuration,
        email_configuration: request.email_configuration,
        sms_configuration: request.sms_configuration,
        user_pool_tags: request.user_pool_tags,
        admin_create_user_config: request.admin_create_user_config,
        schema: before.schema.clone(),
        user_pool_add_ons: request.user_pool_add_ons,
        dcr_configuration: request.dcr_configuration,
        username_configuration: before.username_configuration.clone(),
        account_recovery_setting: request.account_recovery_setting,
        user_pool_tier: request.user_pool_tier.or(before.user_pool_tier),
        key_configuration: request.key_configuration,
        issuer_configuration: request.issuer_configuration,
        acr_configuration: request.acr_configuration,
    }
}

fn keep<T: Clone>(setting: &mut Option<T>, before: &Option<T>) {
    if setting.is_none() {
        setting.clone_from(before);
    }
}

/// Only a list that is there, if need be an empty one, takes the place of the earlier list.
fn keep_lists(before: &CreateUserPoolRequest, after: &mut CreateUserPoolRequest) {
    keep(&mut after.user_attribute_update_settings, &before.user_attribute_update_settings);
    keep(&mut after.account_recovery_setting, &before.account_recovery_setting);
    if let (Some(after), Some(before)) =
        (&mut after.user_attribute_update_settings, &before.user_attribute_update_settings)
    {
        keep(
            &mut after.attributes_require_verification_before_update,
            &before.attributes_require_verification_before_update,
        );
    }
    if let (Some(after), Some(before)) =
        (&mut after.account_recovery_setting, &before.account_recovery_setting)
    {
        keep(&mut after.recovery_mechanisms, &before.recovery_mechanisms);
    }
}

/// Omitting the configuration, or its members that restrict, does not open sign-up or prolong
/// temporary passwords. A password policy that sets the validity of temporary passwords takes the
/// place of the older setting.
fn admin_config(
    before: &CreateUserPoolRequest,
    given: &CreateUserPoolRequest,
) -> Option<AdminCreateUserConfigType> {
    let kept = before.admin_create_user_config.as_ref();
    let named = given.admin_create_user_config.as_ref();
    let mut after = named.or(kept)?.clone();
    if let Some(kept) = kept {
        keep(&mut after.allow_admin_create_user_only, &kept.allow_admin_create_user_only);
        keep(&mut after.unused_account_validity_days, &kept.unused_account_validity_days);
    }
    let names_older = named.is_some_and(|named| named.unused_account_validity_days.is_some());
    let policy = given.policies.as_ref().and_then(|policies| policies.password_policy.as_ref());
    let newer = policy.and_then(|policy| policy.temporary_password_validity_days);
    if newer.is_some_and(|days| days != 0) && !names_older {
        after.unused_account_validity_days = None;
    }
    Some(after)
}

/// The template and the three older members show the same texts: a given older member changes the
/// kept template, and a given template supersedes the kept older members.
fn keep_templates(before: &CreateUserPoolRequest, after: &mut CreateUserPoolRequest) {
    if after.verification_message_template.is_some() {
        return;
    }
    let mut template = before.verification_message_template.clone();
    if let Some(VerificationMessageTemplateType {
        sms_message, email_message, email_subject, ..
    }) = &mut template
    {
        supersede(sms_message, &after.sms_verification_message);
        supersede(email_message, &after.email_verification_message);
        supersede(email_subject, &after.email_verification_subject);
    }
    after.verification_message_template = template;
    keep(&mut after.sms_verification_message, &before.sms_verification_message);
    keep(&mut after.email_verification_message, &before.email_verification_message);
    keep(&mut after.email_verification_subject, &before.email_verification_subject);
}

fn supersede<T: Clone>(setting: &mut Option<T>, given: &Option<T>) {
    if given.is_some() {
        setting.clone_from(given);
    }
}
