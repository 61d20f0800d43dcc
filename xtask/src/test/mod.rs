//! `cargo xtask test`: every check of the project, in stages, in one command.
//!
//! A stage either passes or ends the run: nothing is skipped because something is not installed.

mod clients;
mod command;
mod setup;

use std::time::Duration;

use command::{Failure, run, workspace_root};

/// One line for `cargo xtask help`.
pub(crate) const USAGE: &str = "test [--core] [--from STAGE]   run every check; --core leaves out the heavy ones, --from starts later";

/// One step of the run.
struct Stage {
    /// The name that `--from` takes and that is printed.
    name: &'static str,
    /// Left out by `--core`.
    heavy: bool,
    work: fn() -> Result<(), Failure>,
}

/// The stages in their order: what fails fastest stands first.
const STAGES: &[Stage] = &[
    core("setup", setup::install),
    core("fmt", fmt),
    core("clippy", clippy),
    core("codegen", codegen),
    core("coverage", coverage),
    core("rust", || cargo(&["test", "--workspace", "--locked"])),
    core("postgres", postgres),
    core("build", build),
    core("python", clients::python),
    core("node", clients::node),
    heavy("browser", clients::browser),
    heavy("go-sdk", clients::go_sdk),
    heavy("rust-sdk", clients::rust_sdk),
    heavy("soak", soak),
];

/// Runs the stages that the arguments ask for. Stops at the first that fails.
///
/// # Errors
/// The sentence to print: a wrong argument, or the stage that failed with what to do about it.
pub(crate) fn test(arguments: &[String]) -> Result<(), String> {
    let stages = chosen(arguments)?;
    let mut times = Vec::with_capacity(stages.len());
    for stage in stages {
        say(&format!("==> {}", stage.name));
        let (outcome, took) = timed(stage.work);
        let took = seconds(took);
        if let Err(failure) = outcome {
            return Err(format!(
                "cargo xtask test: stage '{name}' failed after {took}: {failure}\n\
                 Once mended, go on from here with: cargo xtask test --from {name}",
                name = stage.name
            ));
        }
        say(&format!("==> {} passed in {took}\n", stage.name));
        times.push((stage.name, took));
    }
    for (name, took) in &times {
        say(&format!("{name:>8} {took:>9}"));
    }
    say(&format!("cargo xtask test: all {} stages passed", times.len()));
    Ok(())
}

/// cargo does not see the files that a build script lists, so they are named to rustfmt.
fn fmt() -> Result<(), Failure> {
    cargo(&["fmt", "--all", "--check"])?;
    let source = workspace_root().join("crates/operations/src");
    let mut files = Vec::new();
    for folder in ["idp", "identity", "flows", "challenges"] {
        let folder = source.join(folder);
        let entries = std::fs::read_dir(&folder)
            .map_err(|error| Failure::new(&format!("reading {}", folder.display()), error))?;
        files.extend(
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|end| end == "rs")),
        );
    }
    run(command::new("rustfmt").args(["--edition", "2024", "--check"]).args(files))
}

/// The stages that `arguments` select. Setup is always among them: it is quick when all is there.
fn chosen(arguments: &[String]) -> Result<Vec<&'static Stage>, String> {
    let mut leave_out_heavy = false;
    let mut first = 0;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--core" => leave_out_heavy = true,
            "--from" => first = position(rest.next())?,
            other => {
                return Err(format!("unknown argument '{other}'\nusage: cargo xtask {USAGE}"));
            }
        }
    }
    let selected = STAGES
        .iter()
        .enumerate()
        .filter(|(index, stage)| {
            *index == 0 || (*index >= first && !(leave_out_heavy && stage.heavy))
        })
        .map(|(_, stage)| stage);
    Ok(selected.collect())
}

fn position(name: Option<&String>) -> Result<usize, String> {
    let found = name.and_then(|name| STAGES.iter().position(|stage| stage.name == name));
    found.ok_or_else(|| {
        let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        format!("--from takes one of: {}", names.join(", "))
    })
}

const fn core(name: &'static str, work: fn() -> Result<(), Failure>) -> Stage {
    Stage { name, heavy: false, work }
}

const fn heavy(name: &'static str, work: fn() -> Result<(), Failure>) -> Stage {
    Stage { heavy: true, ..core(name, work) }
}

fn clippy() -> Result<(), Failure> {
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
}

/// The generated sources must be what the generator makes of the model now.
fn codegen() -> Result<(), Failure> {
    let this_program =
        std::env::current_exe().map_err(|error| Failure::new("cannot find this program", error))?;
    run(command::new(this_program).args(["codegen", "--check"]).current_dir(workspace_root()))
}

/// Every declared exception of what is built has a test, or a reason why it has none.
fn coverage() -> Result<(), Failure> {
    crate::coverage::run(&[]).map_err(|error| Failure::new("cargo xtask coverage", error))
}

/// Every operation and race once more, on the other engine.
///
/// The whole workspace is asked for: a package of its own would be built anew, with the features it
/// needs alone.
fn postgres() -> Result<(), Failure> {
    run(command::cargo()
        .args(["test", "--workspace", "--locked", "--test", "operations"])
        .env("POOLKEEPER_TEST_ENGINE", "postgres"))
}

/// A short one; hours of it belong to `cargo xtask soak`.
fn soak() -> Result<(), Failure> {
    let short = ["--seconds", "30"].map(str::to_owned);
    crate::soak::run(&short).map_err(|error| Failure::new("cargo xtask soak --seconds 30", error))
}

/// What the clients run: the server, one whose clock they move, and PostgreSQL for those that need
/// it.
fn build() -> Result<(), Failure> {
    cargo(&["build", "--release", "--locked", "--package", "poolkeeper"])?;
    cargo(&["build", "--locked", "--package", "poolkeeper-testkit", "--bins"])?;
    cargo(&["build", "--locked", "--package", "poolkeeper-testpg"])
}

fn cargo(arguments: &[&str]) -> Result<(), Failure> {
    run(command::cargo().args(arguments))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the times of the stages are for people; nothing is decided by them"
)]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let outcome = work();
    (outcome, start.elapsed())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[expect(clippy::print_stdout, reason = "this is the output of the command")]
fn say(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Result<Vec<&'static str>, String> {
        let arguments: Vec<String> =
            arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Ok(chosen(&arguments)?.iter().map(|stage| stage.name).collect())
    }

    #[test]
    fn without_arguments_every_stage_runs_in_order() {
        let all: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        assert_eq!(names(&[]).unwrap(), all);
    }

    #[test]
    fn from_keeps_setup_and_drops_what_stands_before() {
        let from_python = ["setup", "python", "node", "browser", "go-sdk", "rust-sdk", "soak"];
        assert_eq!(names(&["--from", "python"]).unwrap(), from_python);
        assert_eq!(names(&["--core", "--from", "node"]).unwrap(), ["setup", "node"]);
    }

    #[test]
    fn a_wrong_argument_is_named() {
        assert!(names(&["--form", "node"]).unwrap_err().contains("'--form'"));
        assert!(names(&["--from", "nodes"]).unwrap_err().contains("setup, fmt, clippy"));
        assert!(names(&["--from"]).is_err());
    }
}
