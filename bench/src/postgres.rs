//! The same operations on PostgreSQL: their cost to the server and to the database.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use testpg::{Cluster, Config};

use crate::clock;
use crate::deployment::{Deployment, new_folder};
use crate::load::{Run, Waiting};
use crate::machine::Cores;
use crate::process::Process;
use crate::rows::{ROWS, RUNS, Row};
use crate::scene::Scene;
use crate::terminal::progress;

/// A row of the PostgreSQL table.
pub(crate) struct PostgresRow {
    pub(crate) name: &'static str,
    /// The median run by the server's CPU time.
    pub(crate) run: Run,
    /// CPU time of all database processes in that run.
    database: Duration,
}

impl PostgresRow {
    /// The database's CPU time per round.
    pub(crate) fn database_each(&self) -> Duration {
        self.database.div_f64(self.run.done.max(1) as f64)
    }
}

/// Measures the rows that read the database and whose name contains `only`: the server on its core,
/// the database on the cores of the load. The calling thread must already be pinned there.
pub(crate) fn measure(
    binary: &Path,
    dir: &Path,
    cores: Option<&Cores>,
    only: &str,
) -> Result<Vec<PostgresRow>, String> {
    let rows: Vec<&Row> = ROWS.iter().filter(|row| row.reads && row.name.contains(only)).collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    progress("PostgreSQL");
    let cluster = Cluster::start_with(Config::default().durable());
    let deployment = Deployment::new(
        binary,
        &new_folder(dir, "postgres")?,
        &format!("{}?sslmode=disable", cluster.url()),
        1,
    )?;
    let program = deployment.nodes.first().ok_or("no server")?;
    let server = program.start(cores.map(|cores| cores.server.as_str()), "/_poolkeeper/live")?;
    let scene = Arc::new(Scene::make(deployment.api(0)?)?);
    server.wait_until_idle()?;
    let postmaster = postmaster(&cluster)?;
    let waiting = if cores.is_some() { Waiting::Spinning } else { Waiting::Sleeping };
    rows.into_iter().map(|row| median(row, waiting, &server, postmaster, &scene)).collect()
}

/// The median run by the server's CPU time.
fn median(
    row: &Row,
    waiting: Waiting,
    server: &Process,
    postmaster: u32,
    scene: &Arc<Scene>,
) -> Result<PostgresRow, String> {
    progress(&format!("{} on PostgreSQL", row.name));
    let mut measured = Vec::new();
    for _ in 0..RUNS {
        let mut readings = Vec::new();
        let run = row.run(waiting, scene, || {
            readings.push(clock::process_tree_cpu(postmaster)?);
            server.cpu()
        })?;
        let database = match readings.as_slice() {
            [before, after] => after.saturating_sub(*before),
            _ => return Err("the database's CPU time was not read twice".to_owned()),
        };
        measured.push(PostgresRow { name: row.name, run, database });
    }
    measured.sort_by_key(|row| row.run.cpu_each());
    measured.into_iter().nth(RUNS / 2).ok_or_else(|| "no run".to_owned())
}

/// The parent of all other database processes.
pub(crate) fn postmaster(cluster: &Cluster) -> Result<u32, String> {
    let path = cluster.folder().join("data/postmaster.pid");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let pid = text.lines().next().and_then(|line| line.trim().parse().ok());
    pid.ok_or_else(|| format!("{} has no process id", path.display()))
}
