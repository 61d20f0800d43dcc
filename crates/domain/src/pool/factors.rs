//! MFA and first factors: which settings are compatible.

use wire::idp::{AuthFactorType, CreateUserPoolRequest, UserPoolMfaType};

use super::mfa::SecondFactors;
use super::{SettingsRefusal, invalid};

/// Checks `MfaConfiguration` and `Policies.SignInPolicy` against each other and against the pool's
/// MFA methods.
pub(super) fn check_factors(
    request: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    let mfa = request.mfa_configuration.unwrap_or(UserPoolMfaType::Off);
    // Only SMS can be set up here; other methods are set with SetUserPoolMfaConfig.
    if mfa != UserPoolMfaType::Off && !second_factors.has_method(request) {
        return invalid(
            "SMS configuration and Auto verification for phone_number are required when MFA is required/optional",
        );
    }
    let Some(factors) = allowed_first_factors(request) else { return Ok(()) };
    if factors.contains(&AuthFactorType::SoftwareToken) {
        return invalid(
            "SOFTWARE_TOKEN is not supported as one of the allowed first auth factors.",
        );
    }
    if !factors.contains(&AuthFactorType::Password) {
        return invalid("Password should be configured as one of the allowed first auth factors.");
    }
    let is_one_of_two = |factor: &AuthFactorType| match factor {
        AuthFactorType::Password => true,
        AuthFactorType::WebAuthn => second_factors.passkeys_are_mfa(),
        _ => false,
    };
    if mfa == UserPoolMfaType::On && !factors.iter().all(is_one_of_two) {
        return invalid(
            "MFA cannot be required when first auth factors other than PASSWORD are allowed.",
        );
    }
    Ok(())
}

/// The first factors that the request allows, if it lists any.
pub(super) fn allowed_first_factors(request: &CreateUserPoolRequest) -> Option<&[AuthFactorType]> {
    let policy = request.policies.as_ref()?.sign_in_policy.as_ref()?;
    policy.allowed_first_auth_factors.as_deref()
}
