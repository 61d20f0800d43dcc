//! The section of the report about pool sizes.

use std::fmt::Write;
use std::time::Duration;

use super::queries::QUERIES;
use crate::machine;

/// The cost of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// CPU time of the server.
    pub(crate) server: Duration,
    /// CPU time of the database's processes; zero if it is embedded.
    pub(crate) database: Duration,
    pub(crate) p50: Duration,
}

/// The costs of all queries on one engine for one pool size.
pub(crate) struct Line {
    pub(crate) engine: &'static str,
    pub(crate) users: usize,
    pub(crate) measured: Vec<Cost>,
}

const HEAD: &str = "## By pool size

Written by `cargo run --release -p poolkeeper-bench -- sizes --write`: the same requests, with
answers of the same size, in pools of different sizes. The group contains all users, up to 100,000.
Microseconds of CPU per request (on PostgreSQL server + database) and the median latency; server on
one core, 8 concurrent requests, medians of 3 runs. *Growth* is the CPU time in the largest pool
divided by that in the smallest.
";

/// The section in Markdown.
pub(crate) fn section(lines: &[Line], date: &str) -> String {
    let mut out = String::from(HEAD);
    // Writing to a String cannot fail.
    let _ = write(&mut out, lines, date);
    out.trim_end().to_owned()
}

fn write(out: &mut String, lines: &[Line], date: &str) -> std::fmt::Result {
    writeln!(out, "\n{date}, {}.\n", machine::describe())?;
    let mut engines: Vec<&str> = lines.iter().map(|line| line.engine).collect();
    engines.dedup();
    engines.sort_unstable_by(|a, b| b.cmp(a));
    engines.dedup();
    for engine in engines {
        let lines: Vec<&Line> = lines.iter().filter(|line| line.engine == engine).collect();
        let sizes: Vec<String> =
            lines.iter().map(|line| format!("{} users", thousands(line.users))).collect();
        writeln!(
            out,
            "| {engine} | {} | Growth |\n|---|{}---|",
            sizes.join(" | "),
            "---|".repeat(sizes.len())
        )?;
        for (at, query) in QUERIES.iter().enumerate() {
            let costs: Vec<Cost> =
                lines.iter().filter_map(|line| line.measured.get(at).copied()).collect();
            let cells: Vec<String> = costs.iter().map(cell).collect();
            writeln!(out, "| {} | {} | {} |", query.name, cells.join(" | "), growth(&costs))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn cell(cost: &Cost) -> String {
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    let p50 = cost.p50.as_secs_f64() * 1e3;
    if cost.database.is_zero() {
        return format!("{:.0}, {p50:.2} ms", micros(cost.server));
    }
    format!("{:.0} + {:.0}, {p50:.2} ms", micros(cost.server), micros(cost.database))
}

fn growth(costs: &[Cost]) -> String {
    let all = |cost: &Cost| (cost.server + cost.database).as_secs_f64();
    match costs {
        [first, .., last] => format!("**{:.2}**", all(last) / all(first).max(f64::MIN_POSITIVE)),
        _ => "".to_owned(),
    }
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
