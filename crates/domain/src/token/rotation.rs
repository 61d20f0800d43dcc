//! Rotation of refresh tokens: which tokens of a family are still valid (developer guide "Refresh
//! token rotation").

use serde::{Deserialize, Serialize};

use crate::Time;
use crate::document::BadDocument;

/// The longest `RetryGracePeriodSeconds`.
const MAX_GRACE_SECONDS: i64 = 60;
/// How long after its grace period a retired token is taken for one that was used twice at the same
/// time, by two tabs of a browser for instance, and not for a stolen one.
const OVERLAP_SECONDS: i64 = 10;
/// How long the time of a retirement is remembered, with a margin for nodes whose clocks differ.
/// That the token is retired is known for as long as the family lives.
const REMEMBERED_SECONDS: i64 = MAX_GRACE_SECONDS + OVERLAP_SECONDS + 60;
/// Maximum number of retirements remembered.
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
    /// Retired within the grace period: its use is a retry.
    Retired,
    /// Retired so recently that it was probably used twice at the same time. No longer valid.
    Overlapping,
    /// Retired some time ago. Of its two users, one is not the user that it was issued to.
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
    /// Whether a token is retired is a matter of its serial alone. Time only decides what follows
    /// from its use, and may be that of a node whose clock differs from that of the node which
    /// retired it: without a grace period no time lets a retired token in, and a time before the
    /// retirement makes no use a late one.
    ///
    /// A serial ahead of the family's is valid: the holder was issued it, so the stored state must
    /// come from an older backup.
    pub fn standing(&self, serial: i64, now: Time, grace_seconds: i64) -> Standing {
        if serial >= self.current {
            return Standing::Current;
        }
        let grace = grace_seconds.clamp(0, MAX_GRACE_SECONDS).unsigned_abs() * 1_000;
        let overlap = grace + OVERLAP_SECONDS.unsigned_abs() * 1_000;
        let is_late = |at: i64| now.millis() > at && now.millis().abs_diff(at) > overlap;
        let remembered = self.retired.iter().find(|(retired, _)| *retired == serial);
        let is_late = match remembered {
            Some((_, at)) if now.millis().abs_diff(*at) < grace => return Standing::Retired,
            Some((_, at)) => is_late(*at),
            None => self.overflowed_at().is_none_or(is_late),
        };
        if is_late { Standing::Reused } else { Standing::Overlapping }
    }

    /// The last time at which a retirement can have been forgotten for lack of room, in
    /// milliseconds. `None` if there was room: all others retired long ago.
    fn overflowed_at(&self) -> Option<i64> {
        let oldest = self.retired.first().filter(|_| self.retired.len() >= MAX_RETIRED);
        oldest.map(|(_, at)| *at)
    }

    /// The rotation state once the current token, with this serial, has been used.
    #[must_use]
    pub fn used(&self, serial: i64, now: Time) -> Self {
        let forgotten = now.plus_seconds(-REMEMBERED_SECONDS).millis();
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
