//! `cargo run --release -p poolkeeper-bench`: measures the primitives of this machine and the real server against them.

mod clock;
mod load;
mod machine;
mod measure;
mod primitives;
mod process;
mod report;
mod rows;
mod scene;
mod srp_client;
mod terminal;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clap::Parser;

/// The server's allocator: the limits are measured with what it has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures the server against the sum of the primitives that it cannot do without.
#[derive(Debug, Parser)]
struct Arguments {
    /// Write the report to bench/RESULTS.md; its notes are kept
    #[arg(long)]
    write: bool,
    /// The date of the report [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// A release binary to measure instead of building one
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
    /// Only the operations whose name contains this
    #[arg(long, default_value = "", value_name = "PART")]
    only: String,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            terminal::progress(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let binary = match &arguments.binary {
        Some(binary) => binary.clone(),
        None => process::build()?,
    };
    let dir = env::temp_dir().join(format!("poolkeeper-bench-{}", std::process::id()));
    fs::create_dir(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let measured = measure::measure(binary, &dir, &arguments.only);
    if measured.is_ok() {
        // After a failure the server's log is of use.
        fs::remove_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    }
    let date = arguments.date.clone().unwrap_or_else(|| clock::Utc::of(clock::epoch_seconds()).date());
    let tables = report::tables(&measured?, &date);
    terminal::say(&tables);
    if arguments.write {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("RESULTS.md");
        let before = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, report::file(&tables, &before)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
