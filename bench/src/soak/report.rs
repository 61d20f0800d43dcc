//! The soak's figures in Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::{FAULTS_PER_THOUSAND, NODES, WORKERS};
use crate::machine;

/// The results of a soak.
pub(super) struct SoakResults {
    pub(super) length: Duration,
    pub(super) users: usize,
    /// From the primary's failure to the first write; `None` if there was none.
    pub(super) gap: Option<Duration>,
    /// From the primary's failure to the promotion.
    pub(super) promoted: Duration,
    pub(super) faults_in_gap: usize,
    pub(super) faults_outside: usize,
    pub(super) kinds: BTreeMap<&'static str, Kind>,
    /// Latencies outside the gap, ascending.
    pub(super) latencies: Vec<Duration>,
    pub(super) injected: Vec<(&'static str, u64)>,
    pub(super) breaches: Vec<String>,
}

/// Number of answers of an operation.
#[derive(Debug, Default)]
pub(super) struct Kind {
    pub(super) done: u64,
    pub(super) refused: u64,
    pub(super) faults: u64,
    pub(super) unanswered: u64,
}

/// The section for the results file.
pub(super) fn text(soaked: &SoakResults, date: &str) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write(&mut out, soaked, date);
    out.trim_end().to_owned()
}

fn write(out: &mut String, soaked: &SoakResults, date: &str) -> std::fmt::Result {
    writeln!(
        out,
        "## Soak\n\nWritten by `cargo xtask soak --write`. {date}, {}.\n",
        machine::describe()
    )?;
    writeln!(
        out,
        "{NODES} servers on a primary and its synchronous standby for {} s; {WORKERS} clients and\n\
         a race for one name, each call to a random server; {FAULTS_PER_THOUSAND} of a thousand\n\
         writing transactions meet a fault on their way to the database. The primary is killed\n\
         halfway and the standby promoted. Afterwards everything acknowledged is checked,\n\
         including `poolkeeper doctor --deep`.\n",
        soaked.length.as_secs()
    )?;
    let total: u64 = soaked
        .kinds
        .values()
        .map(|kind| kind.done + kind.refused + kind.faults + kind.unanswered)
        .sum();
    writeln!(
        out,
        "| | |\n|---|---|\n| Requests, including checks | {total} |\n| Users | {} |",
        soaked.users
    )?;
    let gap = soaked
        .gap
        .map_or_else(|| "endless".to_owned(), |gap| format!("{:.1} s", gap.as_secs_f64()));
    let promoted = soaked.promoted.as_secs_f64();
    writeln!(
        out,
        "| Time without writes | {gap}, of which {promoted:.1} s until the standby was promoted |"
    )?;
    writeln!(
        out,
        "| 5xx during that time, and otherwise | {}, {} |",
        soaked.faults_in_gap, soaked.faults_outside
    )?;
    let [p50, p99, most] =
        [0.5, 0.99, 1.0].map(|part| quantile(&soaked.latencies, part).as_secs_f64() * 1e3);
    writeln!(out, "| p50, p99, maximum, otherwise | {p50:.1} ms, {p99:.1} ms, {most:.0} ms |")?;
    for (name, count) in &soaked.injected {
        writeln!(out, "| Faults: {name} | {count} |")?;
    }
    writeln!(out, "| Breaches | {} |", soaked.breaches.len())?;
    writeln!(out, "\n| Operation | 200 | 4xx | 5xx | no answer |\n|---|---|---|---|---|")?;
    for (name, Kind { done, refused, faults, unanswered }) in &soaked.kinds {
        writeln!(out, "| {name} | {done} | {refused} | {faults} | {unanswered} |")?;
    }
    Ok(())
}

fn quantile(ascending: &[Duration], part: f64) -> Duration {
    let at = (ascending.len() as f64 * part) as usize;
    ascending.get(at.min(ascending.len().saturating_sub(1))).copied().unwrap_or_default()
}
