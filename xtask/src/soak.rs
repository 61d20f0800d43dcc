//! `cargo xtask soak`: hours of a bad day in minutes, by the program in `bench`.

use std::env;
use std::process::Command;

/// One line for `cargo xtask help`.
pub(crate) const USAGE: &str = "soak [--seconds N] [--seed N] [--write]   load three servers while their database fails, then check everything";

/// Builds the program for release and runs it with these arguments.
///
/// # Errors
/// The sentence to print; what was found is printed already.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // `cargo run` told this program about its own package; a build script that watches these would
    // run again each time.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_PKG_")
        }) {
            command.env_remove(name);
        }
    }
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    command.args([
        "run",
        "--quiet",
        "--release",
        "--locked",
        "--package",
        "poolkeeper-bench",
        "--manifest-path",
        manifest,
    ]);
    let status = command.args(["--", "soak"]).args(arguments).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the soak ended with {status}")),
        Err(error) => Err(format!("cargo could not be started: {error}")),
    }
}
