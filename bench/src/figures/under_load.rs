//! Throughput by number of connections, and the distribution of latencies.

use std::sync::Arc;
use std::time::Duration;

use super::svg::{Axis, Chart, Scale, Series};
use crate::load::{Amount, Waiting};
use crate::rows::{ROWS, Row};
use crate::scene::Scene;
use crate::terminal::progress;

/// Numbers of concurrent connections. Each connection has users of its own, up to the last.
const CONNECTIONS: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];
/// Percentiles of the latencies. The last is below 100, because a single badly scheduled request
/// means nothing.
const PERCENTS: [f64; 13] =
    [1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 95.0, 99.0, 99.9];

/// Requests per second on all cores, by number of connections.
pub(super) fn throughput(scene: &Arc<Scene>) -> Result<Chart, String> {
    let mut series = Vec::new();
    for row in &ROWS {
        let mut points = Vec::new();
        for connections in CONNECTIONS {
            progress(&format!("{} by {connections}", row.name));
            // A quarter of the tables' rounds, and fewer when few connections wait for each answer.
            let rounds = (row.amount.rounds / 4).min(row.amount.rounds / 16 * connections)
                / connections
                * connections;
            let amount = Amount { clients: connections, rounds };
            let run =
                Row { amount, ..*row }.run(Waiting::Sleeping, scene, || Ok(Duration::ZERO))?;
            points.push((connections as f64, run.wall_rate()));
        }
        series.push(Series { name: row.name.to_owned(), points });
    }
    let x = Axis {
        label: "connections",
        scale: Scale::Logarithmic,
        ticks: CONNECTIONS.iter().map(|connections| *connections as f64).collect(),
    };
    let y = Axis::logarithmic("requests per second, all cores", values(&series));
    Ok(Chart { title: "Throughput by connections".to_owned(), x, y, series })
}

/// Latency percentiles with 8 concurrent requests on one core.
pub(super) fn latencies(scene: &Arc<Scene>, pinned: bool) -> Result<Chart, String> {
    let waiting = if pinned { Waiting::Spinning } else { Waiting::Sleeping };
    let mut series = Vec::new();
    for row in &ROWS {
        progress(row.name);
        let run = row.run(waiting, scene, || Ok(Duration::ZERO))?;
        let at = |percent: &f64| (*percent, run.quantile(percent / 100.0).as_secs_f64() * 1e3);
        series
            .push(Series { name: row.name.to_owned(), points: PERCENTS.iter().map(at).collect() });
    }
    let x = Axis::linear("percent of requests", [100.0].into_iter());
    let y = Axis::logarithmic("latency, ms", values(&series));
    Ok(Chart { title: "Latencies, 8 concurrent requests on one core".to_owned(), x, y, series })
}

fn values(series: &[Series]) -> impl Iterator<Item = f64> + Clone {
    series.iter().flat_map(|series| series.points.iter().map(|(_, y)| *y))
}
