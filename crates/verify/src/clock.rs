//! The verifier's clock.

use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970.
pub(crate) type Millis = u64;

/// The time source of the verifier.
#[derive(Clone)]
pub(crate) struct Clock(Arc<dyn Fn() -> SystemTime + Send + Sync>);

impl Clock {
    pub(crate) fn of(now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    pub(crate) fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place where the wall clock is read")]
        Self::of(SystemTime::now)
    }

    pub(crate) fn now(&self) -> Millis {
        let elapsed = (self.0)().duration_since(UNIX_EPOCH).ok();
        // With a clock before 1970 every token counts as expired; otherwise none would.
        elapsed.and_then(|elapsed| u64::try_from(elapsed.as_millis()).ok()).unwrap_or(u64::MAX)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock(..)")
    }
}
