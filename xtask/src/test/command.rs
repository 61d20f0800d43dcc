//! Running other programs, with errors that say which command failed.

use std::ffi::OsStr;
use std::fmt;
use std::process::{Command, Stdio};

/// Why a stage failed, in one sentence or more for a person.
#[derive(Debug)]
pub(super) struct Failure(String);

impl Failure {
    /// Something the stage itself could not do.
    pub(super) fn new(what: &str, cause: impl fmt::Display) -> Failure {
        Failure(format!("{what}: {cause}"))
    }

    /// Something that a person has to do, with the exact command.
    pub(super) fn needs(what: &str, how: &str) -> Failure {
        Failure(format!("{what}\nRun this, then try again:\n    {how}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A command without standard input, so that it never waits for an answer.
pub(super) fn new(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    command
}

/// The cargo that started this program, in the workspace's folder and without standard input.
pub(super) fn cargo() -> Command {
    let mut command = crate::cargo::cargo();
    command.stdin(Stdio::null());
    command
}

/// Runs a command and shows its output; any outcome but success is a failure that quotes the
/// command.
pub(super) fn run(command: &mut Command) -> Result<(), Failure> {
    let shown = shown(command);
    let status = command
        .status()
        .map_err(|error| Failure::new(&format!("`{shown}` could not be started"), error))?;
    if status.success() { Ok(()) } else { Err(Failure::new(&format!("`{shown}`"), status)) }
}

/// Runs a command and returns its standard output, without white space at the end.
pub(super) fn output(command: &mut Command) -> Result<String, Failure> {
    let shown = shown(command);
    let output = command
        .output()
        .map_err(|error| Failure::new(&format!("`{shown}` could not be started"), error))?;
    if !output.status.success() {
        return Err(Failure::new(&format!("`{shown}`"), output.status));
    }
    Ok(String::from_utf8_lossy(output.stdout.trim_ascii_end()).into_owned())
}

/// Whether a command can be started and succeeds. Its output is discarded.
pub(super) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Whether a program exists and succeeds with these arguments.
pub(super) fn answers(program: &str, arguments: &[&str]) -> bool {
    succeeds(new(program).args(arguments))
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
    fn a_command_that_does_not_exist_does_not_succeed() {
        assert!(!succeeds(&mut new("no-such-program-anywhere")));
        let failure = run(&mut new("no-such-program-anywhere")).unwrap_err().to_string();
        assert!(failure.contains("could not be started"), "{failure}");
    }

    #[test]
    fn the_output_of_a_command_loses_its_line_end() {
        assert_eq!(output(new("echo").arg("one")).unwrap(), "one");
        assert!(output(&mut new("false")).is_err());
    }
}
