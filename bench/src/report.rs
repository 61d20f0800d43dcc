//! The report in Markdown.

use std::fmt::Write;
use std::time::Duration;

use crate::machine;
use crate::measure::{Measured, MeasuredRow};

const START_GOAL_MS: f64 = 100.0;
const START_MAX_MS: f64 = 300.0;
const IDLE_GOAL_MIB: f64 = 40.0;
const IDLE_MAX_MIB: f64 = 80.0;

/// Maximum cost as a percentage of the server's cost on SQLite, and the operations it applies to.
const POSTGRES_GOAL: f64 = 125.0;
const POSTGRES_WITH_GOAL: [&str; 2] = ["REFRESH_TOKEN_AUTH", "USER_SRP_AUTH, both requests"];

const POSTGRES: &str = "Per request: `poolkeeper serve` on a local PostgreSQL server that
syncs every commit. The server is pinned to its core as above, the database to the cores of the
load. *Server* is the server's CPU time, *Database* that of all database processes; the goal is at
most 125 % of the server's CPU time on SQLite.
";

const HEAD: &str = "# Results

Written by `cargo run --release -p poolkeeper-bench -- --write`. Machines differ: compare ratios.

- An operation's limit is the sum of the primitives it needs, measured in the same run: CPU time on
  the server's core next to a spinning load, medians, the smaller of one measurement before and one
  after the operations.
- *Per core* is the number of requests that the real release binary serves per second of its own CPU
  time (user and system, all threads), over loopback, pinned to one core while the load spins on
  another (waking a sleeping load would cost the server CPU time). The ratio compares it with the
  limit. p50 and p99 come from the same runs: 8 concurrent requests on one core.
- *All cores* is the wall-clock rate with the server on its default worker threads, sharing the
  machine with the load, which now sleeps between answers; for the two SRP requests the load uses
  about half as much CPU as the server.
- The server runs as `poolkeeper dev` with its default log, to a file. 64 users, 8 keep-alive
  connections unless the row has another number, a tenth of the requests as warm-up, medians of 3 runs, every answer checked.
";

/// The tables.
pub(crate) fn tables(measured: &Measured, date: &str) -> String {
    let mut out = String::from(HEAD);
    // Writing to a String cannot fail.
    let _ = write_tables(&mut out, measured, date);
    out
}

fn write_tables(out: &mut String, measured: &Measured, date: &str) -> std::fmt::Result {
    writeln!(out, "\n{date}, {}.\n", machine::describe())?;
    writeln!(out, "Load average before {}, after {}.", measured.load_before, measured.load_after)?;
    if !measured.pinned {
        writeln!(
            out,
            "Nothing could be pinned to cores, so server and load disturbed each other."
        )?;
    }
    writeln!(out, "\n## Operations\n")?;
    writeln!(
        out,
        "| Operation | Limit, µs | Limit/s | Per core/s | Ratio | Goal, minimum | Verdict | p50 | \
         p99 | All cores/s | Errors |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|---|---|")?;
    for row in &measured.rows {
        write_row(out, measured, row)?;
    }
    writeln!(out, "\nMicroseconds of CPU per request against the limit's parts:\n")?;
    for row in &measured.rows {
        let (used, limit) =
            (micros(row.one_core.cpu_each()), micros((row.row.limit)(&measured.primitives)));
        let (formula, busy) = (row.row.formula, 100.0 * row.one_core.busy());
        writeln!(
            out,
            "- {}: {used:.1} used; {formula} = {limit:.1}; {:.1} above; core {busy:.0} % busy",
            row.row.name,
            used - limit
        )?;
    }
    write_postgres(out, measured)?;
    write_start(out, measured)?;
    writeln!(out, "\n## Primitives\n\n| Primitive | µs CPU |\n|---|---|")?;
    for (name, value) in measured.primitives.rows() {
        writeln!(out, "| {name} | {:.1} |", micros(value))?;
    }
    Ok(())
}

fn write_row(
    out: &mut String,
    measured: &Measured,
    measured_row: &MeasuredRow,
) -> std::fmt::Result {
    let MeasuredRow { row, one_core, all_cores } = measured_row;
    let limit = micros((row.limit)(&measured.primitives));
    let used = micros(one_core.cpu_each());
    let percent = 100.0 * limit / used;
    let verdict = verdict(percent >= f64::from(row.goal), percent >= f64::from(row.minimum));
    let (p50, p99) = (milliseconds(one_core.quantile(0.5)), milliseconds(one_core.quantile(0.99)));
    writeln!(
        out,
        "| {} | {limit:.0} | {:.0} | **{:.0}** | **{percent:.0} %** | {} %, {} % | {verdict} | \
         {p50:.2} ms | {p99:.2} ms | {:.0} | {} |",
        row.name,
        1e6 / limit,
        1e6 / used,
        row.goal,
        row.minimum,
        all_cores.wall_rate(),
        one_core.errors + all_cores.errors,
    )
}

fn write_postgres(out: &mut String, measured: &Measured) -> std::fmt::Result {
    if measured.postgres.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## PostgreSQL\n\n{POSTGRES}")?;
    writeln!(
        out,
        "| Operation | Server, µs | on SQLite, µs | Ratio | Verdict | Database, µs | p50 | p99 | \
         Errors |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    for row in &measured.postgres {
        let (name, run) = (row.name, &row.run);
        let Some(sqlite) = measured.rows.iter().find(|row| row.row.name == name) else { continue };
        let (used, sqlite) = (micros(run.cpu_each()), micros(sqlite.one_core.cpu_each()));
        let percent = 100.0 * used / sqlite;
        let verdict = match POSTGRES_WITH_GOAL.contains(&name) {
            true => verdict(percent <= POSTGRES_GOAL, true),
            false => "",
        };
        let (p50, p99) = (milliseconds(run.quantile(0.5)), milliseconds(run.quantile(0.99)));
        let database = micros(row.database_each());
        writeln!(
            out,
            "| {name} | {used:.0} | {sqlite:.0} | **{percent:.0} %** | {verdict} | {database:.0} | \
             {p50:.2} ms | {p99:.2} ms | {} |",
            run.errors
        )?;
    }
    Ok(())
}

fn write_start(out: &mut String, measured: &Measured) -> std::fmt::Result {
    let start = milliseconds(measured.start);
    let mib = |kib: u64| kib as f64 / 1024.0;
    let idle = mib(measured.idle_kib);
    writeln!(
        out,
        "\n## Start and memory\n\n| | Measured | Goal, maximum | Verdict |\n|---|---|---|---|"
    )?;
    writeln!(
        out,
        "| Start to first answer, with data | {start:.0} ms (slowest {:.0} ms) | \
         {START_GOAL_MS:.0} ms, {START_MAX_MS:.0} ms | {} |",
        milliseconds(measured.slowest_start),
        verdict(start < START_GOAL_MS, start < START_MAX_MS),
    )?;
    writeln!(
        out,
        "| Resident memory, idle | {idle:.1} MiB | {IDLE_GOAL_MIB:.0} MiB, {IDLE_MAX_MIB:.0} MiB | \
         {} |",
        verdict(idle < IDLE_GOAL_MIB, idle < IDLE_MAX_MIB),
    )?;
    writeln!(out, "| Resident memory after the load | {:.1} MiB | | |", mib(measured.loaded_kib))
}

fn verdict(goal: bool, acceptable: bool) -> &'static str {
    match (goal, acceptable) {
        (true, _) => "good",
        (false, true) => "misses the goal",
        (false, false) => "**unacceptable**",
    }
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
