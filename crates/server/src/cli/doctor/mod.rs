//! `poolkeeper doctor`: finds problems and says what to do about them.

mod configuration;
mod places;

use std::path::PathBuf;

use clap::Args;
use domain::seal::MasterKeys;
use domain::{Clock, Rng};
use serde_json::json;
use server::admin::outcome::{Check, State};
use server::admin::{self, Command, KeptAs, Outcome};
use server::config::Config;
use store::OpenError;

use super::place::{self, Known, Where};
use super::terminal::Form;
use super::{Stop, data_folder, running, told};

const NOTES: &str = "\
Checks the configuration, the folders and files and their permissions, the disk, the store, the \
master keys and the clock, and with --deep all data. Each line is ok, a warning or a problem, \
followed by what to do about it. A running server checks its own data.

Exit codes: 0 if there are no problems, 1 if there are, 2 if the flags are invalid.";

/// Flags of `doctor`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Doctor {
    /// Also check every invariant across rows, not only that the store opens
    #[arg(long)]
    deep: bool,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Doctor {
    /// Runs the checks and prints them. Fails if there is a problem.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let (shown, checks) = self.checks().await?;
        let count = |state| checks.iter().filter(|check| check.state == state).count();
        let (problems, warnings) = (count(State::Problem), count(State::Warning));
        let json =
            json!({ "place": shown, "problems": problems, "warnings": warnings, "checks": checks });
        let says = match (problems, warnings) {
            (0, 0) => format!("{shown}: no problems."),
            (0, _) => format!("{shown}: no problems, {}.", counted(warnings, "warning")),
            _ => format!("{shown} has {}.", counted(problems, "problem")),
        };
        self.form.tell(&json, |paint| {
            let text = told::examined(&checks, paint);
            // With problems, the summary goes to standard error, as for every failure.
            if problems == 0 { format!("{text}\n{says}") } else { text }
        });
        match problems {
            0 => Ok(()),
            _ if self.form.json => Err(Stop { code: super::FAILED, sentence: None }),
            _ => Err(Stop::failed(says)),
        }
    }

    /// Runs all checks. Returns the name of what was checked and the results.
    async fn checks(&self) -> Result<(String, Vec<Check>), Stop> {
        let (known, mut checks) = match (&self.place.data, &self.place.config) {
            (None, Some(file)) => match Config::examine(file) {
                Ok(config) => {
                    let checks = configuration::checks(file, &config);
                    (Known::configured(config)?, checks)
                }
                Err(faults) => {
                    return Ok((
                        file.display().to_string(),
                        faults.iter().map(configuration::refused).collect(),
                    ));
                }
            },
            _ => (self.place.clone().known()?, Vec::new()),
        };
        if known.config.is_none() {
            known.require_database()?;
        }
        let shown = known.place.shown();
        if let Some(folder) = &known.place.folder {
            checks.extend(places::checks(folder));
            let kept =
                if known.config.is_some() { data_folder::require_of_serve(folder) } else { Ok(()) };
            checks.extend(kept.err().map(|stop| failed("data folder", stop)));
        }
        let (master, keys) = master_keys(&known);
        checks.extend(keys);
        checks.extend(of_store(known, master, self.deep).await);
        Ok((shown, checks))
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// Loads the master keys, with the checks about them.
fn master_keys(known: &Known) -> (Option<MasterKeys>, Vec<Check>) {
    match (&known.config, &known.place.folder) {
        (Some(config), _) => match place::master_keys(config) {
            Ok(master) => {
                let checks = configuration::keys(config, &master);
                (Some(master), checks)
            }
            Err(stop) => (None, vec![failed("master keys", stop)]),
        },
        (None, Some(folder)) if data_folder::has_master_key(folder) => {
            match data_folder::master_key(folder, &Rng::system()) {
                Ok(master) => {
                    let id = master.ids().next().unwrap_or_default().to_owned();
                    let says = format!("{id} is in the data folder, where `dev` keeps it");
                    (Some(master), vec![Check::ok("master keys", says)])
                }
                Err(stop) => (None, vec![failed("master keys", stop)]),
            }
        }
        // A running server reports itself what its keys open.
        _ => (None, Vec::new()),
    }
}

fn has_keys(known: &Known) -> bool {
    known.config.is_some()
        || known.place.folder.as_ref().is_some_and(|folder| data_folder::has_master_key(folder))
}

/// Reports an error as a problem. Its sentence already says what to do.
fn failed(check: &str, stop: Stop) -> Check {
    Check {
        check: check.to_owned(),
        state: State::Problem,
        says: stop.sentence.unwrap_or_default(),
        mend: None,
    }
}

/// Checks the store without changing it: in the server that uses it, or in this process. A folder
/// that `serve` has not created yet is not a problem.
async fn of_store(known: Known, master: Option<MasterKeys>, deep: bool) -> Vec<Check> {
    let folder: Option<PathBuf> = known.place.folder.clone();
    if let Some(folder) = &folder {
        match store::folder_schema(folder) {
            Ok(0) => {
                return vec![Check::ok(
                    "store",
                    "it does not exist yet; the server creates it at its first start",
                )];
            }
            Ok(found) if found < store::newest_schema() => {
                return vec![of_older_schema(found, &known)];
            }
            Ok(_) => {}
            Err(OpenError::Locked { .. }) => return of_running(folder, deep).await,
            Err(error) => return vec![failed("store", Stop::failed(format!("{error}.")))],
        }
    }
    let store = match (super::find_opened(&known.place).await, folder) {
        (Ok(Some(store)), _) => store,
        (Ok(None), Some(folder)) => return of_running(&folder, deep).await,
        (Ok(None), None) => return Vec::new(),
        (Err(stop), _) => return vec![failed("store", stop)],
    };
    let keys = (master.as_ref(), known.audience());
    let kept = known.config.as_ref().map(|config| KeptAs::from(&config.passwords));
    let mut checks =
        admin::examine(&store, keys, kept.unwrap_or_default(), Clock::system().now(), deep).await;
    store.close().await;
    if !has_keys(&known) {
        let says = "the data folder has none, so it is not known whether they open the data";
        checks.push(Check::warning(
            "master keys",
            says,
            "Pass the server's configuration with --config FILE.",
        ));
    }
    checks
}

/// Reports a store of an older version. Opening it would upgrade it, and the older program could no
/// longer use it.
fn of_older_schema(found: i64, known: &Known) -> Check {
    let says = format!(
        "it has schema {found}, and this program needs schema {}; it was left unchanged, and its \
         data were not checked",
        store::newest_schema()
    );
    let migrate = if known.config.is_some() { ", or poolkeeper migrate," } else { "" };
    let mend = format!("Make a backup. The next start of the server{migrate} upgrades it.");
    Check::warning("store", says, mend)
}

async fn of_running(folder: &std::path::Path, deep: bool) -> Vec<Check> {
    let reply = running::send(folder, &Command::Examine { deep })
        .await
        .map_err(|why| Stop::failed(format!("{why}.")));
    match reply.and_then(place::done) {
        Ok(Outcome::Checks(checks)) => {
            let mut all = vec![Check::ok("server", "it is running, and checked its data")];
            all.extend(checks);
            all
        }
        Ok(_) => vec![Check::problem(
            "server",
            "it gave an unexpected answer",
            "Use the same version of the program as the server.",
        )],
        Err(stop) => vec![failed("server", stop)],
    }
}
