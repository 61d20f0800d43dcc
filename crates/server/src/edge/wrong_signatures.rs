//! Counts requests with a wrong signature, and logs floods of them at a bounded rate.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::Time;

/// Seconds between two lines of the log about requests that have none of their own.
const LOG_SECONDS: i64 = 10;

/// The counts of this process.
#[derive(Debug, Default)]
pub(crate) struct WrongSignatures(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    /// By reason.
    counts: BTreeMap<&'static str, u64>,
    /// Those beyond their address's rate that have not been logged yet.
    unlogged: u64,
    next_log: Time,
}

impl WrongSignatures {
    /// Counts one. `reason` comes from a fixed set.
    pub(crate) fn count(&self, reason: &'static str) {
        *self.table().counts.entry(reason).or_default() += 1;
    }

    /// Logs that an address exceeds its rate, for all of them together once in ten seconds. Returns
    /// whether it was logged.
    pub(crate) fn log_flood(&self, reason: &'static str, address: IpAddr, now: Time) -> bool {
        let mut table = self.table();
        table.unlogged += 1;
        // Also if the clock was set back.
        let is_due = now >= table.next_log || table.next_log > now.plus_seconds(LOG_SECONDS);
        if !is_due {
            return false;
        }
        let requests = std::mem::take(&mut table.unlogged);
        table.next_log = now.plus_seconds(LOG_SECONDS);
        drop(table);
        tracing::warn!(
            %address,
            reason,
            requests,
            "too many requests with a wrong signature: they are refused unread"
        );
        true
    }

    /// The counts in the Prometheus text format.
    pub(crate) fn render(&self, out: &mut String) -> std::fmt::Result {
        const NAME: &str = "poolkeeper_wrong_signatures_total";
        writeln!(out, "# HELP {NAME} Signed requests refused for their signature, by reason.")?;
        writeln!(out, "# TYPE {NAME} counter")?;
        for (reason, count) in &self.table().counts {
            writeln!(out, "{NAME}{{reason=\"{reason}\"}} {count}")?;
        }
        Ok(())
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = Time(1_772_600_767_000);

    #[test]
    fn a_flood_is_logged_once_in_ten_seconds() {
        let (wrong, address) = (WrongSignatures::default(), "203.0.113.9".parse().unwrap());
        let logged = |seconds: i64| {
            let now = NOW.plus_seconds(seconds);
            (0..1_000).filter(|_| wrong.log_flood("mismatch", address, now)).count()
        };
        assert_eq!([0, 9, 10, 11, 25].map(logged), [1, 0, 1, 0, 1]);
        // The clock was set back.
        assert_eq!(logged(-3_600), 1);
    }

    #[test]
    fn counts_are_rendered_by_reason() {
        let (wrong, mut text) = (WrongSignatures::default(), String::new());
        for reason in ["mismatch", "unknown_key", "mismatch"] {
            wrong.count(reason);
        }
        wrong.render(&mut text).unwrap();
        assert!(text.contains("poolkeeper_wrong_signatures_total{reason=\"mismatch\"} 2\n"));
        assert!(text.contains("poolkeeper_wrong_signatures_total{reason=\"unknown_key\"} 1\n"));
    }
}
