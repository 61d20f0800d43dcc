//! Reads the tables of `RESULTS.md`.

use super::svg::{Axis, Chart, Scale, Series};

/// The cells of the table whose header starts like this, without the header.
///
/// # Errors
/// If there is no such table.
pub(super) fn table<'t>(results: &'t str, head: &str) -> Result<Vec<Vec<&'t str>>, String> {
    let missing = || format!("RESULTS.md has no table starting with {head}; measure it first");
    let from = results.find(head).ok_or_else(missing)?;
    let rows =
        results.get(from..).unwrap_or_default().lines().take_while(|line| line.starts_with('|'));
    Ok(rows.skip(2).map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect())
}

/// CPU time by number of users, on SQLite.
///
/// # Errors
/// If the table is missing, or not in the format this program writes.
pub(super) fn growth(results: &str) -> Result<Chart, String> {
    const HEAD: &str = "| SQLite |";
    let users = sizes(results, HEAD)?;
    let mut series = Vec::new();
    for row in table(results, HEAD)? {
        let Some((name, cells)) = row.split_first() else { continue };
        let cost = |cell: &&str| {
            cell.split(',').next().and_then(|micros| micros.trim().parse::<f64>().ok())
        };
        let costs: Vec<f64> = cells.iter().filter_map(cost).collect();
        if costs.len() != users.len() {
            return Err(format!(
                "the row '{name}' of RESULTS.md has {} costs for {} sizes",
                costs.len(),
                users.len()
            ));
        }
        series.push(Series {
            name: (*name).to_owned(),
            points: users.iter().copied().zip(costs).collect(),
        });
    }
    let values = series.iter().flat_map(|series| series.points.iter().map(|(_, y)| *y));
    let y = Axis::logarithmic("microseconds of CPU per request", values);
    let x = Axis { label: "users in the pool", scale: Scale::Logarithmic, ticks: users };
    Ok(Chart { title: "Growth with the number of users, SQLite".to_owned(), x, y, series })
}

fn sizes(results: &str, head: &str) -> Result<Vec<f64>, String> {
    let line = results
        .lines()
        .find(|line| line.starts_with(head))
        .ok_or_else(|| format!("RESULTS.md has no {head}"))?;
    let number = |cell: &str| cell.trim().strip_suffix(" users")?.replace(',', "").parse().ok();
    Ok(line.split('|').filter_map(number).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = "text\n\n| SQLite | 1,000 users | 1,000,000 users | Growth |\n\
                           |---|---|---|---|\n\
                           | a page | 195, 1.65 ms | 228, 1.97 ms | **1.17** |\n\
                           | a filter | 70, 0.58 ms | 71, 0.61 ms | **1.02** |\n\nmore";

    #[test]
    fn tables_are_parsed() {
        let rows = table(RESULTS, "| SQLite |").unwrap();
        assert_eq!(rows.first().unwrap(), &["a page", "195, 1.65 ms", "228, 1.97 ms", "**1.17**"]);
        assert_eq!(rows.len(), 2);
        assert!(table(RESULTS, "| MySQL |").is_err());
    }

    #[test]
    fn growth_has_a_point_for_each_size() {
        let chart = growth(RESULTS).unwrap();
        assert_eq!(chart.series.first().unwrap().points, [(1_000.0, 195.0), (1_000_000.0, 228.0)]);
        assert!(growth(&RESULTS.replace("70, 0.58", "fast")).is_err());
    }
}
