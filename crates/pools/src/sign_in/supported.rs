//! Never fails open: settings that restrict sign-in and are not implemented yet refuse it.

use domain::pool::{Trigger, UserPool};
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};
use crate::request::refuse_configured;

/// The triggers that every sign-in fires.
const TRIGGERS: [Trigger; 3] =
    [Trigger::PreAuthentication, Trigger::PostAuthentication, Trigger::PreTokenGeneration];

/// Refuses a sign-in to a pool whose required second factor, enforced threat protection or triggers
/// this server does not have.
///
/// # Errors
/// `InvalidUserPoolConfigurationException`; the refusal of a trigger.
pub(crate) fn require_supported(pool: &UserPool) -> Result<(), Error> {
    if pool.mfa_required() {
        return Err(refuse(
            Kind::InvalidUserPoolConfiguration,
            "Multi-factor authentication is required by the user pool and not supported by this \
             server.",
        ));
    }
    if pool.threat_protection_enforced() {
        return Err(refuse(
            Kind::InvalidUserPoolConfiguration,
            "Threat protection is enforced by the user pool and not supported by this server.",
        ));
    }
    refuse_configured(pool, &TRIGGERS)
}
