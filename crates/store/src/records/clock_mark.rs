//! `clock_marks`

use super::record_macro::record;

record! {
    /// A time that has come, so that a clock that is ahead removes nothing too early.
    pub struct ClockMark in "clock_marks" (23, Contended) {
        parent {}
        key {
            /// What is bounded; `expiry` is the only one.
            name: String,
        }
        values {
            /// The time, in milliseconds.
            at: i64,
            /// What a clock claimed that is not proven yet, in milliseconds; 0 if nothing.
            claimed: i64,
            /// How long servers have run since the claim, in milliseconds.
            ran_millis: i64,
            /// What the clock showed after its last jump, in milliseconds; 0 if it never jumped.
            jumped: i64,
            /// How far it jumped, in milliseconds; negative if backwards.
            jump_millis: i64,
        }
    }
}
