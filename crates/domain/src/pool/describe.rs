//! A user pool as DescribeUserPool and ListUserPools show it: what was set, and otherwise the
//! service's defaults.

use wire::idp::{
    AdminCreateUserConfigType, AuthFactorType, DcrConfigurationType, DefaultEmailOptionType,
    DeletionProtectionType, EmailConfigurationType, EmailSendingAccountType, EncryptionKeyType,
    IssuerConfigurationType, IssuerType, KeyConfigurationType, LambdaConfigType,
    PreTokenGenerationLambdaVersionType, PreTokenGenerationVersionConfigType, SignInPolicyType,
    StatusType, UserAttributeUpdateSettingsType, UserPoolDescriptionType, UserPoolMfaType,
    UserPoolPolicyType, UserPoolType, VerificationMessageTemplateType,
};

use super::UserPool;
use crate::ids;

impl UserPool {
    /// The pool as DescribeUserPool returns it. Unset members without a default stay absent.
    pub fn describe(&self, account_id: &str, estimated_users: i64) -> UserPoolType {
        let given = &self.settings;
        let template = self.verification_template();
        UserPoolType {
            id: Some(self.id.clone()),
            name: Some(given.pool_name.clone()),
            arn: Some(ids::pool_arn(account_id, &self.id)),
            creation_date: Some(self.created.into()),
            last_modified_date: Some(self.modified.into()),
            policies: Some(self.described_policies()),
            deletion_protection: Some(
                given.deletion_protection.unwrap_or(DeletionProtectionType::Inactive),
            ),
            lambda_config: Some(self.described_triggers()),
            schema_attributes: Some(self.schema.describe()),
            auto_verified_attributes: given.auto_verified_attributes.clone(),
            alias_attributes: given.alias_attributes.clone(),
            username_attributes: given.username_attributes.clone(),
            sms_verification_message: template.sms_message.clone(),
            email_verification_message: template.email_message.clone(),
            email_verification_subject: template.email_subject.clone(),
            verification_message_template: Some(template),
            sms_authentication_message: given.sms_authentication_message.clone(),
            user_attribute_update_settings: Some(self.described_update_settings()),
            mfa_configuration: Some(given.mfa_configuration.unwrap_or(UserPoolMfaType::Off)),
            device_configuration: given.device_configuration.clone(),
            estimated_number_of_users: Some(i32::try_from(estimated_users).unwrap_or(i32::MAX)),
            email_configuration: Some(self.described_email()),
            sms_configuration: given.sms_configuration.clone(),
            user_pool_tags: Some(self.tags()),
            admin_create_user_config: Some(self.described_admin_config()),
            user_pool_add_ons: given.user_pool_add_ons.clone(),
            dcr_configuration: self.described_registration(),
            username_configuration: given.username_configuration.clone(),
            account_recovery_setting: Some(self.described_recovery()),
            user_pool_tier: Some(self.tier()),
            key_configuration: Some(self.described_key()),
            issuer_configuration: Some(self.described_issuer()),
            acr_configuration: Some(self.acr_levels()),
            ..UserPoolType::default()
        }
    }

    /// The pool as ListUserPools returns it.
    pub fn summary(&self) -> UserPoolDescriptionType {
        UserPoolDescriptionType {
            id: Some(self.id.clone()),
            name: Some(self.settings.pool_name.clone()),
            // Whatever the pool calls.
            lambda_config: Some(LambdaConfigType::default()),
            creation_date: Some(self.created.into()),
            last_modified_date: Some(self.modified.into()),
            ..UserPoolDescriptionType::default()
        }
    }

    /// The verification templates: the three older members supply what the template leaves out.
    pub(crate) fn verification_template(&self) -> VerificationMessageTemplateType {
        let given = &self.settings;
        let mut template = given.verification_message_template.clone().unwrap_or_default();
        template.sms_message =
            template.sms_message.or_else(|| given.sms_verification_message.clone());
        template.email_message =
            template.email_message.or_else(|| given.email_verification_message.clone());
        template.email_subject =
            template.email_subject.or_else(|| given.email_verification_subject.clone());
        template.default_email_option.get_or_insert(DefaultEmailOptionType::ConfirmWithCode);
        template
    }

    fn described_policies(&self) -> UserPoolPolicyType {
        let given =
            self.settings.policies.as_ref().and_then(|policies| policies.sign_in_policy.clone());
        let mut sign_in: SignInPolicyType = given.unwrap_or_default();
        sign_in.allowed_first_auth_factors.get_or_insert_with(|| vec![AuthFactorType::Password]);
        UserPoolPolicyType {
            password_policy: Some(self.effective_policy()),
            sign_in_policy: Some(sign_in),
        }
    }

    /// A pre token generation function appears in both of its members, whichever was set.
    fn described_triggers(&self) -> LambdaConfigType {
        let mut config = self.settings.lambda_config.clone().unwrap_or_default();
        match (&config.pre_token_generation, &config.pre_token_generation_config) {
            (Some(arn), None) => {
                config.pre_token_generation_config = Some(PreTokenGenerationVersionConfigType {
                    lambda_version: PreTokenGenerationLambdaVersionType::V1_0,
                    lambda_arn: arn.clone(),
                });
            }
            (None, Some(versioned)) => {
                config.pre_token_generation = Some(versioned.lambda_arn.clone());
            }
            _ => {}
        }
        config
    }

    fn described_update_settings(&self) -> UserAttributeUpdateSettingsType {
        let mut settings = self.settings.user_attribute_update_settings.clone().unwrap_or_default();
        settings.attributes_require_verification_before_update.get_or_insert_default();
        settings
    }

    /// Client registration is on unless the configuration says otherwise.
    fn described_registration(&self) -> Option<DcrConfigurationType> {
        let mut registration = self.settings.dcr_configuration.clone()?;
        registration.enable_status.get_or_insert(StatusType::Enabled);
        Some(registration)
    }

    fn described_key(&self) -> KeyConfigurationType {
        let mut key = self.settings.key_configuration.clone().unwrap_or_default();
        if key.kms_key_arn.is_none() {
            key.key_type.get_or_insert(EncryptionKeyType::AwsOwnedKey);
        }
        key
    }

    fn described_issuer(&self) -> IssuerConfigurationType {
        let mut issuer = self.settings.issuer_configuration.clone().unwrap_or_default();
        issuer.r#type.get_or_insert(IssuerType::Original);
        issuer
    }

    fn described_email(&self) -> EmailConfigurationType {
        let mut email = self.settings.email_configuration.clone().unwrap_or_default();
        email.email_sending_account.get_or_insert(EmailSendingAccountType::CognitoDefault);
        email
    }

    fn described_admin_config(&self) -> AdminCreateUserConfigType {
        let mut config = self.settings.admin_create_user_config.clone().unwrap_or_default();
        config.allow_admin_create_user_only.get_or_insert(false);
        config.unused_account_validity_days = Some(self.temporary_password_validity());
        config
    }
}
