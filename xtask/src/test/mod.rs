//! `cargo xtask test`: every check of the project, in stages, in one command.
//!
//! A stage either passes or ends the run. None is skipped because a tool is missing.

mod clients;
mod command;
mod deny;
mod node;
mod setup;

use std::time::Duration;

use crate::paths::root;
use command::{Failure, run};

/// How the command is called.
pub(crate) const USAGE: &str = "test [--core] [--from STAGE | --only STAGE]   \
     run every check; --core leaves out the heavy ones";

/// One step of the run.
struct Stage {
    /// The name that `--from` takes and the run prints.
    name: &'static str,
    /// Left out by `--core`.
    heavy: bool,
    work: fn() -> Result<(), Failure>,
}

/// The stages in their order, the quick ones first.
const STAGES: &[Stage] = &[
    core("setup", setup::install),
    core("fmt", || cargo(&["fmt", "--all", "--check"])),
    core("layout", layout),
    core("clippy", clippy),
    core("doc", doc),
    core("codegen", codegen),
    core("coverage", coverage),
    core("rust", || cargo(&["test", "--workspace", "--locked"])),
    core("postgres", postgres),
    core("build", build),
    core("python", clients::python),
    core("node", clients::node),
    heavy("deny", deny::check),
    heavy("browser", clients::browser),
    heavy("go-sdk", clients::go_sdk),
    heavy("java-sdk", clients::java_sdk),
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
                 After fixing it, resume with: cargo xtask test --from {name}",
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

/// The stages that `arguments` select. Setup is always one of them: it is quick when nothing is
/// missing.
fn chosen(arguments: &[String]) -> Result<Vec<&'static Stage>, String> {
    let mut leave_out_heavy = false;
    let mut wanted = 0..STAGES.len();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--core" => leave_out_heavy = true,
            "--from" => wanted.start = position("--from", rest.next())?,
            "--only" => {
                let only = position("--only", rest.next())?;
                wanted = only..only + 1;
            }
            other => {
                return Err(format!("unknown argument '{other}'\nusage: cargo xtask {USAGE}"));
            }
        }
    }
    let selected = STAGES
        .iter()
        .enumerate()
        .filter(|(index, stage)| {
            *index == 0 || (wanted.contains(index) && !(leave_out_heavy && stage.heavy))
        })
        .map(|(_, stage)| stage);
    Ok(selected.collect())
}

fn position(option: &str, name: Option<&String>) -> Result<usize, String> {
    let found = name.and_then(|name| STAGES.iter().position(|stage| stage.name == name));
    found.ok_or_else(|| {
        let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        format!("{option} takes one of: {}", names.join(", "))
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

/// No broken link or other fault in the documentation of any item, public or private.
fn doc() -> Result<(), Failure> {
    run(command::cargo()
        .args(["doc", "--workspace", "--no-deps", "--locked", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// The structure of the packages: `cargo xtask layout`.
fn layout() -> Result<(), Failure> {
    crate::layout::run(&[]).map_err(|error| Failure::new("cargo xtask layout", error))
}

/// The generated sources must be what the generator writes from the model now.
fn codegen() -> Result<(), Failure> {
    let this_program =
        std::env::current_exe().map_err(|error| Failure::new("cannot find this program", error))?;
    run(command::new(this_program).args(["codegen", "--check"]).current_dir(root()))
}

/// Every exception that an implemented operation declares has a test, or a reason why not.
fn coverage() -> Result<(), Failure> {
    crate::coverage::run(&[]).map_err(|error| Failure::new("cargo xtask coverage", error))
}

/// Every operation and race once more, on the other engine.
///
/// `--workspace` keeps the features of the dependencies, and with them what is already built.
fn postgres() -> Result<(), Failure> {
    run(command::cargo()
        .args(["test", "--workspace", "--locked", "--test", "operations"])
        .env("POOLKEEPER_TEST_ENGINE", "postgres"))
}

/// A short soak test; longer ones are for `cargo xtask soak`.
fn soak() -> Result<(), Failure> {
    let short = ["--seconds", "30"].map(str::to_owned);
    crate::soak::run(&short).map_err(|error| Failure::new("cargo xtask soak --seconds 30", error))
}

/// What the clients run: the server, a server whose clock the tests move, the program that starts
/// PostgreSQL, and the example.
///
/// `--workspace --tests` keeps the features of the dependencies, and with them what is already
/// built.
fn build() -> Result<(), Failure> {
    const DEBUG: [&str; 3] =
        ["poolkeeper-testclock", "poolkeeper-testpg", "poolkeeper-example-axum-api"];
    cargo(&["build", "--release", "--locked", "--package", "poolkeeper"])?;
    let mut debug = vec!["build", "--workspace", "--locked", "--tests"];
    debug.extend(DEBUG.iter().flat_map(|name| ["--bin", name]));
    cargo(&debug)
}

fn cargo(arguments: &[&str]) -> Result<(), Failure> {
    run(command::cargo().args(arguments))
}

#[expect(clippy::disallowed_methods, reason = "the durations of the stages are only printed")]
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
    fn every_stage_runs_in_order_without_arguments() {
        let all: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        assert_eq!(names(&[]).unwrap(), all);
    }

    #[test]
    fn from_keeps_setup_and_drops_the_stages_before() {
        assert_eq!(names(&["--from", "rust-sdk"]).unwrap(), ["setup", "rust-sdk", "soak"]);
        assert_eq!(names(&["--core", "--from", "node"]).unwrap(), ["setup", "node"]);
    }

    #[test]
    fn only_keeps_setup_and_one_stage() {
        assert_eq!(names(&["--only", "java-sdk"]).unwrap(), ["setup", "java-sdk"]);
        assert_eq!(names(&["--only", "setup"]).unwrap(), ["setup"]);
        assert!(names(&["--only", "nothing"]).unwrap_err().contains("--only takes one of"));
    }

    #[test]
    fn an_unknown_argument_is_quoted() {
        assert!(names(&["--form", "node"]).unwrap_err().contains("'--form'"));
        assert!(names(&["--from", "nodes"]).unwrap_err().contains("setup, fmt, layout"));
        assert!(names(&["--from"]).is_err());
    }
}
