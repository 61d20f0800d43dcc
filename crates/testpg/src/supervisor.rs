//! The process between a test and its server.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::account::Account;
use crate::{folder, programs};

/// A shell that is a server's parent and owns its folder. It removes both when its standard input
/// closes, which the system does even when the test process is killed; a `Drop` alone could not.
#[derive(Debug)]
pub(crate) struct Supervisor {
    folder: PathBuf,
    process: Child,
    /// `None` once it was asked to end.
    commands: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Supervisor {
    /// Starts a supervisor in a new folder, without a server yet.
    pub(crate) fn new() -> Self {
        let account = Account::needed();
        let folder = folder::create(account);
        let mut command = Command::new("/bin/sh");
        command
            .arg("-c")
            .arg(include_str!("supervisor.sh"))
            .arg("supervisor")
            .arg(programs::folder());
        // Keeps out variables such as PGOPTIONS. A process group of its own, so that Ctrl-C only
        // reaches the test.
        command.env_clear().env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin").env("LC_ALL", "C");
        command.current_dir(&folder).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        if let Some(account) = account {
            account.run(&mut command);
        }
        let mut process = command.spawn().expect("a shell");
        let commands = process.stdin.take();
        let answers = BufReader::new(process.stdout.take().expect("piped above"));
        Self { folder, process, commands, answers }
    }

    /// The folder of the server's data (in `data`), settings and log.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs one of PostgreSQL's programs to completion; returns whether it succeeded.
    pub(crate) fn run(&mut self, program_and_arguments: &str) -> bool {
        self.ask(&format!("run {program_and_arguments}"))
    }

    /// Starts the server without waiting until it answers.
    pub(crate) fn start(&mut self) {
        self.ask("start");
    }

    /// Whether the started server is still running.
    pub(crate) fn is_alive(&mut self) -> bool {
        self.ask("alive")
    }

    /// Stops the server cleanly: transactions are rolled back, data and log written, standbys
    /// brought up to date.
    pub(crate) fn stop(&mut self) {
        self.ask("stop");
    }

    /// Kills all the server's processes at once with SIGKILL.
    pub(crate) fn kill(&mut self) {
        self.ask("kill");
    }

    /// The output of the server and of the programs that created it.
    pub(crate) fn log(&self) -> String {
        fs::read(self.folder.join("log"))
            .map(|log| String::from_utf8_lossy(&log).into_owned())
            .unwrap_or_default()
    }

    fn ask(&mut self, command: &str) -> bool {
        let commands = self.commands.as_mut().expect("open until dropped");
        writeln!(commands, "{command}").expect("the supervisor accepts commands");
        let mut status = String::new();
        self.answers.read_line(&mut status).expect("the supervisor answers");
        status.trim() == "0"
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        drop(self.commands.take());
        let _ = self.process.wait();
    }
}
