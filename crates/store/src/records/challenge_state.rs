//! `challenge_state`

use super::record_macro::record;

record! {
    /// The state of a challenge that is too large for its session string.
    pub struct ChallengeState in "challenge_state" (16, OwnKey) {
        parent {
            /// Placed by the state's id.
            part: String,
        }
        key {
            /// The state's random id.
            id: String,
        }
        values {
            /// The state, sealed.
            sealed: Vec<u8>,
            /// When the row expires, in milliseconds.
            expires: i64,
        }
    }
}
