//! `challenge_state`

use super::record_macro::record;

record! {
    /// The state of a challenge that does not fit into its session string.
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
            /// Milliseconds.
            expires: i64,
        }
    }
}
