//! Where a command finds its data (a folder, or what a configuration names), and how it runs
//! there: in the running server, or in this process.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::{Clock, Rng};
use pools::{IssuerForm, Parts, RateLimits, Server, Settings};
use server::admin::{self, Audience, Command, Outcome, Reply};
use server::config::Config;
use server::config::aws::DEFAULT_ACCOUNT_ID;
use server::config::store::Place;
use store::Store;
use tokio::task::JoinHandle;

use super::signals::Signals;
use super::terminal::Form;
use super::{Stop, data_folder, running, told};

// One of the two is required. `--data` overrides a configuration named by the environment.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = true)]
pub(super) struct Where {
    /// The data folder
    #[arg(long, value_name = "FOLDER")]
    pub(super) data: Option<PathBuf>,
    /// The configuration file that names the data folder or database
    #[arg(long, value_name = "FILE", env = CONFIG)]
    pub(super) config: Option<PathBuf>,
}

/// Environment variable that names a configuration file.
const CONFIG: &str = "POOLKEEPER_CONFIG";

/// The data, and the configuration that names them if there is one.
pub(super) struct Known {
    pub(super) place: Place,
    pub(super) config: Option<Config>,
}

impl Where {
    /// Reads the configuration, if one is given.
    pub(super) fn known(self) -> Result<Known, Stop> {
        match (self.data, self.config) {
            (Some(_), Some(config)) if !is_of_environment(&config) => Err(Stop::refused(
                "Give either --data FOLDER or --config FILE, not both: the configuration names \
                 its data folder.",
            )),
            (Some(data), _) => Ok(Known { place: Place::folder(data), config: None }),
            (None, Some(config)) => Known::configured(Config::load(&config)?),
            (None, None) => Err(Stop::refused("Give --data FOLDER or --config FILE.")),
        }
    }
}

fn is_of_environment(config: &Path) -> bool {
    std::env::var_os(CONFIG).is_some_and(|named| named == config)
}

impl Known {
    pub(super) fn configured(config: Config) -> Result<Self, Stop> {
        Ok(Self { place: config.store.clone(), config: Some(config) })
    }

    /// Refuses a folder without a database: opening it would create one.
    pub(super) fn require_database(&self) -> Result<(), Stop> {
        match &self.place.folder {
            Some(folder) => data_folder::require_database(folder),
            None => Ok(()),
        }
    }

    /// Runs the command in the server that uses the folder, or in this process if none does, and
    /// prints the outcome.
    pub(super) async fn run(self, command: Command, form: Form) -> Result<(), Stop> {
        tell(&self.outcome(command).await?, form);
        Ok(())
    }

    /// Like [`Known::run`], without printing.
    pub(super) async fn outcome(self, command: Command) -> Result<Outcome, Stop> {
        self.require_database()?;
        if let (Command::Backup { to }, Some(folder)) = (&command, &self.place.folder) {
            // Leaves the data unchanged: opening them as a server does would upgrade their schema.
            let is_stopped = Arc::new(AtomicBool::new(false));
            stop_at_signal(&is_stopped)?;
            if let Some(reply) = admin::backup_closed(folder.clone(), to.clone(), &is_stopped).await
            {
                return done(reply);
            }
        }
        let reply = match (super::find_opened(&self.place).await?, &self.place.folder) {
            (Some(store), _) => self.run_here(store, command).await?,
            (None, Some(folder)) => running::send(folder, &command)
                .await
                .map_err(|why| Stop::failed(format!("{why}.")))?,
            (None, None) => return Err(Stop::failed("The database is in use.")),
        };
        done(reply)
    }

    async fn run_here(self, store: Store, command: Command) -> Result<Reply, Stop> {
        let is_stopped = Arc::new(AtomicBool::new(false));
        let audience = self.audience();
        let server = self.server(store)?;
        let reply = admin::run(&server, audience, command, &is_stopped).await;
        server.shutdown().await;
        Ok(reply)
    }

    /// The audience of the data. Data of `dev` have their master key next to them, so they hold no
    /// secrets from anyone who can read the folder.
    pub(super) fn audience(&self) -> Audience {
        match (&self.config, &self.place.folder) {
            (None, Some(folder)) if data_folder::has_master_key(folder) => Audience::Developer,
            _ => Audience::Operator,
        }
    }

    /// Starts a server on the store without listening for clients.
    fn server(&self, store: Store) -> Result<Arc<Server>, Stop> {
        let rng = Rng::system();
        match (&self.config, &self.place.folder) {
            (Some(config), _) => server_of(config, store),
            (None, Some(folder)) if data_folder::has_master_key(folder) => {
                let master = data_folder::master_key(folder, &rng)?;
                let n_parts = store.parts();
                start(Parts {
                    clock: Clock::system(),
                    rng,
                    store,
                    master,
                    settings: unused_settings(n_parts),
                    key_pairs: None,
                    hashing_threads: hashing_threads(),
                })
            }
            _ => Err(Stop::refused(format!(
                "{} contains no master key, so it is not a folder of `dev`; pass its server's \
                 configuration with --config FILE.",
                self.place.shown()
            ))),
        }
    }
}

/// Prints the outcome of a command.
pub(super) fn tell(outcome: &Outcome, form: Form) {
    form.tell(&outcome.json(), |paint| told::text(outcome, paint));
}

/// Converts a reply into an outcome or an error.
pub(super) fn done(reply: Reply) -> Result<Outcome, Stop> {
    match reply {
        Reply::Done(outcome) => Ok(outcome),
        Reply::Refused(sentence) => Err(Stop::refused(sentence)),
        Reply::Failed(sentence) => Err(Stop::failed(sentence)),
    }
}

/// Starts the server that a configuration describes.
pub(super) fn server_of(config: &Config, store: Store) -> Result<Arc<Server>, Stop> {
    let master = master_keys(config)?;
    let settings = Settings {
        account_id: config.aws.account_id.clone(),
        public_url: config.server.public_url.clone(),
        issuer: config.aws.issuer,
        at_rest: config.passwords.at_rest,
        revoke_on_reuse: config.tokens.revoke_on_reuse,
        unset_attributes: config.aws.unset_attributes,
        may_be_mixed: config.passwords.may_be_mixed(),
        fixed_code: None,
        regions: Some(config.aws.regions.clone()),
        limits: config.limits.rates(),
        n_parts: store.parts(),
    };
    start(Parts {
        clock: Clock::system(),
        rng: Rng::system(),
        store,
        master,
        settings,
        key_pairs: None,
        hashing_threads: hashing_threads(),
    })
}

/// The master keys of a configuration.
pub(super) fn master_keys(config: &Config) -> Result<MasterKeys, Stop> {
    let texts: Vec<&str> = config.keys.texts.iter().map(|text| text.as_str()).collect();
    MasterKeys::from_texts(&texts)
        .map_err(|error| Stop::refused(format!("The master keys cannot be used: {error}.")))
}

/// The threads to compute argon2id on: the cores that this process may use, or one if that cannot
/// be found out.
pub(super) fn hashing_threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get)
}

fn start(parts: Parts) -> Result<Arc<Server>, Stop> {
    Server::start(parts).map_err(|error| Stop::failed(format!("{error}.")))
}

/// Settings for commands, which use none of these values.
fn unused_settings(n_parts: u32) -> Settings {
    Settings {
        account_id: DEFAULT_ACCOUNT_ID.to_owned(),
        public_url: "http://localhost".to_owned(),
        issuer: IssuerForm::Own,
        at_rest: AtRest::Srp,
        revoke_on_reuse: true,
        unset_attributes: UnsetAttributes::Standard,
        may_be_mixed: false,
        fixed_code: None,
        regions: None,
        limits: RateLimits::default(),
        n_parts,
    }
}

/// Sets the flag at a signal, so that work stops cleanly. Runs until the task is aborted.
pub(super) fn stop_at_signal(is_stopped: &Arc<AtomicBool>) -> Result<JoinHandle<()>, Stop> {
    let (signals, stopped) = (Signals::listen()?, Arc::clone(is_stopped));
    Ok(tokio::spawn(async move {
        signals.stop().await;
        stopped.store(true, Ordering::Relaxed);
    }))
}
