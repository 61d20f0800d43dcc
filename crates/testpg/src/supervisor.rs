//! The process between a test and its server.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::account::Account;
use crate::{folder, programs};

/// A shell that is the parent of a server and owner of its folder. It ends both when its standard
/// input closes, which the system does for a test process that is killed; this is why it is a
/// process, and not a `Drop` alone.
#[derive(Debug)]
pub(crate) struct Supervisor {
    folder: PathBuf,
    process: Child,
    /// None once it was told to end.
    commands: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Supervisor {
    /// A supervisor in a new folder, without a server as yet.
    pub(crate) fn new() -> Self {
        let account = Account::needed();
        let folder = folder::create(account);
        let mut command = Command::new("/bin/sh");
        command
            .arg("-c")
            .arg(include_str!("supervisor.sh"))
            .arg("supervisor")
            .arg(programs::folder());
        // Variables like PGOPTIONS are of no concern here. Its own process group, so that Ctrl-C
        // reaches the test only.
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

    /// Where the server's data (in `data`), settings and log are.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs one of PostgreSQL's programs to its end; whether it succeeded.
    pub(crate) fn run(&mut self, program_and_arguments: &str) -> bool {
        self.ask(&format!("run {program_and_arguments}"))
    }

    /// Starts the server; whether it gets far enough to answer is another matter.
    pub(crate) fn start(&mut self) {
        self.ask("start");
    }

    /// Whether the server that was started has not ended since.
    pub(crate) fn is_alive(&mut self) -> bool {
        self.ask("alive")
    }

    /// Stops the server in good order: transactions are rolled back, data and log written, standbys
    /// up to date.
    pub(crate) fn stop(&mut self) {
        self.ask("stop");
    }

    /// Ends all the server's processes at once by SIGKILL.
    pub(crate) fn kill(&mut self) {
        self.ask("kill");
    }

    /// What the server, and the programs that made it, have written.
    pub(crate) fn log(&self) -> String {
        fs::read(self.folder.join("log"))
            .map(|log| String::from_utf8_lossy(&log).into_owned())
            .unwrap_or_default()
    }

    fn ask(&mut self, command: &str) -> bool {
        let commands = self.commands.as_mut().expect("open until dropped");
        writeln!(commands, "{command}").expect("the supervisor takes commands");
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
