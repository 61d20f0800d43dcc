use crate::Time;

/// Nanoseconds in a second.
const SECOND: i64 = 1_000_000_000;
/// How far a bucket can be overdrawn, in times its depth.
const MOST_DEBT: i64 = 10;

/// A request rate limit: an average number of requests per second, and a maximum burst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Nanoseconds per request.
    interval: i64,
    /// Nanoseconds in which an empty bucket fills.
    depth: i64,
}

/// How much of a bucket is used up: the time at which it is full again, in nanoseconds of the
/// callers' clock. The default is a full bucket.
///
/// This one number is the whole state (the generic cell rate algorithm, ITU-T I.371), so a full
/// bucket is the same as an unused one and need not be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spent(i64);

impl Rate {
    /// `per_second` requests per second, with bursts of up to `seconds` seconds' worth. 0 counts as
    /// 1.
    #[must_use]
    pub const fn new(per_second: u32, seconds: u32) -> Rate {
        let (per_second, seconds) =
            (if per_second == 0 { 1 } else { per_second }, if seconds == 0 { 1 } else { seconds });
        let interval = SECOND / per_second as i64;
        Rate { interval, depth: interval * per_second as i64 * seconds as i64 }
    }

    /// Takes one request from a bucket; `false` if the bucket is empty.
    #[must_use]
    pub fn take(self, bucket: &mut Spent, now: Time) -> bool {
        let now = now.0.saturating_mul(1_000_000);
        let limit = now.saturating_add(self.depth);
        // Past the limit only if the clock was set back; the bucket then counts as empty.
        bucket.0 = bucket.0.clamp(now, limit);
        let spent = bucket.0.saturating_add(self.interval);
        let is_left = spent <= limit;
        if is_left {
            bucket.0 = spent;
        }
        is_left
    }

    /// Whether a request is left in a bucket that [`Rate::charge`] takes from. Takes nothing.
    #[must_use]
    pub fn has_left(self, bucket: Spent, now: Time) -> bool {
        let now = now.0.saturating_mul(1_000_000);
        let spent = self.within_debt(bucket, now).0;
        spent.saturating_add(self.interval) <= now.saturating_add(self.depth)
    }

    /// Takes one request from a bucket, from an empty one too: it is then overdrawn, and has none
    /// left for longer. For costs that are known only afterwards: of many at once, each is charged.
    pub fn charge(self, bucket: &mut Spent, now: Time) {
        let now = now.0.saturating_mul(1_000_000);
        let spent = self.within_debt(*bucket, now).0.saturating_add(self.interval);
        *bucket = self.within_debt(Spent(spent), now);
    }

    /// Past the largest debt only if the clock was set back; this debt is then owed.
    fn within_debt(self, bucket: Spent, now: i64) -> Spent {
        let most = self.depth.saturating_mul(MOST_DEBT + 1);
        Spent(bucket.0.clamp(now, now.saturating_add(most)))
    }
}
