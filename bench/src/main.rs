//! `cargo run --release -p poolkeeper-bench`: measures this machine's primitives, and the real
//! server against them.

mod api;
mod clients;
mod clock;
mod deployment;
mod figures;
mod load;
mod machine;
mod measure;
mod postgres;
mod primitives;
mod process;
mod profile;
mod report;
mod results;
mod rows;
mod scene;
mod sign;
mod sizes;
mod soak;
mod terminal;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clap::{Args, Parser, Subcommand};

/// The server's allocator, so that the limits are measured with it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures the server against the sum of the primitives that it needs
#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    common: Common,
    /// Measure only operations whose name contains this
    #[arg(long, default_value = "", value_name = "PART")]
    only: String,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run three servers on one replicated database with every kind of failure, and check that
    /// nothing acknowledged is lost
    Soak(soak::Soak),
    /// Measure lists and sign-ins in small and large pools on both engines
    Sizes(sizes::Sizes),
    /// Draw throughput, latencies, growth and memory
    Figures(figures::Figures),
    /// Draw flame graphs of the operations
    Profile(profile::Profile),
}

/// Arguments shared by the subcommands.
#[derive(Debug, Args)]
struct Common {
    /// Write the report to bench/RESULTS.md and keep its other sections
    #[arg(long)]
    write: bool,
    /// The date of the report [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// A release binary to use instead of building one
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
}

impl Common {
    fn binary(&self) -> Result<PathBuf, String> {
        self.binary.clone().map_or_else(process::build, Ok)
    }

    fn date(&self) -> String {
        self.date.clone().unwrap_or_else(|| clock::Utc::of(clock::epoch_seconds()).date())
    }

    /// Prints a report, and writes the file content that `file` makes from the previous one.
    fn report(&self, report: &str, file: impl FnOnce(&str) -> String) -> Result<(), String> {
        terminal::say(report);
        if !self.write {
            return Ok(());
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("RESULTS.md");
        let before = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, file(&before)).map_err(|error| format!("{}: {error}", path.display()))
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        None => bench(&arguments),
        Some(Command::Soak(soak)) => soak.run(),
        Some(Command::Sizes(sizes)) => sizes.run(),
        Some(Command::Figures(figures)) => figures.run(),
        Some(Command::Profile(profile)) => profile.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            terminal::progress(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn bench(arguments: &Arguments) -> Result<(), String> {
    let Arguments { common, only, .. } = arguments;
    let binary = common.binary()?;
    let measured = in_new_folder("bench", |dir| measure::measure(&binary, dir, only))?;
    let tables = report::tables(&measured, &common.date());
    common.report(&tables, |before| results::with_tables(&tables, before))
}

/// Works in a folder that is only removed after success, because a failure's server logs are
/// useful.
fn in_new_folder<T>(
    name: &str,
    work: impl FnOnce(&Path) -> Result<T, String>,
) -> Result<T, String> {
    let dir = deployment::new_folder(
        &env::temp_dir(),
        &format!("poolkeeper-{name}-{}", std::process::id()),
    )?;
    let done = work(&dir)
        .map_err(|error| format!("{error}\nThe servers' logs are in {}", dir.display()))?;
    fs::remove_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    Ok(done)
}
