//! The figures in Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use super::{FAULTS_PER_THOUSAND, NODES, WORKERS};
use crate::machine;

/// What came of a soak.
pub(super) struct Soaked {
    pub(super) length: Duration,
    pub(super) users: usize,
    /// From the primary's death to the first write; none if there was no more.
    pub(super) gap: Option<Duration>,
    /// From there to the promotion.
    pub(super) promoted: Duration,
    pub(super) faults_in_gap: usize,
    pub(super) faults_outside: usize,
    pub(super) kinds: BTreeMap<&'static str, Kind>,
    /// Outside the gap, ascending.
    pub(super) latencies: Vec<Duration>,
    pub(super) injected: Vec<(&'static str, u64)>,
    pub(super) breaches: Vec<String>,
}

/// Answers of an operation.
#[derive(Debug, Default)]
pub(super) struct Kind {
    pub(super) done: u64,
    pub(super) refused: u64,
    pub(super) faults: u64,
    pub(super) unanswered: u64,
}

/// The section of the results.
pub(super) fn text(soaked: &Soaked, date: &str) -> String {
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = write(&mut out, soaked, date);
    out.trim_end().to_owned()
}

fn write(out: &mut String, soaked: &Soaked, date: &str) -> std::fmt::Result {
    writeln!(
        out,
        "## Soak\n\nMade by `cargo xtask soak --write`. {date}, {}.\n",
        machine::describe()
    )?;
    writeln!(
        out,
        "{NODES} servers over a primary and its synchronous standby for {} s; {WORKERS} clients and a race for one name, each\n\
         call at a server of its choice; of a thousand transactions that write, {FAULTS_PER_THOUSAND} meet a fault on their way\n\
         to the database. The primary is killed in the middle and the standby promoted. Everything acknowledged is checked\n\
         afterwards, `poolkeeper doctor --deep` included.\n",
        soaked.length.as_secs()
    )?;
    let total: u64 = soaked
        .kinds
        .values()
        .map(|kind| kind.done + kind.refused + kind.faults + kind.unanswered)
        .sum();
    writeln!(
        out,
        "| | |\n|---|---|\n| Requests, with those that check | {total} |\n| Users | {} |",
        soaked.users
    )?;
    let gap = soaked
        .gap
        .map_or_else(|| "without end".to_owned(), |gap| format!("{:.1} s", gap.as_secs_f64()));
    let promoted = soaked.promoted.as_secs_f64();
    writeln!(
        out,
        "| Without writes | {gap}, of which {promoted:.1} s until the standby was promoted |"
    )?;
    writeln!(
        out,
        "| 5xx in that time, and outside | {}, {} |",
        soaked.faults_in_gap, soaked.faults_outside
    )?;
    let [p50, p99, most] =
        [0.5, 0.99, 1.0].map(|part| quantile(&soaked.latencies, part).as_secs_f64() * 1e3);
    writeln!(out, "| p50, p99, longest, outside | {p50:.1} ms, {p99:.1} ms, {most:.0} ms |")?;
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
