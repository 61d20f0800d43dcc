//! Log lines on standard error, as text or JSON, written by a dedicated thread.

mod lines;
mod plain;
mod writer;

use std::io::IsTerminal;
use std::panic::PanicHookInfo;
use std::sync::OnceLock;
use std::time::Duration;

use clap::ValueEnum;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

use lines::Lines;
use plain::Plain;

/// How long the end of the program, or a panic, waits for a slow standard error.
const FLUSH: Duration = Duration::from_secs(1);

/// The lines of this process. Logging is process-wide, as are panics and the exit.
static LINES: OnceLock<&'static Lines> = OnceLock::new();

/// Format of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// Why logging cannot start. Displays as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The filter is invalid.
    #[error("--log '{filter}' is not a valid log filter: {source}.")]
    Filter {
        /// The filter, as given.
        filter: String,
        /// The cause.
        source: ParseError,
    },
    /// The writing thread cannot be started.
    #[error("Cannot start logging: {0}.")]
    Thread(#[source] std::io::Error),
    /// The process already logs.
    #[error("Cannot start logging: {0}.")]
    Started(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Starts logging for the whole process, panics included.
///
/// # Errors
/// See [`LogError`].
pub fn init(filter: &str, format: LogFormat) -> Result<(), LogError> {
    let filter = EnvFilter::try_new(filter)
        .map_err(|source| LogError::Filter { filter: filter.to_owned(), source })?;
    // Used until the process ends, by any thread.
    let lines: &'static Lines = Box::leak(Box::default());
    writer::start(lines, std::io::stderr()).map_err(LogError::Thread)?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(lines);
    let started = match format {
        LogFormat::Text if std::io::stderr().is_terminal() => log.with_ansi(true).try_init(),
        LogFormat::Text => log.event_format(Plain).try_init(),
        LogFormat::Json => log.json().flatten_event(true).with_current_span(false).try_init(),
    };
    started.map_err(LogError::Started)?;
    // The first call wins, as for the subscriber.
    let _ = LINES.set(lines);
    std::panic::set_hook(Box::new(log_panic));
    Ok(())
}

/// Waits until every line so far is written, for at most two seconds. Call this before the process
/// ends, and before writing anything else to the terminal.
pub fn flush() {
    if let Some(lines) = LINES.get() {
        lines.flush(FLUSH);
    }
}

/// Number of lines lost so far because standard error was too slow.
pub(crate) fn lost_lines() -> u64 {
    LINES.get().map_or(0, |lines| lines.lost())
}

/// Logs where a panic happened, and its message if it is a static string. A formatted message may
/// contain data of a request and is withheld.
fn log_panic(info: &PanicHookInfo<'_>) {
    let at = info.location().map(ToString::to_string).unwrap_or_default();
    let text = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(text withheld)");
    tracing::error!(at, text, "panic");
    // This may be the last thing the process does.
    flush();
}
