//! Where the data of a command are: a folder, or what a configuration names; and how a command gets
//! there.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
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

// One of the two. A configuration that the environment names gives way to a folder.
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

/// The variable that names a configuration file.
const CONFIG: &str = "POOLKEEPER_CONFIG";

/// The data, and the configuration that names them.
pub(super) struct Known {
    pub(super) place: Place,
    pub(super) config: Option<Config>,
}

impl Where {
    /// Reads the configuration.
    pub(super) fn known(self) -> Result<Known, Stop> {
        match (self.data, self.config) {
            (Some(_), Some(config)) if !is_of_environment(&config) => Err(Stop::refused(
                "Give either --data FOLDER or --config FILE, not both: the configuration names its data folder.",
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

    /// Refuses a folder without data: opening it would make some.
    pub(super) fn require_database(&self) -> Result<(), Stop> {
        match &self.place.folder {
            Some(folder) => data_folder::require_database(folder),
            None => Ok(()),
        }
    }

    /// Has the server that uses the folder run the command, or runs it here, and prints what it
    /// says.
    pub(super) async fn run(self, command: Command, form: Form) -> Result<(), Stop> {
        tell(&self.outcome(command).await?, form);
        Ok(())
    }

    /// As [`Known::run`], without printing.
    pub(super) async fn outcome(self, command: Command) -> Result<Outcome, Stop> {
        self.require_database()?;
        if let (Command::Backup { to }, Some(folder)) = (&command, &self.place.folder) {
            // The data stay as they are: opening them as a server does would bring their schema up
            // to date.
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

    /// A developer's data have their master key beside them: nothing in them is a secret from who
    /// can read the folder.
    pub(super) fn audience(&self) -> Audience {
        match (&self.config, &self.place.folder) {
            (None, Some(folder)) if data_folder::has_master_key(folder) => Audience::Developer,
            _ => Audience::Operator,
        }
    }

    /// A server that answers nobody.
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
                })
            }
            _ => Err(Stop::refused(format!(
                "{} contains no master key, so it is not a folder of `dev`; pass its server's configuration with --config FILE.",
                self.place.shown()
            ))),
        }
    }
}

/// Prints what a command found or did.
pub(super) fn tell(outcome: &Outcome, form: Form) {
    form.tell(&outcome.json(), |paint| told::text(outcome, paint));
}

/// What came of a command.
pub(super) fn done(reply: Reply) -> Result<Outcome, Stop> {
    match reply {
        Reply::Done(outcome) => Ok(outcome),
        Reply::Refused(sentence) => Err(Stop::refused(sentence)),
        Reply::Failed(sentence) => Err(Stop::failed(sentence)),
    }
}

/// The server that a configuration describes.
pub(super) fn server_of(config: &Config, store: Store) -> Result<Arc<Server>, Stop> {
    let master = master_keys(config)?;
    let settings = Settings {
        account_id: config.aws.account_id.clone(),
        public_url: config.server.public_url.clone(),
        issuer: config.aws.issuer,
        at_rest: config.passwords.at_rest,
        fixed_code: None,
        regions: Some(config.aws.regions.clone()),
        limits: config.limits.rates.clone(),
        n_parts: store.parts(),
    };
    start(Parts {
        clock: Clock::system(),
        rng: Rng::system(),
        store,
        master,
        settings,
        key_pairs: None,
    })
}

/// The master keys of a configuration.
pub(super) fn master_keys(config: &Config) -> Result<MasterKeys, Stop> {
    let texts: Vec<&str> = config.keys.texts.iter().map(|text| text.as_str()).collect();
    MasterKeys::from_texts(&texts)
        .map_err(|error| Stop::refused(format!("The master keys cannot be used: {error}.")))
}

fn start(parts: Parts) -> Result<Arc<Server>, Stop> {
    Server::start(parts).map_err(|error| Stop::failed(format!("{error}.")))
}

/// No command asks for any of these.
fn unused_settings(n_parts: u32) -> Settings {
    Settings {
        account_id: DEFAULT_ACCOUNT_ID.to_owned(),
        public_url: "http://localhost".to_owned(),
        issuer: IssuerForm::Own,
        at_rest: AtRest::Srp,
        fixed_code: None,
        regions: None,
        limits: RateLimits::default(),
        n_parts,
    }
}

/// So that a file begun is removed, and no step is left in the middle. Until the task is aborted.
pub(super) fn stop_at_signal(is_stopped: &Arc<AtomicBool>) -> Result<JoinHandle<()>, Stop> {
    let (signals, stopped) = (Signals::listen()?, Arc::clone(is_stopped));
    Ok(tokio::spawn(async move {
        signals.stop().await;
        stopped.store(true, Ordering::Relaxed);
    }))
}
