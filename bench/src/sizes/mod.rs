//! The cost of lists and sign-ins as a pool grows: the same requests, with answers of the same
//! size, in small and large pools on both engines.

mod crowd;
mod queries;
mod report;
mod sink;

use std::path::Path;
use std::time::Duration;

use testpg::{Cluster, Config};

use self::queries::{Pool, QUERIES, Query};
use self::report::{Cost, Line};
use crate::api::Api;
use crate::deployment::{Deployment, new_folder};
use crate::load::{self, Run, Waiting};
use crate::machine::{Cores, pin_this_thread};
use crate::process::{Process, Program};
use crate::terminal::progress;
use crate::{Common, clock, in_new_folder, postgres, results};

/// Number of runs for the median.
const RUNS: usize = 3;

#[derive(Debug, clap::Args)]
pub(crate) struct Sizes {
    /// Numbers of users in the pool
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 100_000, 1_000_000], value_name = "N,…")]
    users: Vec<usize>,
    #[command(flatten)]
    common: Common,
}

impl Sizes {
    /// # Errors
    /// A failed setup, or any wrong answer.
    pub(crate) fn run(&self) -> Result<(), String> {
        let binary = self.common.binary()?;
        let cores = Cores::find();
        if let Some(cores) = &cores {
            pin_this_thread(&cores.load);
        }
        let lines = in_new_folder("sizes", |dir| {
            let mut lines = Vec::new();
            for users in &self.users {
                let measured = on_sqlite(
                    &binary,
                    &new_folder(dir, &format!("sqlite-{users}"))?,
                    cores.as_ref(),
                    *users,
                )?;
                lines.push(Line { engine: "SQLite", users: *users, measured });
                let measured = on_postgres(
                    &binary,
                    &new_folder(dir, &format!("postgres-{users}"))?,
                    cores.as_ref(),
                    *users,
                )?;
                lines.push(Line { engine: "PostgreSQL", users: *users, measured });
            }
            Ok(lines)
        })?;
        let report = report::section(&lines, &self.common.date());
        self.common.report(&report, |before| results::with_sizes(&report, before))
    }
}

/// Costs in the order of the queries.
type Measured = Vec<Cost>;

fn on_sqlite(
    binary: &Path,
    dir: &Path,
    cores: Option<&Cores>,
    users: usize,
) -> Result<Measured, String> {
    progress(&format!("{users} users on SQLite"));
    let program = Program::dev(binary.to_owned(), dir)?;
    let api = || Ok(Api::new(program.address(), None));
    let pool = {
        let _server = program.start(None, "/_poolkeeper/live")?;
        Pool::make(api()?, users, 1)?
    };
    sink::into_sqlite(&dir.join("data/poolkeeper.db"), &pool)?;
    let server = program.start(cores.map(|cores| cores.server.as_str()), "/_poolkeeper/live")?;
    measure(&server, None, cores, &pool, api)
}

fn on_postgres(
    binary: &Path,
    dir: &Path,
    cores: Option<&Cores>,
    users: usize,
) -> Result<Measured, String> {
    progress(&format!("{users} users on PostgreSQL"));
    let cluster = Cluster::start_with(Config::default().durable());
    let deployment =
        Deployment::new(binary, dir, &format!("{}?sslmode=disable", cluster.url()), 1)?;
    let program = deployment.nodes.first().ok_or("no server")?;
    let server = program.start(cores.map(|cores| cores.server.as_str()), "/_poolkeeper/live")?;
    let pool = Pool::make(deployment.api(0)?, users, 16)?;
    sink::into_postgres(&cluster, &pool)?;
    measure(&server, Some(postgres::postmaster(&cluster)?), cores, &pool, || deployment.api(0))
}

fn measure(
    server: &Process,
    postmaster: Option<u32>,
    cores: Option<&Cores>,
    pool: &Pool,
    api: impl Fn() -> Result<Api, String>,
) -> Result<Measured, String> {
    server.wait_until_idle()?;
    let waiting = if cores.is_some() { Waiting::Spinning } else { Waiting::Sleeping };
    let one = |query: &Query| -> Result<Cost, String> {
        progress(query.name);
        let mut costs = (0..RUNS)
            .map(|_| cost(query, server, postmaster, waiting, pool, api()?))
            .collect::<Result<Vec<_>, _>>()?;
        costs.sort_by_key(|cost| cost.server);
        costs.into_iter().nth(RUNS / 2).ok_or_else(|| "no run".to_owned())
    };
    QUERIES.iter().map(one).collect()
}

fn cost(
    query: &Query,
    server: &Process,
    postmaster: Option<u32>,
    waiting: Waiting,
    pool: &Pool,
    mut api: Api,
) -> Result<Cost, String> {
    // Serialised again for each run, because signatures are valid for five minutes.
    let requests = query.requests(pool, &mut api)?;
    let address = api.host.parse().map_err(|_| format!("{} is not an address", api.host))?;
    let mut readings: Vec<Duration> = Vec::new();
    let cpu = || {
        readings.push(postmaster.map_or(Ok(Duration::ZERO), clock::process_tree_cpu)?);
        server.cpu()
    };
    let client = |index| query.client(&requests, index);
    let run: Run = load::run(address, query.amount(), waiting, client, cpu)?;
    if let Some(error) = &run.error {
        return Err(format!("{}: {} errors, the first: {error}", query.name, run.errors));
    }
    let database = readings
        .last()
        .copied()
        .unwrap_or_default()
        .saturating_sub(readings.first().copied().unwrap_or_default());
    Ok(Cost {
        server: run.cpu_each(),
        database: database.div_f64(run.done.max(1) as f64),
        p50: run.quantile(0.5),
    })
}
