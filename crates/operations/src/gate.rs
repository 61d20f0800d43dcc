//! Never fail open: settings that restrict access and are not built yet refuse what they guard.

use domain::pool::{Trigger, UserPool};
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};

/// The triggers that word or send a message.
pub(crate) const SENDING: [Trigger; 3] =
    [Trigger::CustomMessage, Trigger::CustomSmsSender, Trigger::CustomEmailSender];

/// Refuses when a trigger that would run here is configured: there is no runner for it.
pub(crate) fn no_triggers(pool: &UserPool, triggers: &[Trigger]) -> Result<(), Error> {
    match triggers.iter().find(|trigger| pool.trigger(**trigger).is_some()) {
        None => Ok(()),
        Some(trigger) => Err(refuse(
            Kind::UnexpectedLambda,
            format!(
                "{} invocation failed due to error not supported by this server.",
                trigger.as_str()
            ),
        )),
    }
}

/// Refuses a sign-in to a pool whose required second factor or enforced threat protection cannot be
/// asked for.
pub(crate) fn sign_in(pool: &UserPool) -> Result<(), Error> {
    if pool.mfa_required() {
        return Err(refuse(
            Kind::InvalidUserPoolConfiguration,
            "Multi-factor authentication is required by the user pool and not supported by this server.",
        ));
    }
    if pool.threat_protection_enforced() {
        return Err(refuse(
            Kind::InvalidUserPoolConfiguration,
            "Threat protection is enforced by the user pool and not supported by this server.",
        ));
    }
    no_triggers(
        pool,
        &[Trigger::PreAuthentication, Trigger::PostAuthentication, Trigger::PreTokenGeneration],
    )
}
