//! Feature plans: which settings a tier refuses.

use wire::idp::{
    AdvancedSecurityModeType, AuthFactorType, CreateUserPoolRequest,
    PreTokenGenerationLambdaVersionType as Version, StatusType, UserPoolTierType as Tier,
};

use super::mfa::SecondFactors;
use super::{SettingsRefusal, acr, factors};

/// Checks every setting against the pool's feature plan; the refusal names all those that must be
/// turned off.
pub(super) fn check_tier(
    request: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    match lacking_features(request, second_factors) {
        None => Ok(()),
        Some((tier, features)) => Err(unavailable(tier, &features)),
    }
}

/// Checks that a change of the feature plan keeps no setting that the new one lacks: `before` is
/// what the pool has, `given` what the request names, `after` both together. What the request
/// itself names is left to [`check_tier`].
pub(super) fn check_tier_change(
    before: &CreateUserPoolRequest,
    given: &CreateUserPoolRequest,
    after: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Result<(), SettingsRefusal> {
    if plan_of(before) == plan_of(after)
        || lacking_features(given, &SecondFactors::default()).is_some()
    {
        return Ok(());
    }
    match lacking_features(after, second_factors) {
        None => Ok(()),
        Some((tier, features)) => {
            Err(SettingsRefusal::TierChangeNotAllowed(to_disable(tier, &features)))
        }
    }
}

/// The refusal of features that a tier lacks.
pub(crate) fn unavailable(tier: Tier, features: &str) -> SettingsRefusal {
    SettingsRefusal::FeatureUnavailableInTier(to_disable(tier, features))
}

fn to_disable(tier: Tier, features: &str) -> String {
    format!(
        "The following features need to be disabled for the {tier} pricing tier configured: {features}"
    )
}

fn plan_of(request: &CreateUserPoolRequest) -> Tier {
    request.user_pool_tier.unwrap_or(Tier::Essentials)
}

/// The feature plan and the features in use that it lacks, if any.
fn lacking_features(
    request: &CreateUserPoolRequest,
    second_factors: &SecondFactors,
) -> Option<(Tier, String)> {
    let tier = plan_of(request);
    let mut features = Vec::new();
    if tier == Tier::Lite {
        features.extend(beyond_lite(request));
        features.extend(second_factors.beyond_lite().map(str::to_owned));
    }
    if tier != Tier::Plus && has_threat_protection(request) {
        features.push("Threat Protection".to_owned());
    }
    if features.is_empty() { None } else { Some((tier, features.join(", "))) }
}

fn beyond_lite(request: &CreateUserPoolRequest) -> Vec<String> {
    let mut features = Vec::new();
    let first_factors = factors::allowed_first_factors(request).unwrap_or_default();
    if first_factors.iter().any(|factor| *factor != AuthFactorType::Password) {
        features.push("Passwordless Sign-In".to_owned());
    }
    let policy = request.policies.as_ref().and_then(|policies| policies.password_policy.as_ref());
    if policy.and_then(|policy| policy.password_history_size).unwrap_or(0) > 0 {
        features.push("Password History".to_owned());
    }
    let trigger = request
        .lambda_config
        .as_ref()
        .and_then(|config| config.pre_token_generation_config.as_ref());
    if let Some(version) =
        trigger.map(|trigger| trigger.lambda_version).filter(|version| *version != Version::V1_0)
    {
        features.push(format!("Token Customization with Pre-Token Generation Lambda {version}"));
    }
    if request.acr_configuration.as_ref().is_some_and(acr::has_own_name) {
        features.push("ACR Configuration".to_owned());
    }
    // Without a status the configuration turns client registration on.
    if request
        .dcr_configuration
        .as_ref()
        .is_some_and(|dcr| dcr.enable_status != Some(StatusType::Disabled))
    {
        features.push("Dynamic Client Registration".to_owned());
    }
    features
}

fn has_threat_protection(request: &CreateUserPoolRequest) -> bool {
    request.user_pool_add_ons.as_ref().is_some_and(|add_ons| {
        let flows = add_ons.advanced_security_additional_flows.as_ref();
        add_ons.advanced_security_mode != AdvancedSecurityModeType::Off
            || flows.is_some_and(|flows| flows.custom_auth_mode.is_some())
    })
}
