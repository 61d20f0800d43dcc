//! Resident memory under a mixed load.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::svg::{Axis, Chart, Series};
use crate::clock;
use crate::load::{Amount, Waiting};
use crate::process::Process;
use crate::rows::{ROWS, Row};
use crate::scene::Scene;

const EVERY: Duration = Duration::from_secs(1);
/// Concurrent connections; the operations run one after another.
const CONNECTIONS: usize = 32;

/// The measurements.
pub(super) struct Memory {
    pub(super) chart: Chart,
    pub(super) remark: String,
}

/// Watches the server for this many seconds while all operations run in turn, repeatedly.
pub(super) fn watch(server: &Process, scene: &Arc<Scene>, seconds: u64) -> Result<Memory, String> {
    let started = clock::now();
    let done = AtomicBool::new(false);
    let (points, requests) = thread::scope(|scope| {
        let load = scope.spawn(|| {
            let requests = load(scene, started, Duration::from_secs(seconds));
            done.store(true, Ordering::Release);
            requests
        });
        let points = sample(server, started, &done);
        (points, load.join().map_err(|_| "the load panicked".to_owned()))
    });
    let (points, requests) = (points?, requests??);
    let mib = |point: Option<&(f64, f64)>| point.map_or(0.0, |(_, mib)| *mib);
    let most = points.iter().map(|(_, mib)| *mib).fold(0.0, f64::max);
    // After the first tenth, caches and pools are warm.
    let warm = points.get(points.len() / 10);
    let remark = format!(
        "Over {seconds} s of a mixed load ({requests} requests by {CONNECTIONS} connections) \
         resident memory was {:.1} MiB at the start, {:.1} after a tenth of the time, {:.1} at the \
         end, and {most:.1} at most.",
        mib(points.first()),
        mib(warm),
        mib(points.last()),
    );
    let x = Axis::linear("seconds", std::iter::once(seconds as f64));
    let y = Axis::linear("resident memory, MiB", points.iter().map(|(_, mib)| *mib));
    let series = vec![Series { name: "poolkeeper".to_owned(), points }];
    Ok(Memory {
        chart: Chart { title: "Memory under a mixed load".to_owned(), x, y, series },
        remark,
    })
}

fn sample(
    server: &Process,
    started: Instant,
    done: &AtomicBool,
) -> Result<Vec<(f64, f64)>, String> {
    let mut points = Vec::new();
    while !done.load(Ordering::Acquire) {
        points.push((started.elapsed().as_secs_f64(), server.resident_kib()? as f64 / 1024.0));
        thread::sleep(EVERY);
    }
    Ok(points)
}

fn load(scene: &Arc<Scene>, started: Instant, time: Duration) -> Result<usize, String> {
    let mut requests = 0;
    while started.elapsed() < time {
        for row in &ROWS {
            let amount = Amount {
                clients: CONNECTIONS,
                rounds: row.amount.rounds / 4 / CONNECTIONS * CONNECTIONS,
            };
            requests +=
                Row { amount, ..*row }.run(Waiting::Sleeping, scene, || Ok(Duration::ZERO))?.done;
        }
    }
    Ok(requests)
}
