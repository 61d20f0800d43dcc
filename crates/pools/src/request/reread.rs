//! Reading again what cannot be, and soon will not be.
//!
//! A name and its user are written in one commit, yet a sharded engine has no snapshot over both: a
//! reader may see one of them before the other, for some milliseconds. Engines with a snapshot show
//! it only in a race with a change of the name.

use std::time::Duration;

/// Pauses before reading again, in milliseconds.
const PAUSES: [u64; 3] = [2, 4, 8];

/// How often one request has read again.
#[derive(Default)]
pub(crate) struct Rereads(usize);

impl Rereads {
    /// Waits a little. `false`: it has been read often enough, and is what it seems.
    pub(crate) async fn pause(&mut self) -> bool {
        let Some(pause) = PAUSES.get(self.0) else { return false };
        self.0 += 1;
        tokio::time::sleep(Duration::from_millis(*pause)).await;
        true
    }
}
