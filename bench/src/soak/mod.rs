//! The soak: three servers on a primary and its standby, every connection through a network that
//! loses messages, and the primary's failure in the middle. Afterwards everything acknowledged must
//! be present, once, and no client may have seen a server error outside the announced gap.

mod account;
mod actions;
mod caller;
mod checks;
mod groups;
mod outage;
mod race;
mod report;
mod stage;
mod verdict;
mod worker;

use std::path::Path;
use std::thread;
use std::time::Duration;

use domain::Rng;

use self::account::Account;
use self::caller::Call;
use self::outage::Databases;
use self::stage::Stage;
use self::worker::Worker;
use crate::Common;
use crate::deployment::Deployment;
use crate::process::Process;
use crate::terminal::progress;
use crate::{clock, in_new_folder, results};

/// Servers on the one database.
const NODES: usize = 3;
/// Clients, each with users of its own.
const WORKERS: usize = 6;
/// This many of a thousand writing transactions meet a network or database fault.
const FAULTS_PER_THOUSAND: u32 = 20;

#[derive(Debug, clap::Args)]
pub(crate) struct Soak {
    /// How many seconds the load lasts
    #[arg(long, default_value = "600", value_name = "N")]
    seconds: u64,
    /// Repeat the faults and actions of an earlier run, as far as timing permits [default: a new
    /// seed]
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[command(flatten)]
    common: Common,
}

/// The calls and breaches that clients saw.
#[derive(Default)]
struct Seen {
    calls: Vec<Call>,
    breaches: Vec<String>,
    accounts: Vec<Account>,
}

impl Soak {
    /// # Errors
    /// Every broken promise.
    pub(crate) fn run(&self) -> Result<(), String> {
        let binary = self.common.binary()?;
        let seed = self.seed.unwrap_or_else(|| u64::from(Rng::system().below(u32::MAX)));
        progress(&format!("soak of {} s, seed {seed}", self.seconds));
        let soaked = in_new_folder("soak", |dir| {
            let soaked = soak(&binary, dir, Duration::from_secs(self.seconds), seed)?;
            match soaked.breaches.as_slice() {
                [] => Ok(soaked),
                breaches => {
                    crate::terminal::say(&report::text(&soaked, &self.common.date()));
                    Err(format!("the soak (seed {seed}) found:\n- {}", breaches.join("\n- ")))
                }
            }
        })?;
        let text = report::text(&soaked, &self.common.date());
        self.common.report(&text, |before| results::with_soak(&text, before))
    }
}

fn soak(
    binary: &Path,
    dir: &Path,
    length: Duration,
    seed: u64,
) -> Result<report::SoakResults, String> {
    let databases = Databases::start();
    let deployment = Deployment::new(binary, dir, &databases.url(), NODES)?;
    let _nodes = deployment
        .nodes
        .iter()
        .map(|node| node.start(None, "/_poolkeeper/live"))
        .collect::<Result<Vec<Process>, _>>()?;
    let stage = Stage::set(&deployment)?;
    progress("load");
    databases.inject_faults(seed);
    let deadline = clock::now() + length;
    let (mut seen, outage) = thread::scope(|scope| {
        let race = scope.spawn(|| race::run(&stage, deadline));
        let workers: Vec<_> = (0..WORKERS)
            .map(|at| {
                let rng = Rng::seeded(seed.wrapping_mul(31).wrapping_add(at as u64));
                let stage = &stage;
                scope.spawn(move || Worker::new(stage, rng, at).run(deadline))
            })
            .collect();
        let outage = databases.outage(length);
        let mut seen = Vec::new();
        for thread in workers.into_iter().chain([race]) {
            seen.push(thread.join().map_err(|_| "a client panicked")?);
        }
        Ok::<_, String>((seen, outage))
    })?;
    databases.lift();
    progress("checking what was acknowledged");
    thread::scope(|scope| {
        let checking: Vec<_> =
            seen.iter_mut().map(|seen| scope.spawn(|| checks::run(&stage, seen))).collect();
        checking
            .into_iter()
            .try_for_each(|thread| thread.join().map_err(|_| "a check panicked".to_owned()))
    })?;
    progress("poolkeeper doctor --deep");
    let doctor = deployment.run(&["doctor", "--deep"]);
    Ok(verdict::judge(seen, outage, databases.injected(), doctor, length))
}
