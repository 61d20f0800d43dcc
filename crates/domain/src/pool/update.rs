//! UpdateUserPool: replaces a pool's settings.

use wire::idp::{CreateUserPoolRequest, UpdateUserPoolRequest, UserPoolPolicyType};

use super::{SettingsRefusal, UserPool, create, tier};
use crate::Time;

impl UserPool {
    /// The pool with the settings of an UpdateUserPool request. Settings the request omits become
    /// unset, except for the name, the tier, the tags, `Policies` as a whole, the password policy
    /// and `DcrConfiguration`, which stay. The request has no members for the schema, sign-in
    /// names, case sensitivity and second factors other than SMS.
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
        let given = replaced(before, request);
        let after = CreateUserPoolRequest {
            policies: policies(before, &given),
            dcr_configuration: given
                .dcr_configuration
                .clone()
                .or_else(|| before.dcr_configuration.clone()),
            ..given.clone()
        };
        tier::check_tier_change(before, &given, &after, &self.second_factors)?;
        create::check_settings(&after, &self.second_factors)?;
        Ok(Self { modified: now, settings: after, ..self.clone() })
    }
}

/// Omitting the password policy does not loosen it.
fn policies(
    before: &CreateUserPoolRequest,
    given: &CreateUserPoolRequest,
) -> Option<UserPoolPolicyType> {
    let kept = before.policies.as_ref();
    let Some(given) = &given.policies else { return kept.cloned() };
    let password_policy = given
        .password_policy
        .clone()
        .or_else(|| kept.and_then(|kept| kept.password_policy.clone()));
    Some(UserPoolPolicyType { password_policy, ..given.clone() })
}

/// The request's settings over those that it cannot or did not change. Names every member, so that
/// a member added to the model cannot be forgotten.
fn replaced(
    before: &CreateUserPoolRequest,
    request: UpdateUserPoolRequest,
) -> CreateUserPoolRequest {
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
        user_pool_tags: request.user_pool_tags.or_else(|| before.user_pool_tags.clone()),
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
