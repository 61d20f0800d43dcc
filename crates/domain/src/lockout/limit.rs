//! Limits on attempts within a window of time. A window begins with its first attempt; one that a
//! wrong clock began is over.

use super::{State, WRONG_CLOCK_SECONDS};
use crate::Time;

/// A limit on attempts of one kind by one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The kind under which attempts are counted.
    pub kind: &'static str,
    /// Attempts allowed in a window.
    pub attempts: i64,
    /// Length of a window.
    pub seconds: i64,
}

/// Confirmations of a sign-up.
pub const CONFIRM_SIGN_UP: Limit = Limit::hourly("confirm_sign_up", 15);
/// Requests to send a confirmation code again.
pub const RESEND_CONFIRMATION_CODE: Limit = Limit::hourly("resend_confirmation_code", 5);
/// Verifications of an attribute.
pub const VERIFY_ATTRIBUTE: Limit = Limit::hourly("verify_attribute", 15);
/// Requests for an attribute verification code.
pub const ATTRIBUTE_CODE: Limit = Limit::hourly("attribute_code", 5);
/// Forgotten passwords: requests for a code and confirmations together. The service allows 5 to 20,
/// depending on the risk it sees.
pub const FORGOT_PASSWORD: Limit = Limit::hourly("forgot_password", 20);
/// Wrong previous passwords when changing the password.
pub const CHANGE_PASSWORD: Limit = Limit::hourly("change_password", 5);

/// The limit is reached: `LimitExceededException`, with `Display` as its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exceeded {
    /// When the window ends.
    pub until: Time,
}

impl std::fmt::Display for Exceeded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Attempt limit exceeded, please try after some time.")
    }
}

impl std::error::Error for Exceeded {}

impl Limit {
    const fn hourly(kind: &'static str, attempts: i64) -> Self {
        Self { kind, attempts, seconds: 60 * 60 }
    }

    /// Counts an attempt and returns the state to store. `until` and `expires` are both the end of
    /// the window.
    ///
    /// # Errors
    /// `Exceeded` if the window's attempts are used up; there is nothing to store then.
    pub fn attempt(&self, previous: &State, now: Time) -> Result<State, Exceeded> {
        let is_possible =
            previous.until <= now.plus_seconds(self.seconds.saturating_add(WRONG_CLOCK_SECONDS));
        if now >= previous.until || !is_possible {
            let until = now.plus_seconds(self.seconds);
            return Ok(State { count: 1, until, expires: until });
        }
        if previous.count >= self.attempts {
            return Err(Exceeded { until: previous.until });
        }
        Ok(State { count: previous.count.saturating_add(1), ..*previous })
    }
}
