//! Counters in the Prometheus text format (version 0.0.4).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::per_thread::PerThread;

/// Upper bounds of the duration histogram, in microseconds.
const BUCKETS_US: [u64; 12] =
    [250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000, 5_000_000];

/// Counts of this process's requests by operation and outcome.
#[derive(Debug, Default)]
pub struct Metrics(PerThread<Table>);

type Table = BTreeMap<&'static str, Requests>;

#[derive(Debug, Default)]
struct Requests {
    outcomes: BTreeMap<&'static str, u64>,
    buckets: [u64; BUCKETS_US.len()],
    count: u64,
    micros: u64,
}

impl Metrics {
    /// Counts one request. Both names come from fixed sets, so clients cannot grow the table.
    pub fn record(&self, operation: &'static str, outcome: &'static str, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let mut table = self.0.own();
        let requests = table.entry(operation).or_default();
        *requests.outcomes.entry(outcome).or_default() += 1;
        requests.count += 1;
        requests.micros = requests.micros.saturating_add(micros);
        let bucket = BUCKETS_US.partition_point(|bound| *bound < micros);
        if let Some(bucket) = requests.buckets.get_mut(bucket) {
            *bucket += 1;
        }
    }

    /// The text of `/_poolkeeper/metrics`; `gauges` are further counters: name, help, value.
    pub fn render(&self, further: &[(&str, &str, u64)]) -> String {
        let mut out = String::with_capacity(4096);
        let _ = self.render_into(&mut out, further);
        out
    }

    fn render_into(&self, out: &mut String, further: &[(&str, &str, u64)]) -> std::fmt::Result {
        let version = env!("CARGO_PKG_VERSION");
        writeln!(out, "# HELP poolkeeper_build_info The running version.")?;
        writeln!(out, "# TYPE poolkeeper_build_info gauge")?;
        writeln!(out, "poolkeeper_build_info{{version=\"{version}\"}} 1")?;
        let table = self.table();
        writeln!(out, "# HELP poolkeeper_requests_total Requests by operation and outcome.")?;
        writeln!(out, "# TYPE poolkeeper_requests_total counter")?;
        for (operation, requests) in table.iter() {
            for (outcome, count) in &requests.outcomes {
                writeln!(
                    out,
                    "poolkeeper_requests_total{{operation=\"{operation}\",outcome=\"{outcome}\"}} {count}"
                )?;
            }
        }
        writeln!(
            out,
            "# HELP poolkeeper_request_duration_seconds Time from the request's head to its answer."
        )?;
        writeln!(out, "# TYPE poolkeeper_request_duration_seconds histogram")?;
        for (operation, requests) in table.iter() {
            requests.render_durations(operation, out)?;
        }
        for (name, help, value) in further {
            writeln!(out, "# HELP {name} {help}\n# TYPE {name} counter\n{name} {value}")?;
        }
        Ok(())
    }

    /// The counts of all threads together.
    fn table(&self) -> Table {
        let mut sum = Table::new();
        for table in self.0.all() {
            for (operation, requests) in table.iter() {
                sum.entry(operation).or_default().add(requests);
            }
        }
        sum
    }
}

impl Requests {
    fn add(&mut self, other: &Self) {
        for (outcome, count) in &other.outcomes {
            *self.outcomes.entry(outcome).or_default() += count;
        }
        for (sum, count) in self.buckets.iter_mut().zip(other.buckets) {
            *sum += count;
        }
        self.count += other.count;
        self.micros = self.micros.saturating_add(other.micros);
    }

    fn render_durations(&self, operation: &str, out: &mut String) -> std::fmt::Result {
        const NAME: &str = "poolkeeper_request_duration_seconds";
        let mut below = 0;
        for (bound, count) in BUCKETS_US.iter().zip(self.buckets) {
            below += count;
            let bound = seconds(*bound);
            writeln!(out, "{NAME}_bucket{{operation=\"{operation}\",le=\"{bound}\"}} {below}")?;
        }
        writeln!(out, "{NAME}_bucket{{operation=\"{operation}\",le=\"+Inf\"}} {}", self.count)?;
        writeln!(out, "{NAME}_sum{{operation=\"{operation}\"}} {}", seconds(self.micros))?;
        writeln!(out, "{NAME}_count{{operation=\"{operation}\"}} {}", self.count)
    }
}

/// Microseconds as a decimal number of seconds.
fn seconds(micros: u64) -> String {
    let text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_rendered() {
        let metrics = Metrics::default();
        metrics.record("SignUp", "ok", Duration::from_micros(250));
        // Another thread counts separately.
        std::thread::scope(|scope| {
            drop(scope.spawn(|| metrics.record("SignUp", "ok", Duration::from_micros(251))));
        });
        metrics.record("SignUp", "UsernameExistsException", Duration::from_secs(9));
        let text = metrics.render(&[("poolkeeper_store_reads_total", "Reads.", 5)]);
        for line in [
            "poolkeeper_requests_total{operation=\"SignUp\",outcome=\"ok\"} 2",
            "poolkeeper_requests_total{operation=\"SignUp\",outcome=\"UsernameExistsException\"} 1",
            "poolkeeper_request_duration_seconds_bucket{operation=\"SignUp\",le=\"0.00025\"} 1",
            "poolkeeper_request_duration_seconds_bucket{operation=\"SignUp\",le=\"0.0005\"} 2",
            "poolkeeper_request_duration_seconds_bucket{operation=\"SignUp\",le=\"5\"} 2",
            "poolkeeper_request_duration_seconds_bucket{operation=\"SignUp\",le=\"+Inf\"} 3",
            "poolkeeper_request_duration_seconds_sum{operation=\"SignUp\"} 9.000501",
            "poolkeeper_request_duration_seconds_count{operation=\"SignUp\"} 3",
            "poolkeeper_store_reads_total 5",
        ] {
            assert!(text.lines().any(|given| given == line), "{line} not in\n{text}");
        }
    }
}
