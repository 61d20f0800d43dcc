//! `cargo xtask soak`: runs the soak test of `bench`, which packs hours of failures into minutes.

use crate::cargo::cargo;

/// How the command is called.
pub(crate) const USAGE: &str = "soak [--seconds N] [--seed N] [--write]   \
     load three servers while their database fails, then check everything";

/// Builds the program for release and runs it with these arguments.
///
/// # Errors
/// The sentence to print; the program has printed its findings already.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--locked", "--package", "poolkeeper-bench"]);
    let status = command.args(["--", "soak"]).args(arguments).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the soak ended with {status}")),
        Err(error) => Err(format!("cargo could not be started: {error}")),
    }
}
