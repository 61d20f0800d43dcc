use crate::Time;

/// Nanoseconds in a second.
const SECOND: i64 = 1_000_000_000;

/// How many requests may come: so many a second on average, and so many at once when none came
/// before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Nanoseconds after which one more may come.
    interval: i64,
    /// Nanoseconds in which a bucket that is empty fills.
    depth: i64,
}

/// How far a bucket is used up: the moment from which it is full again, in nanoseconds since 1970.
/// The default is full.
///
/// This one number is the whole state (the generic cell rate algorithm, ITU-T I.371), so a bucket
/// that is full again is the same as one that was never used, and need not be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spent(i64);

impl Rate {
    /// `per_second` requests a second, and as many at once as come in `seconds` of it. 0 counts as
    /// 1.
    #[must_use]
    pub const fn new(per_second: u32, seconds: u32) -> Rate {
        let (per_second, seconds) =
            (if per_second == 0 { 1 } else { per_second }, if seconds == 0 { 1 } else { seconds });
        let interval = SECOND / per_second as i64;
        Rate { interval, depth: interval * per_second as i64 * seconds as i64 }
    }

    /// Takes one request from a bucket at this moment; `false`: it is empty.
    #[must_use]
    pub fn take(self, bucket: &mut Spent, now: Time) -> bool {
        let now = now.0.saturating_mul(1_000_000);
        let limit = now.saturating_add(self.depth);
        // Past the limit only where the clock was set back: then it is as an empty one.
        bucket.0 = bucket.0.clamp(now, limit);
        let spent = bucket.0.saturating_add(self.interval);
        let is_left = spent <= limit;
        if is_left {
            bucket.0 = spent;
        }
        is_left
    }
}
