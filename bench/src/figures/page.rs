//! The page.

use std::fmt::Write;

use super::tables::table;
use crate::machine;

/// A page of 60 users of 1,000,000: what a core could answer a second (inferred), the aim and the
/// least, in percent.
const PAGES_LIMIT: f64 = 6_500.0;
const PAGES_AIM: f64 = 50.0;
const PAGES_NEVER: f64 = 30.0;

/// Markdown with the aims and what was measured, and the pictures.
///
/// # Errors
/// A table of `RESULTS.md` is not there.
pub(super) fn page(results: &str, memory: &str, date: &str) -> Result<String, String> {
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = write_head(&mut out, date);
    for row in aims(results)? {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    let _ = write_pictures(&mut out, memory);
    Ok(out)
}

fn write_head(out: &mut String, date: &str) -> std::fmt::Result {
    writeln!(
        out,
        "# Figures\n\nMade by `cargo run --release -p poolkeeper-bench -- figures --write`; the table is that of [RESULTS.md](RESULTS.md), \
         which says how everything was measured and what is behind each figure. {date}, {}.\n",
        machine::describe()
    )?;
    writeln!(
        out,
        "Per core; the limit is what the operation cannot do without on this machine.\n"
    )?;
    writeln!(
        out,
        "| Operation | Limit/s | Measured/s | Ratio | Aim, never below | Verdict |\n|---|---|---|---|---|---|"
    )
}

/// A row for each aim.
fn aims(results: &str) -> Result<Vec<Vec<String>>, String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in table(results, "| Operation | Limit, µs |")? {
        let [name, _, limit, measured, ratio, aim, verdict, ..] = row.as_slice() else { continue };
        rows.push([*name, limit, measured, ratio, aim, verdict].map(str::to_owned).to_vec());
    }
    rows.push(pages(results)?);
    let unbuilt = [
        "client_credentials",
        "",
        "",
        "",
        "80 %, 60 %",
        "not built: there is no token endpoint yet",
    ];
    rows.push(unbuilt.map(str::to_owned).to_vec());
    for row in table(results, "| | Measured | Aim, never above |")? {
        let [name, measured, aim, verdict] = row.as_slice() else { continue };
        let cells = match aim.is_empty() {
            true => [*name, "", measured, "", "", ""],
            false => [
                *name,
                "",
                measured,
                "",
                &format!("below {}", aim.replacen(", ", ", never above ", 1)),
                verdict,
            ],
        };
        rows.push(cells.map(str::to_owned).to_vec());
    }
    Ok(rows)
}

/// The row of a page of users of the largest pool.
fn pages(results: &str) -> Result<Vec<String>, String> {
    const NAME: &str = "ListUsers, page of 60";
    let rows = table(results, "| SQLite |")?;
    let row = rows
        .iter()
        .find(|row| row.first() == Some(&NAME))
        .ok_or("RESULTS.md has no page of users")?;
    let largest =
        row.len().checked_sub(2).and_then(|at| row.get(at)).and_then(|cell| cell.split(',').next());
    let micros: f64 = largest
        .and_then(|micros| micros.trim().parse().ok())
        .ok_or("the page of users has no cost")?;
    let rate = 1e6 / micros.max(f64::MIN_POSITIVE);
    let percent = 100.0 * rate / PAGES_LIMIT;
    let verdict = if percent >= PAGES_AIM {
        "good"
    } else if percent >= PAGES_NEVER {
        "below the aim"
    } else {
        "**never acceptable**"
    };
    let aim = format!("{PAGES_AIM:.0} %, {PAGES_NEVER:.0} %");
    let name = format!("{NAME}, 1,000,000 users");
    Ok(vec![
        name,
        format!("{PAGES_LIMIT:.0}"),
        format!("**{rate:.0}**"),
        format!("**{percent:.0} %**"),
        aim,
        verdict.to_owned(),
    ])
}

fn write_pictures(out: &mut String, memory: &str) -> std::fmt::Result {
    writeln!(out, "\n![Requests a second by connections](figures/throughput.svg)\n")?;
    writeln!(
        out,
        "On all cores, which the load shares: with few cores the rates are lower than the server's own.\n"
    )?;
    writeln!(
        out,
        "![Latencies](figures/latency.svg)\n\n![Growth with users](figures/growth.svg)\n\n![Memory](figures/memory.svg)\n"
    )?;
    writeln!(out, "{memory}\n\n## Profiles\n")?;
    writeln!(
        out,
        "Flame graphs of the three rows that use most, on one core: [USER_SRP_AUTH](figures/flame-user-srp-auth.svg), \
         [USER_PASSWORD_AUTH](figures/flame-user-password-auth.svg), [REFRESH_TOKEN_AUTH](figures/flame-refresh-token-auth.svg); and of \
         those that are the farthest from their limit: [JWKS](figures/flame-jwks.svg), [discovery](figures/flame-discovery.svg) and \
         [GetUser](figures/flame-getuser.svg). `cargo run --release -p poolkeeper-bench -- profile` makes them. What they show, and what \
         was mended, is in the notes of [RESULTS.md](RESULTS.md)."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = "\
| Operation | Limit, µs | Limit/s | Per core/s | Ratio | Aim, never below | Verdict | p50 | p99 | All cores/s | Errors |
|---|---|---|---|---|---|---|---|---|---|---|
| GetUser | 33 | 30763 | **18633** | **61 %** | 60 %, 40 % | good | 0.41 ms | 1.40 ms | 23535 | 0 |

| | Measured | Aim, never above | Verdict |
|---|---|---|---|
| Start | 40 ms | 100 ms, 300 ms | good |

| SQLite | 1,000 users | 1,000,000 users | Growth |
|---|---|---|---|
| ListUsers, page of 60 | 195, 1.65 ms | 500, 1.97 ms | **1.17** |
";

    #[test]
    fn a_row_for_each_aim() {
        let page = page(RESULTS, "Memory.", "2026-01-01").unwrap();
        for row in [
            "| GetUser | 30763 | **18633** | **61 %** | 60 %, 40 % | good |",
            "| ListUsers, page of 60, 1,000,000 users | 6500 | **2000** | **31 %** | 50 %, 30 % | below the aim |",
            "| Start |  | 40 ms |  | below 100 ms, never above 300 ms | good |",
        ] {
            assert!(page.contains(row), "{page}");
        }
    }
}
