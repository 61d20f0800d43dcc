//! CreateUserPool, and the rules that involve several settings.

use wire::idp::{CreateUserPoolRequest, EncryptionKeyType};

use super::mfa::SecondFactors;
use super::{
    SettingsRefusal, UserPool, acr, factors, invalid, messages, passwords, recovery, tags, tier,
    triggers,
};
use crate::Time;
use crate::schema::Schema;

impl UserPool {
    /// A new user pool with the settings of a CreateUserPool request whose members have been
    /// validated one by one.
    ///
    /// # Errors
    /// The first rule that the settings break, with the exception's message.
    pub fn create(
        id: &str,
        now: Time,
        mut request: CreateUserPoolRequest,
    ) -> Result<Self, SettingsRefusal> {
        request.policies = passwords::explicit(request.policies, false);
        let second_factors = SecondFactors::default();
        check_named(&request, &request, &second_factors)?;
        check_settings(&request, &second_factors)?;
        let entries = request.schema.as_deref_mut().unwrap_or_default();
        let schema = Schema::create(entries)?;
        schema.make_explicit(entries);
        let added = Vec::new();
        Ok(Self {
            id: id.to_owned(),
            created: now,
            modified: now,
            settings: request,
            second_factors,
            added,
            sessions: None,
            schema,
        })
    }
}

/// Checks the rules that hold only for settings that a request names: what stays is not checked
/// again. `after` are the settings that the pool will have.
pub(super) fn check_named(
    given: &CreateUserPoolRequest,
    after: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    check_verified_before_update(given)?;
    factors::check_named(given, after, second_factors)
}

/// The attributes must be verified automatically by the same request.
fn check_verified_before_update(given: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let automatic = given.auto_verified_attributes.as_deref().unwrap_or_default();
    let before_update = given
        .user_attribute_update_settings
        .as_ref()
        .and_then(|settings| settings.attributes_require_verification_before_update.as_deref())
        .unwrap_or_default();
    if before_update.iter().any(|attribute| !automatic.contains(attribute)) {
        return invalid(
            "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes",
        );
    }
    Ok(())
}

/// Checks all other rules except those of the schema, for new and changed pools alike.
pub(super) fn check_settings(
    request: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    check_sign_in_names(request)?;
    check_temporary_passwords(request)?;
    check_verification(request)?;
    messages::check_sender(request)?;
    messages::check_link(request)?;
    factors::check_factors(request, second_factors)?;
    recovery::check_recovery(request, second_factors)?;
    triggers::check_triggers(request)?;
    tier::check_tier(request, second_factors)?;
    acr::check_acr_names(request.acr_configuration.as_ref())?;
    check_key(request)?;
    tags::check_tags(request.user_pool_tags.as_ref())
}

fn check_sign_in_names(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let set = |count: Option<usize>| count.unwrap_or(0) > 0;
    if set(request.alias_attributes.as_ref().map(Vec::len))
        && set(request.username_attributes.as_ref().map(Vec::len))
    {
        return invalid(
            "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.",
        );
    }
    Ok(())
}

/// If the newer of the two settings is used, the older one must not be; 0 counts as absent in both.
fn check_temporary_passwords(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let policy = request.policies.as_ref().and_then(|policies| policies.password_policy.as_ref());
    let newer = policy.and_then(|policy| policy.temporary_password_validity_days);
    let older = request
        .admin_create_user_config
        .as_ref()
        .and_then(|config| config.unused_account_validity_days);
    match (newer, older) {
        (Some(newer), Some(older)) if newer != 0 && older != 0 => invalid(
            "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays",
        ),
        _ => Ok(()),
    }
}

fn check_verification(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    use wire::idp::VerifiedAttributeType::PhoneNumber;
    let automatic = request.auto_verified_attributes.as_deref().unwrap_or_default();
    if automatic.contains(&PhoneNumber) && request.sms_configuration.is_none() {
        return invalid(
            "SMS configuration is required when phone_number is selected for auto verification",
        );
    }
    Ok(())
}

/// The key setting describes AWS's own encryption; this server seals everything with its master
/// keys, whatever the setting says.
fn check_key(request: &CreateUserPoolRequest) -> Result<(), SettingsRefusal> {
    let Some(key) = &request.key_configuration else { return Ok(()) };
    match (key.key_type, &key.kms_key_arn) {
        (Some(EncryptionKeyType::CustomerManagedKey), None) => {
            invalid("KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY.")
        }
        (Some(EncryptionKeyType::AwsOwnedKey), Some(_)) => {
            invalid("KmsKeyArn is not allowed when KeyType is AWS_OWNED_KEY.")
        }
        _ => Ok(()),
    }
}
