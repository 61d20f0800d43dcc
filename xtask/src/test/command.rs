//! Running other programs, with errors that say which command failed.

use std::ffi::OsStr;
use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Why a stage failed, as one sentence (or more) for a person.
#[derive(Debug)]
pub(super) struct Failure(String);

impl Failure {
    /// Something the stage itself could not do.
    pub(super) fn new(what: &str, cause: impl fmt::Display) -> Failure {
        Failure(format!("{what}: {cause}"))
    }

    /// Something that has to be done by hand, with the exact command.
    pub(super) fn needs(what: &str, how: &str) -> Failure {
        Failure(format!("{what}\nRun this, then try again:\n    {how}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A command that waits for nobody: no standard input.
pub(super) fn new(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    command
}

/// The cargo that started this program, in the workspace's folder.
pub(super) fn cargo() -> Command {
    let mut command = new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace_root());
    // `cargo run` told this program about its own package; a build script that watches these would
    // run again each time.
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_PKG_")
        }) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command with its output shown; anything but success is a failure that quotes the command.
pub(super) fn run(command: &mut Command) -> Result<(), Failure> {
    let shown = shown(command);
    let status = command
        .status()
        .map_err(|error| Failure::new(&format!("`{shown}` could not be started"), error))?;
    if status.success() { Ok(()) } else { Err(Failure::new(&format!("`{shown}`"), status)) }
}

/// Whether a command can be started and succeeds; its output is thrown away.
pub(super) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// The folder that holds the workspace's `Cargo.toml`.
pub(super) fn workspace_root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

fn shown(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    parts.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_quoted_with_its_exit_status() {
        let failure = run(new("false").arg("--anything")).unwrap_err().to_string();
        assert!(failure.starts_with("`false --anything`: "), "{failure}");
        assert!(failure.contains('1'), "{failure}");
    }

    #[test]
    fn a_command_that_does_not_exist_is_not_a_success() {
        assert!(!succeeds(&mut new("no-such-program-anywhere")));
        let failure = run(&mut new("no-such-program-anywhere")).unwrap_err().to_string();
        assert!(failure.contains("could not be started"), "{failure}");
    }

    #[test]
    fn cargo_does_not_hear_of_this_package() {
        let cargo = cargo();
        let mut forgotten =
            cargo.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name);
        assert!(forgotten.any(|name| name == "CARGO_MANIFEST_DIR"));
    }

    #[test]
    fn the_workspace_root_holds_the_workspace() {
        assert!(workspace_root().join("Cargo.lock").is_file());
    }
}
