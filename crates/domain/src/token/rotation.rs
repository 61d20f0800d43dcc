//! Rotation of refresh tokens: which tokens of a family are still valid (developer guide "Refresh
//! token rotation").

use serde::{Deserialize, Serialize};

use crate::Time;
use crate::document::BadDocument;

/// The longest `RetryGracePeriodSeconds`, and so the time for which a retired token is remembered.
const MAX_GRACE_SECONDS: i64 = 60;
/// Maximum number of retired tokens remembered; for any that retired earlier the grace period is
/// cut short.
const MAX_RETIRED: usize = 16;

/// The rotation state of a token family. A sign-in's first refresh token has the serial 0, its
/// successor 1, and so on; tokens issued side by side because of a retry share a serial, and retire
/// together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    v: u32,
    current: i64,
    /// Serial and time of retirement in milliseconds, oldest first.
    retired: Vec<(i64, i64)>,
}

/// The state of a refresh token within its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not used yet, or the family does not rotate.
    Current,
    /// Retired so recently that its use may be a retry.
    Retired,
    /// Retired, and presented again after the grace period.
    Reused,
}

impl Rotation {
    /// A family whose tokens were never rotated.
    #[must_use]
    pub fn new() -> Self {
        Self { v: 1, current: 0, retired: Vec::new() }
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text is not a rotation state in a version that this server knows.
    pub fn from_doc(text: &str) -> Result<Self, BadDocument> {
        const WHAT: &str = "refresh token rotation";
        let read: Self =
            serde_json::from_str(text).map_err(|cause| BadDocument::unreadable(WHAT, cause))?;
        if read.v == 1 { Ok(read) } else { Err(BadDocument::member(WHAT, "v")) }
    }

    /// The stored form: JSON.
    #[expect(clippy::expect_used, reason = "INVARIANT: numbers always serialise")]
    #[must_use]
    pub fn to_doc(&self) -> String {
        serde_json::to_string(self).expect("numbers serialise")
    }

    /// The serial of the token to be used next.
    pub fn current(&self) -> i64 {
        self.current
    }

    /// The state of the token with this serial, where clients may retry for `grace_seconds` (0:
    /// never).
    ///
    /// A serial ahead of the family's is valid: the holder was issued it, so the stored state must
    /// come from an older backup.
    pub fn standing(&self, serial: i64, now: Time, grace_seconds: i64) -> Standing {
        if serial >= self.current {
            return Standing::Current;
        }
        let grace_ends = |at: i64| Time(at).plus_seconds(grace_seconds);
        let in_grace =
            self.retired.iter().any(|(retired, at)| *retired == serial && now < grace_ends(*at));
        if in_grace { Standing::Retired } else { Standing::Reused }
    }

    /// The rotation state once the current token, with this serial, has been used.
    #[must_use]
    pub fn used(&self, serial: i64, now: Time) -> Self {
        let forgotten = now.plus_seconds(-MAX_GRACE_SECONDS).millis();
        let mut retired: Vec<(i64, i64)> =
            self.retired.iter().copied().filter(|(_, at)| *at > forgotten).collect();
        retired.push((serial, now.millis()));
        let surplus = retired.len().saturating_sub(MAX_RETIRED);
        retired.drain(..surplus);
        Self { v: 1, current: serial.max(self.current).saturating_add(1), retired }
    }
}

impl Default for Rotation {
    fn default() -> Self {
        Self::new()
    }
}
