//! The report in Markdown.

use std::fmt::Write;
use std::time::Duration;

use crate::machine;
use crate::measure::{Measured, MeasuredRow};

const START_AIM_MS: f64 = 100.0;
const START_NEVER_MS: f64 = 300.0;
const IDLE_AIM_MIB: f64 = 40.0;
const IDLE_NEVER_MIB: f64 = 80.0;

/// In percent of what SQLite costs the server, never above; and of which operations.
const POSTGRES_AIM: f64 = 125.0;
const POSTGRES_AIMED: [&str; 2] = ["REFRESH_TOKEN_AUTH", "USER_SRP_AUTH, both requests"];

const POSTGRES: &str = "Per request: `poolkeeper serve` over a PostgreSQL server on this machine that syncs every commit. The server is pinned to its
core as above, the database to those of the load. *Server* is the server's CPU time, *Database* that of all the database's
processes; the aim is at most 125 % of what the server takes on SQLite.
";

const HEAD: &str = "# Results

Made by `cargo run --release -p poolkeeper-bench -- --write`. Machines differ: compare ratios.

- The limit of an operation is the sum of the primitives that it cannot do without, measured in the same run: CPU time on the
  server's core beside a load that spins, medians, the smaller of a measurement before and one after the operations.
- *Per core* is what the real release binary serves per second of its own CPU time (user and system, all its threads), over
  loopback, pinned to one core while the load spins on another (a load that sleeps would be woken at the server's expense). The
  ratio is that to the limit. p50 and p99 are of the same runs: 8 requests under way on one core.
- *All cores* is the rate on the wall with the server on its default worker threads, sharing the machine with the load, which
  now sleeps between answers; for both SRP requests the load takes about half as much CPU as the server.
- The server runs as `poolkeeper dev` with its default log, to a file. 64 users, 8 keep-alive connections, a tenth of the
  requests before the count begins, medians of 3 runs, every answer checked.
";

/// The tables.
pub(crate) fn tables(measured: &Measured, date: &str) -> String {
    let mut out = String::from(HEAD);
    // Writing to a String does not fail.
    let _ = write_tables(&mut out, measured, date);
    out
}

fn write_tables(out: &mut String, measured: &Measured, date: &str) -> std::fmt::Result {
    writeln!(out, "\n{date}, {}.\n", machine::describe())?;
    writeln!(out, "Load average before {}, after {}.", measured.load_before, measured.load_after)?;
    if !measured.pinned {
        writeln!(out, "Nothing could be pinned to cores: server and load disturbed each other.")?;
    }
    writeln!(out, "\n## Operations\n")?;
    writeln!(
        out,
        "| Operation | Limit, µs | Limit/s | Per core/s | Ratio | Aim, never below | Verdict | p50 | p99 | All cores/s | Errors |"
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
            "- {}: {used:.1} used; {formula} = {limit:.1}; {:.1} beyond; core {busy:.0} % busy",
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
    let verdict = verdict(percent >= f64::from(row.aim), percent >= f64::from(row.never));
    let (p50, p99) = (milliseconds(one_core.quantile(0.5)), milliseconds(one_core.quantile(0.99)));
    writeln!(
        out,
        "| {} | {limit:.0} | {:.0} | **{:.0}** | **{percent:.0} %** | {} %, {} % | {verdict} | {p50:.2} ms | {p99:.2} ms | {:.0} | {} |",
        row.name,
        1e6 / limit,
        1e6 / used,
        row.aim,
        row.never,
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
        "| Operation | Server, µs | on SQLite, µs | Ratio | Verdict | Database, µs | p50 | p99 | Errors |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    for row in &measured.postgres {
        let (name, run) = (row.name, &row.run);
        let Some(sqlite) = measured.rows.iter().find(|row| row.row.name == name) else { continue };
        let (used, sqlite) = (micros(run.cpu_each()), micros(sqlite.one_core.cpu_each()));
        let percent = 100.0 * used / sqlite;
        let verdict = match POSTGRES_AIMED.contains(&name) {
            true => verdict(percent <= POSTGRES_AIM, true),
            false => "",
        };
        let (p50, p99) = (milliseconds(run.quantile(0.5)), milliseconds(run.quantile(0.99)));
        let database = micros(row.database_each());
        writeln!(
            out,
            "| {name} | {used:.0} | {sqlite:.0} | **{percent:.0} %** | {verdict} | {database:.0} | {p50:.2} ms | {p99:.2} ms | {} |",
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
        "\n## Start and memory\n\n| | Measured | Aim, never above | Verdict |\n|---|---|---|---|"
    )?;
    writeln!(
        out,
        "| Start to first answer, data there | {start:.0} ms (slowest {:.0} ms) | {START_AIM_MS:.0} ms, {START_NEVER_MS:.0} ms | {} |",
        milliseconds(measured.slowest_start),
        verdict(start < START_AIM_MS, start < START_NEVER_MS),
    )?;
    writeln!(
        out,
        "| Resident memory, idle | {idle:.1} MiB | {IDLE_AIM_MIB:.0} MiB, {IDLE_NEVER_MIB:.0} MiB | {} |",
        verdict(idle < IDLE_AIM_MIB, idle < IDLE_NEVER_MIB),
    )?;
    writeln!(out, "| Resident memory after the load | {:.1} MiB | | |", mib(measured.loaded_kib))
}

fn verdict(aim: bool, bearable: bool) -> &'static str {
    match (aim, bearable) {
        (true, _) => "good",
        (false, true) => "below the aim",
        (false, false) => "**never acceptable**",
    }
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
