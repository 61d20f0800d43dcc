//! Measures all tables of the report.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::api::Api;
use crate::deployment::new_folder;
use crate::load::{Run, Waiting};
use crate::machine::{Cores, load_average, pin_this_thread};
use crate::postgres::{self, PostgresRow};
use crate::primitives::{Primitives, median};
use crate::process::{Process, Program};
use crate::rows::{ROWS, RUNS, Row};
use crate::scene::Scene;
use crate::terminal::progress;

/// Number of server starts for the median.
const STARTS: usize = 9;

/// All measurements.
pub(crate) struct Measured {
    pub(crate) primitives: Primitives,
    pub(crate) rows: Vec<MeasuredRow>,
    pub(crate) postgres: Vec<PostgresRow>,
    /// From the start of the process, with existing data, to its first answer.
    pub(crate) start: Duration,
    pub(crate) slowest_start: Duration,
    /// Resident memory in KiB: of the idle server after its start, and after all load on one core.
    pub(crate) idle_kib: u64,
    pub(crate) loaded_kib: u64,
    pub(crate) pinned: bool,
    pub(crate) load_before: String,
    pub(crate) load_after: String,
}

/// The measurements of one row.
pub(crate) struct MeasuredRow {
    pub(crate) row: &'static Row,
    /// Server on one core, load on the others: the median run by CPU time.
    pub(crate) one_core: Run,
    /// Server and load on all cores.
    pub(crate) all_cores: Run,
}

/// Measures the binary with its data in `dir`; only rows whose name contains `only`.
///
/// # Errors
/// A failed setup, or any wrong answer.
pub(crate) fn measure(binary: &Path, dir: &Path, only: &str) -> Result<Measured, String> {
    let cores = Cores::find();
    let load_before = load_average();
    progress("primitives");
    pin(cores.as_ref().map(|cores| &cores.load));
    let first = Primitives::measure(&new_folder(dir, "primitives-1")?, cores.as_ref())?;
    let program = Program::dev(binary.to_owned(), dir)?;
    progress("creating pool, client and users");
    let scene = {
        let _server = program.start(None, "/_poolkeeper/live")?;
        Arc::new(Scene::make(Api::new(program.address(), None))?)
    };
    let server_core = cores.as_ref().map(|cores| cores.server.as_str());
    let (start, slowest_start, idle_kib) = starts(&program, &scene)?;
    let server = program.start(server_core, &scene.first_answer())?;
    server.wait_until_idle()?;
    let rows = || ROWS.iter().filter(|row| row.name.contains(only));
    let waiting = if cores.is_some() { Waiting::Spinning } else { Waiting::Sleeping };
    let one_core: Vec<Run> =
        rows().map(|row| median_run(row, waiting, &server, &scene)).collect::<Result<_, _>>()?;
    let loaded_kib = server.resident_kib()?;
    drop(server);
    let postgres = postgres::measure(binary, dir, cores.as_ref(), only)?;
    pin(cores.as_ref().map(|cores| &cores.all));
    let server = program.start(None, &scene.first_answer())?;
    server.wait_until_idle()?;
    let all_cores: Vec<Run> = rows()
        .map(|row| median_run(row, Waiting::Sleeping, &server, &scene))
        .collect::<Result<_, _>>()?;
    drop(server);
    progress("primitives again");
    pin(cores.as_ref().map(|cores| &cores.load));
    let second = Primitives::measure(&new_folder(dir, "primitives-2")?, cores.as_ref())?;
    let rows = rows().zip(one_core).zip(all_cores);
    Ok(Measured {
        primitives: first.least(&second),
        rows: rows
            .map(|((row, one_core), all_cores)| MeasuredRow { row, one_core, all_cores })
            .collect(),
        postgres,
        start,
        slowest_start,
        idle_kib,
        loaded_kib,
        pinned: cores.is_some(),
        load_before,
        load_after: load_average(),
    })
}

/// Median and slowest start, and the idle memory after the last start.
fn starts(program: &Program, scene: &Scene) -> Result<(Duration, Duration, u64), String> {
    progress("starts");
    let mut times = Vec::new();
    for _ in 1..STARTS {
        times.push(program.start(None, &scene.first_answer())?.started_in);
    }
    let last = program.start(None, &scene.first_answer())?;
    times.push(last.started_in);
    last.wait_until_idle()?;
    let slowest = times.iter().max().copied().unwrap_or_default();
    Ok((median(&mut times), slowest, last.resident_kib()?))
}

fn median_run(
    row: &Row,
    waiting: Waiting,
    server: &Process,
    scene: &Arc<Scene>,
) -> Result<Run, String> {
    progress(row.name);
    let mut runs = (0..RUNS)
        .map(|_| row.run(waiting, scene, || server.cpu()))
        .collect::<Result<Vec<_>, _>>()?;
    runs.sort_by_key(Run::cpu_each);
    runs.into_iter().nth(RUNS / 2).ok_or_else(|| "no run".to_owned())
}

fn pin(cores: Option<&String>) {
    if let Some(cores) = cores {
        pin_this_thread(cores);
    }
}
