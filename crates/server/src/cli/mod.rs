//! The command line, one file per command. Only this module writes to the terminal.

mod access_key;
mod backup;
mod completions;
mod copy;
mod data_folder;
mod dev;
mod doctor;
mod export_seed;
mod health;
mod init;
mod keys;
mod man;
mod messages;
mod migrate;
mod place;
mod progress;
mod restore;
mod rotate_master_key;
#[cfg(unix)]
mod running;
#[cfg(not(unix))]
#[path = "running_elsewhere.rs"]
mod running;
mod serve;
#[cfg(test)]
mod settings_page;
mod signals;
mod terminal;
mod token;
mod told;

use std::fmt::Display;
use std::net::SocketAddr;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use domain::Clock;
use server::config::ConfigError;
use server::config::store::Place;
use server::logging::{self, LogFormat};
use store::{OpenError, Store};
use tokio::net::TcpListener;

use terminal::Form;

/// Exit code of a failure, such as problems found by `doctor`, a port in use or a damaged store.
const FAILED: u8 = 1;
/// Exit code for invalid flags or configuration.
const REFUSED: u8 = 2;

const EXIT_CODES: &str = "\
Exit codes:
  0  success; for doctor: no problems
  1  failure; for doctor: problems were found
  2  invalid request: the flags, the configuration, or what they refer to";

/// A self-hosted identity server that speaks Amazon Cognito's protocols.
#[derive(Debug, Parser)]
#[command(name = "poolkeeper", version, about, propagate_version = true, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// What to log to standard error: a level, or directives such as `info,store=debug`
    #[arg(
        long,
        global = true,
        default_value = "info",
        env = "POOLKEEPER_LOG",
        value_name = "FILTER"
    )]
    log: String,
    /// The format of log lines
    #[arg(long, global = true, value_enum, default_value = "text")]
    log_format: LogFormat,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run for development: any AWS credentials, an inbox for messages, a first user pool
    Dev(dev::Dev),
    /// Run in production with a configuration file
    Serve(serve::Serve),
    /// Write a configuration file with a master key and an access key, ready for `serve`
    Init(init::Init),
    /// Check configuration, keys, clock, permissions and data, and show how to fix problems
    Doctor(doctor::Doctor),
    /// Migrate the schema of a PostgreSQL database to the newest version
    Migrate(migrate::Migrate),
    /// Copy all data to another store: from a folder to PostgreSQL, or back
    Copy(copy::Copy),
    /// List queued messages, newest first
    Messages(messages::Messages),
    /// List or rotate the signing keys of a user pool
    Keys(keys::Keys),
    /// Rewrap every pool's keys under the first master key of the configuration
    RotateMasterKey(rotate_master_key::RotateMasterKey),
    /// Back up a data folder to a file, even while its server is running
    Backup(backup::Backup),
    /// Restore a backup to a new data folder
    Restore(restore::Restore),
    /// Export a user pool as a seed file, from which `dev --seed` recreates it
    ExportSeed(export_seed::ExportSeed),
    /// Explain a token: what it is, who it is for, what it contains, and whether it is valid
    Token(token::Token),
    /// Check whether a running server is ready, for container health checks
    Health(health::Health),
    /// Print a shell completion script
    Completions(completions::Completions),
    /// Print the manual page, or write the pages of all commands to a folder
    Man(man::Man),
}

impl Command {
    /// How to print the result. Commands without a `--json` flag use the default.
    fn form(&self) -> Form {
        match self {
            Self::Init(init) => init.form,
            Self::Doctor(doctor) => doctor.form,
            Self::Migrate(migrate) => migrate.form,
            Self::Copy(copy) => copy.form,
            Self::Messages(messages) => messages.form,
            Self::Keys(keys) => keys.form(),
            Self::RotateMasterKey(rotate) => rotate.form,
            Self::Backup(backup) => backup.form,
            Self::Restore(restore) => restore.form,
            Self::ExportSeed(export) => export.form,
            Self::Health(health) => health.form,
            Self::Token(token) => token.form,
            _ => Form::default(),
        }
    }
}

/// Parses the arguments of this process.
///
/// # Errors
/// The exit code for help, the version or invalid arguments. The text is already printed.
pub(crate) fn arguments() -> Result<Arguments, ExitCode> {
    Arguments::try_parse().map_err(|error| {
        let wants_json = std::env::args_os().any(|argument| argument == "--json");
        if !(error.use_stderr() && wants_json) {
            error.exit();
        }
        // After an empty line clap prints advice, which JSON leaves out.
        let text = error.to_string();
        let words: Vec<&str> = text
            .lines()
            .take_while(|line| !line.is_empty())
            .flat_map(str::split_whitespace)
            .collect();
        let sentence = words.join(" ");
        Form { json: true }.complain(sentence.strip_prefix("error: ").unwrap_or(&sentence));
        ExitCode::from(REFUSED)
    })
}

/// Runs the command and returns its exit code.
pub(crate) async fn run(arguments: Arguments) -> ExitCode {
    let Arguments { log, log_format, command } = arguments;
    let form = command.form();
    let outcome = match logging::init(&log, log_format) {
        Err(error) => Err(Stop::refused(error)),
        Ok(()) => match command {
            Command::Dev(dev) => dev.run().await,
            Command::Serve(serve) => serve.run().await,
            Command::Init(init) => init.run(),
            Command::Doctor(doctor) => doctor.run().await,
            Command::Migrate(migrate) => migrate.run().await,
            Command::Copy(copy) => copy.run().await,
            Command::Messages(messages) => messages.run().await,
            Command::Keys(keys) => keys.run().await,
            Command::RotateMasterKey(rotate) => rotate.run().await,
            Command::Backup(backup) => backup.run().await,
            Command::Restore(restore) => restore.run().await,
            Command::Health(health) => health.run().await,
            Command::Token(token) => token.run().await,
            Command::Completions(completions) => completions.run(),
            Command::Man(man) => man.run(),
            Command::ExportSeed(export) => export.run().await,
        },
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop { code, sentence }) => {
            if let Some(sentence) = sentence {
                form.complain(&sentence);
            }
            ExitCode::from(code)
        }
    }
}

/// Prints a sentence to standard error and returns the exit code of a failure.
pub(crate) fn fail(sentence: &str) -> ExitCode {
    terminal::complain(sentence);
    ExitCode::from(FAILED)
}

/// Opens a listener. `setting` is the flag or setting that the address comes from.
async fn listen_on(address: SocketAddr, setting: &str) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        Stop::failed(format!(
            "Cannot listen on {address}: {error}; stop the program that uses it, or choose \
            another address with {setting}."
        ))
    })
}

/// Why the program ends: an exit code, and a sentence unless the printed result already says it.
#[derive(Debug)]
struct Stop {
    code: u8,
    sentence: Option<String>,
}

impl Stop {
    fn failed(sentence: impl Display) -> Self {
        Self { code: FAILED, sentence: Some(sentence.to_string()) }
    }

    fn refused(sentence: impl Display) -> Self {
        Self { code: REFUSED, sentence: Some(sentence.to_string()) }
    }
}

impl From<ConfigError> for Stop {
    fn from(error: ConfigError) -> Self {
        Self::refused(error)
    }
}

/// Refuses master keys that do not match the data. `mend` says what to do.
async fn require_master_keys(app: &server::App, mend: &str) -> Result<(), Stop> {
    let checked = app.server.require_master_keys().await;
    checked.map_err(|error| {
        Stop::refused(format!("The master keys do not match the data: {error}; {mend}."))
    })
}

/// Opens a store. Fails if a server has it locked or a copy of it is unfinished.
async fn opened(place: &Place) -> Result<Store, Stop> {
    find_opened(place).await?.ok_or_else(|| {
        let dir = place.folder.clone().unwrap_or_default();
        Stop::failed(format!("{}.", OpenError::Locked { dir }))
    })
}

/// Like [`opened`], but returns `None` if a running server has locked the folder.
async fn find_opened(place: &Place) -> Result<Option<Store>, Stop> {
    let mut options = place.options.clone();
    options.sqlite.now = Clock::system().now().millis();
    let store = match Store::open(options) {
        Ok(store) => store,
        Err(OpenError::Locked { .. }) => return Ok(None),
        Err(error) => return Err(Stop::failed(format!("{error}."))),
    };
    store.require_schema().await.map_err(|error| Stop::failed(format!("{error}.")))?;
    let unfinished = store::copy::is_unfinished(&store)
        .await
        .map_err(|error| Stop::failed(format!("{error}.")))?;
    if unfinished {
        return Err(Stop::failed(
            "A copy into this store was not finished; run the same poolkeeper copy again.",
        ));
    }
    let is_source = store::copy::is_source(&store, Clock::system().now().millis()).await;
    if is_source.map_err(|error| Stop::failed(format!("{error}.")))? {
        return Err(Stop::failed(
            "This store is being copied; wait until that is finished. If the copy was \
             interrupted, run it again.",
        ));
    }
    Ok(Some(store))
}
