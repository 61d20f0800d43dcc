//! The same operations over PostgreSQL: what they cost the server and the database.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use testpg::{Cluster, Config};

use crate::clock;
use crate::deployment::{Deployment, new_folder};
use crate::load::{Run, Waiting};
use crate::machine::Cores;
use crate::measure::{RUNS, run_of};
use crate::process::Process;
use crate::rows::{ROWS, Row};
use crate::scene::Scene;
use crate::terminal::progress;

/// A row over PostgreSQL.
pub(crate) struct PostgresRow {
    pub(crate) name: &'static str,
    /// By the server's CPU time.
    pub(crate) run: Run,
    /// CPU time of all the database's processes in that run.
    database: Duration,
}

impl PostgresRow {
    /// The database's CPU time for one round.
    pub(crate) fn database_each(&self) -> Duration {
        self.database.div_f64(self.run.done.max(1) as f64)
    }
}

/// Measures the rows that read the database and whose name contains `only`: the server on its core,
/// the database beside the load on the others. The calling thread must be there already.
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
    server.quiesce()?;
    let postmaster = postmaster(&cluster)?;
    let waiting = if cores.is_some() { Waiting::Spinning } else { Waiting::Sleeping };
    rows.into_iter().map(|row| median(row, waiting, &server, postmaster, &scene)).collect()
}

/// The median of the runs by the server's CPU time.
fn median(
    row: &Row,
    waiting: Waiting,
    server: &Process,
    postmaster: u32,
    scene: &Arc<Scene>,
) -> Result<PostgresRow, String> {
    progress(&format!("{} over PostgreSQL", row.name));
    let mut measured = Vec::new();
    for _ in 0..RUNS {
        let mut readings = Vec::new();
        let run = run_of(row, waiting, scene, || {
            readings.push(clock::family_cpu(postmaster)?);
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

/// The process that is the parent of all the database's others.
pub(crate) fn postmaster(cluster: &Cluster) -> Result<u32, String> {
    let path = cluster.folder().join("data/postmaster.pid");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let pid = text.lines().next().and_then(|line| line.trim().parse().ok());
    pid.ok_or_else(|| format!("{} has no process id", path.display()))
}
