//! MFA and first factors: which settings are compatible.

use wire::idp::{AuthFactorType, CreateUserPoolRequest, UserPoolMfaType};

use super::mfa::{self, SecondFactors};
use super::{SettingsRefusal, invalid};

/// Checks a named `MfaConfiguration` and a named `Policies.SignInPolicy` against the methods that
/// the pool will have.
pub(super) fn check_named(
    given: &CreateUserPoolRequest,
    after: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    // Only SMS can be set up here; other methods are set with SetUserPoolMfaConfig.
    if !mfa::is_off(given.mfa_configuration) && !second_factors.has_method(after) {
        return invalid(
            "SMS configuration and Auto verification for phone_number are required when MFA is required/optional",
        );
    }
    if given.email_configuration.is_some()
        && !mfa::is_off(after.mfa_configuration)
        && second_factors.email_lacks_sender(after)
    {
        return mfa::no_own_sender();
    }
    let named = allowed_first_factors(given).unwrap_or_default();
    if named.contains(&AuthFactorType::SmsOtp) && after.sms_configuration.is_none() {
        return invalid(
            "SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration",
        );
    }
    Ok(())
}

/// Checks `Policies.SignInPolicy`, and that required MFA allows its factors.
pub(super) fn check_factors(
    request: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    let Some(factors) = allowed_first_factors(request) else { return Ok(()) };
    if factors.contains(&AuthFactorType::SoftwareToken) {
        return invalid(
            "SOFTWARE_TOKEN is not supported as one of the allowed first auth factors.",
        );
    }
    if !factors.contains(&AuthFactorType::Password) {
        return invalid("Password should be configured as one of the allowed first auth factors.");
    }
    if request.mfa_configuration != Some(UserPoolMfaType::On) {
        return Ok(());
    }
    check_codes(factors)?;
    if factors.contains(&AuthFactorType::WebAuthn) && !second_factors.passkeys_are_mfa() {
        return invalid(
            "WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.",
        );
    }
    Ok(())
}

/// A code that was sent cannot be one of two factors.
pub(super) fn check_codes(factors: &[AuthFactorType]) -> Result<(), SettingsRefusal> {
    if factors.iter().any(|one| matches!(one, AuthFactorType::EmailOtp | AuthFactorType::SmsOtp)) {
        return invalid(
            "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled",
        );
    }
    Ok(())
}

/// The first factors that the request allows, if it lists any.
pub(super) fn allowed_first_factors(request: &CreateUserPoolRequest) -> Option<&[AuthFactorType]> {
    let policy = request.policies.as_ref()?.sign_in_policy.as_ref()?;
    policy.allowed_first_auth_factors.as_deref()
}
