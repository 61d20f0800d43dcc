//! The dependency check: licences, banned crates and sources, by cargo-deny.

use std::path::PathBuf;

use super::command::{self, Failure, output, run};
use crate::paths::root;

/// The version that is built where `PATH` has another one or none.
const VERSION: &str = "0.20.2";

/// Checks `deny.toml` against the lock file.
pub(super) fn check() -> Result<(), Failure> {
    let program = program()?;
    run(command::new(program).args(["check", "licenses", "bans", "sources"]).current_dir(root()))
}

/// cargo-deny from `PATH`, or built once into `target/tools`.
///
/// Without optimisation: the build then takes two minutes, the check seven seconds.
fn program() -> Result<PathBuf, Failure> {
    let folder = root().join("target/tools").join(format!("cargo-deny-{VERSION}"));
    let candidates = [PathBuf::from("cargo-deny"), folder.join("bin/cargo-deny")];
    let expected = format!("cargo-deny {VERSION}");
    let is_right = |program: &PathBuf| {
        output(command::new(program).arg("--version")).is_ok_and(|version| version == expected)
    };
    if let Some(found) = candidates.iter().find(|program| is_right(program)) {
        return Ok(found.clone());
    }
    run(command::cargo()
        .args(["install", "--quiet", "--locked", "--debug", "--version", VERSION, "--root"])
        .arg(&folder)
        .arg("cargo-deny"))?;
    Ok(folder.join("bin/cargo-deny"))
}
