//! Points in time on the wire.

use std::fmt::Write;

use serde_json::{Number, Value};

use crate::{Decode, Decoder, Encode, Malformed};

/// A point in time in milliseconds since 1970. On the wire a JSON number of seconds with up to
/// three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(pub i64);

impl Decode for Timestamp {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        match &value {
            Value::Number(number) => Ok(Self(milliseconds(number))),
            other => Err(at.mismatch(other, "a Timestamp")),
        }
    }
}

impl Encode for Timestamp {
    fn encode(&self, out: &mut String) {
        let magnitude = self.0.unsigned_abs();
        let (seconds, fraction) = (magnitude / 1000, magnitude % 1000);
        let sign = if self.0 < 0 { "-" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(out, "{sign}{seconds}");
        if fraction > 0 {
            let _ = write!(out, ".{fraction:03}");
            out.truncate(out.trim_end_matches('0').len());
        }
    }
}

/// Rounds to the nearest millisecond, saturating at the bounds of `i64`.
fn milliseconds(number: &Number) -> i64 {
    match (number.as_i64(), number.as_f64()) {
        (Some(seconds), _) => seconds.saturating_mul(1000),
        (None, Some(seconds)) => (seconds * 1000.0).round() as i64,
        (None, None) => 0,
    }
}
