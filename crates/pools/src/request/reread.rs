//! Retries reads that caught a name and its user out of step.
//!
//! A name and its user are written in one commit, but a sharded engine has no snapshot over both:
//! for some milliseconds a reader may see one without the other. Engines with a snapshot show this
//! only in a race with a change of the name.

use std::time::Duration;

/// Pauses before the retries, in milliseconds.
const PAUSES: [u64; 3] = [2, 4, 8];

/// Number of retries by one request.
#[derive(Default)]
pub(crate) struct Rereads(usize);

impl Rereads {
    /// Pauses before the next retry; `false` once there were enough and the last read counts.
    pub(crate) async fn pause(&mut self) -> bool {
        let Some(pause) = PAUSES.get(self.0) else { return false };
        self.0 += 1;
        tokio::time::sleep(Duration::from_millis(*pause)).await;
        true
    }
}
