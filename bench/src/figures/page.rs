//! The page of figures.

use std::fmt::Write;

use super::tables::table;
use crate::machine;

/// ListUsers with a page of 60 of 1,000,000 users: what one core could answer per second
/// (inferred), then the goal and the minimum, in percent.
const PAGES_LIMIT: f64 = 6_500.0;
const PAGES_GOAL: f64 = 50.0;
const PAGES_MIN: f64 = 30.0;

/// Markdown with the goals, the measurements and the charts.
///
/// # Errors
/// If a table of `RESULTS.md` is missing.
pub(super) fn page(results: &str, memory: &str, date: &str) -> Result<String, String> {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_head(&mut out, date);
    for row in goals(results)? {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    let _ = write_charts(&mut out, memory);
    Ok(out)
}

fn write_head(out: &mut String, date: &str) -> std::fmt::Result {
    writeln!(
        out,
        "# Figures\n\n\
         Written by `cargo run --release -p poolkeeper-bench -- figures --write`; the table comes \
         from [RESULTS.md](RESULTS.md), which explains how everything was measured and what each \
         figure means. {date}, {}.\n",
        machine::describe()
    )?;
    writeln!(
        out,
        "Per core; the limit is the rate that the primitives an operation needs allow on this \
         machine.\n"
    )?;
    writeln!(
        out,
        "| Operation | Limit/s | Measured/s | Ratio | Goal, minimum | Verdict |\n\
         |---|---|---|---|---|---|"
    )
}

/// One row per goal.
fn goals(results: &str) -> Result<Vec<Vec<String>>, String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in table(results, "| Operation | Limit, µs |")? {
        let [name, _, limit, measured, ratio, goal, verdict, ..] = row.as_slice() else { continue };
        rows.push([*name, limit, measured, ratio, goal, verdict].map(str::to_owned).to_vec());
    }
    rows.push(pages(results)?);
    let unimplemented = [
        "client_credentials",
        "",
        "",
        "",
        "80 %, 60 %",
        "not implemented: there is no token endpoint yet",
    ];
    rows.push(unimplemented.map(str::to_owned).to_vec());
    for row in table(results, "| | Measured | Goal, maximum |")? {
        let [name, measured, goal, verdict] = row.as_slice() else { continue };
        let cells = match goal.is_empty() {
            true => [*name, "", measured, "", "", ""],
            false => [
                *name,
                "",
                measured,
                "",
                &format!("below {}", goal.replacen(", ", ", at most ", 1)),
                verdict,
            ],
        };
        rows.push(cells.map(str::to_owned).to_vec());
    }
    Ok(rows)
}

/// The row for a page of users of the largest pool.
fn pages(results: &str) -> Result<Vec<String>, String> {
    const NAME: &str = "ListUsers, page of 60";
    let rows = table(results, "| SQLite |")?;
    let row = rows
        .iter()
        .find(|row| row.first() == Some(&NAME))
        .ok_or("RESULTS.md has no row for a page of users")?;
    let largest =
        row.len().checked_sub(2).and_then(|at| row.get(at)).and_then(|cell| cell.split(',').next());
    let micros: f64 = largest
        .and_then(|micros| micros.trim().parse().ok())
        .ok_or("the page of users has no cost")?;
    let rate = 1e6 / micros.max(f64::MIN_POSITIVE);
    let percent = 100.0 * rate / PAGES_LIMIT;
    let verdict = if percent >= PAGES_GOAL {
        "good"
    } else if percent >= PAGES_MIN {
        "misses the goal"
    } else {
        "**unacceptable**"
    };
    let goal = format!("{PAGES_GOAL:.0} %, {PAGES_MIN:.0} %");
    let name = format!("{NAME}, 1,000,000 users");
    Ok(vec![
        name,
        format!("{PAGES_LIMIT:.0}"),
        format!("**{rate:.0}**"),
        format!("**{percent:.0} %**"),
        goal,
        verdict.to_owned(),
    ])
}

fn write_charts(out: &mut String, memory: &str) -> std::fmt::Result {
    writeln!(out, "\n![Requests per second by connections](figures/throughput.svg)\n")?;
    writeln!(
        out,
        "On all cores, shared with the load: with few cores the rates are below what the server \
         alone could do.\n"
    )?;
    writeln!(
        out,
        "![Latencies](figures/latency.svg)\n\n![Growth with users](figures/growth.svg)\n\n\
         ![Memory](figures/memory.svg)\n"
    )?;
    writeln!(out, "{memory}\n\n## Profiles\n")?;
    writeln!(
        out,
        "Flame graphs of the three most expensive rows, on one core: \
         [USER_SRP_AUTH](figures/flame-user-srp-auth.svg), \
         [USER_PASSWORD_AUTH](figures/flame-user-password-auth.svg), \
         [REFRESH_TOKEN_AUTH](figures/flame-refresh-token-auth.svg); and of those farthest from \
         their limit: [JWKS](figures/flame-jwks.svg), [discovery](figures/flame-discovery.svg) and \
         [GetUser](figures/flame-getuser.svg). `cargo run --release -p poolkeeper-bench -- \
         profile` draws them. The notes of [RESULTS.md](RESULTS.md) explain what they show and \
         what was fixed."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = "\
| Operation | Limit, µs | Limit/s | Per core/s | Ratio | Goal, minimum | Verdict | p50 | p99 | All cores/s | Errors |
|---|---|---|---|---|---|---|---|---|---|---|
| GetUser | 33 | 30763 | **18633** | **61 %** | 60 %, 40 % | good | 0.41 ms | 1.40 ms | 23535 | 0 |

| | Measured | Goal, maximum | Verdict |
|---|---|---|---|
| Start | 40 ms | 100 ms, 300 ms | good |

| SQLite | 1,000 users | 1,000,000 users | Growth |
|---|---|---|---|
| ListUsers, page of 60 | 195, 1.65 ms | 500, 1.97 ms | **1.17** |
";

    #[test]
    fn there_is_a_row_for_each_goal() {
        let page = page(RESULTS, "Memory.", "2026-01-01").unwrap();
        for row in [
            "| GetUser | 30763 | **18633** | **61 %** | 60 %, 40 % | good |",
            "| ListUsers, page of 60, 1,000,000 users | 6500 | **2000** | **31 %** | 50 %, 30 % | \
             misses the goal |",
            "| Start |  | 40 ms |  | below 100 ms, at most 300 ms | good |",
        ] {
            assert!(page.contains(row), "{page}");
        }
    }
}
