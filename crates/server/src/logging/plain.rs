//! Log lines as text without colours, in the format of the library but at a fraction of its cost,
//! because every request logs one. Spans are not supported; the program opens none.

use std::fmt::{self, Debug, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_log::NormalizeEvent;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::text::date;

/// `2026-01-31T23:59:59.123456Z  INFO server::edge: request status=200`
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain;

impl<S, N> FormatEvent<S, N> for Plain
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        _context: &FmtContext<'_, S, N>,
        mut line: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        // Events from the `log` crate carry their level and target in fields.
        let normalized = event.normalized_metadata();
        let meta = normalized.as_ref().unwrap_or_else(|| event.metadata());
        line.write_str(std::str::from_utf8(&moment(now_us())).map_err(|_| fmt::Error)?)?;
        let level = meta.level().as_str();
        // Aligned to the longest level, which has five letters.
        line.write_str(if level.len() < 5 { "  " } else { " " })?;
        for part in [level, " ", meta.target(), ":"] {
            line.write_str(part)?;
        }
        let mut fields = Fields { line: &mut line, outcome: Ok(()) };
        event.record(&mut fields);
        fields.outcome?;
        line.write_char('\n')
    }
}

/// Microseconds since the epoch.
#[expect(clippy::disallowed_methods, reason = "stamps lines, decides nothing")]
fn now_us() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

/// `2026-01-31T23:59:59.123456Z`
fn moment(us: i64) -> [u8; 27] {
    let (date, time) = date::fields(us.div_euclid(1000));
    let mut text = *b"0000-00-00T00:00:00.000000Z";
    let numbers = [
        (3, date.0),
        (6, date.1),
        (9, date.2),
        (12, time.0),
        (15, time.1),
        (18, time.2),
        (25, us.rem_euclid(1_000_000)),
    ];
    for (last, mut number) in numbers {
        for digit in text.get_mut(..=last).into_iter().flatten().rev() {
            if number == 0 {
                break;
            }
            // The digit is `0`, and adding a remainder below ten keeps it a digit.
            *digit += (number % 10) as u8;
            number /= 10;
        }
    }
    text
}

/// Writes ` name=value` for each.
struct Fields<'l, 'w> {
    line: &'l mut Writer<'w>,
    outcome: fmt::Result,
}

impl Fields<'_, '_> {
    fn write(&mut self, field: &Field, value: impl FnOnce(&mut Writer<'_>) -> fmt::Result) {
        let name = field.name();
        if name.starts_with("log.") {
            return;
        }
        self.outcome = self.outcome.and_then(|()| {
            self.line.write_char(' ')?;
            if name != "message" {
                self.line.write_str(name)?;
                self.line.write_char('=')?;
            }
            value(self.line)
        });
    }
}

impl Visit for Fields<'_, '_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        // Most values need no escapes.
        let is_plain =
            value.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\');
        self.write(field, |line| {
            if field.name() == "message" {
                return write!(Escaped(line), "{value}");
            }
            if !is_plain {
                return write!(line, "{value:?}");
            }
            line.write_char('"')?;
            line.write_str(value)?;
            line.write_char('"')
        });
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.write(field, |line| line.write_str(itoa::Buffer::new().format(value)));
    }

    fn record_u128(&mut self, field: &Field, value: u128) {
        self.write(field, |line| line.write_str(itoa::Buffer::new().format(value)));
    }

    /// Everything else: the message, and values with their own formatting.
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.write(field, |line| write!(Escaped(line), "{value:?}"));
    }
}

/// Escapes control characters, so that a request can neither start a line nor control a terminal.
struct Escaped<'l, 'w>(&'l mut Writer<'w>);

impl Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(at) = rest.find(char::is_control) {
            let (before, from) = rest.split_at(at);
            self.0.write_str(before)?;
            let mut chars = from.chars();
            // Found above.
            let control = chars.next().map(char::escape_default);
            control.into_iter().flatten().try_for_each(|escape| self.0.write_char(escape))?;
            rest = chars.as_str();
        }
        self.0.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    /// The lines that `log` writes, without their timestamps.
    fn lines_of(log: impl FnOnce()) -> String {
        #[derive(Clone, Default)]
        struct Kept(Arc<Mutex<Vec<u8>>>);
        impl io::Write for Kept {
            fn write(&mut self, line: &[u8]) -> io::Result<usize> {
                self.0.lock().unwrap().extend_from_slice(line.get(27..).expect("a moment"));
                Ok(line.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber = tracing_subscriber::fmt()
            .event_format(Plain)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::with_default(subscriber, log);
        String::from_utf8(kept.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn fields_follow_the_message() {
        let lines = lines_of(|| {
            tracing::info!(target: "edge", text = "a\"b", path = %"p q", none = None::<&str>, n = 7, negative = -7, whole = 9_u128, "request");
            tracing::error!(target: "edge", is = true, text = "plain");
        });
        let expected = "  INFO edge: request text=\"a\\\"b\" path=p q n=7 negative=-7 whole=9\n \
            ERROR edge: is=true text=\"plain\"\n";
        assert_eq!(lines, expected);
    }

    #[test]
    fn control_characters_are_escaped() {
        let evil = "a\nb\x1b[2Jc\u{9b}d";
        let lines =
            lines_of(|| tracing::warn!(target: "edge", text = evil, shown = %evil, "{evil}"));
        let escaped = r"a\nb\u{1b}[2Jc\u{9b}d";
        assert_eq!(lines, format!("  WARN edge: {escaped} text=\"{escaped}\" shown={escaped}\n"));
    }

    #[test]
    fn timestamps_have_microseconds() {
        let text = |us| String::from_utf8(moment(us).to_vec()).unwrap();
        assert_eq!(text(0), "1970-01-01T00:00:00.000000Z");
        assert_eq!(text(1_769_903_999_123_456), "2026-01-31T23:59:59.123456Z");
        assert_eq!(text(4_107_542_400_000_007), "2100-03-01T00:00:00.000007Z");
    }
}
