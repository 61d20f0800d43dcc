//! The program, killed with SIGKILL.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use testkit::TempDir;

use super::http::Http;
use super::{Host, survive};
use crate::in_process::CODE;

const KILLS: u32 = 20;

/// The durability requirement: after a crash the server answers again within a second. Unoptimised
/// builds get more.
const RESTART: Duration =
    if cfg!(debug_assertions) { Duration::from_secs(5) } else { Duration::from_secs(1) };

/// `poolkeeper dev` on a folder.
struct Program {
    data: PathBuf,
    running: Option<Running>,
    /// Time from each start to the first answer.
    starts: Vec<Duration>,
    /// Declared last, so it is dropped after everything that uses it.
    _folder: TempDir,
}

struct Running {
    child: Child,
    address: String,
    /// Kept open, as a terminal would be.
    _out: BufReader<ChildStdout>,
}

impl Program {
    fn new() -> Self {
        let folder = TempDir::new();
        Self {
            data: folder.path().join("data"),
            running: None,
            starts: Vec::new(),
            _folder: folder,
        }
    }

    fn command(arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_poolkeeper"));
        command.args(["--log", "error"]).args(arguments).stdin(Stdio::null());
        command
            .env_remove("POOLKEEPER_ACCESS_KEY")
            .env_remove("POOLKEEPER_CONFIG")
            .env_remove("POOLKEEPER_LOG");
        command
    }

    fn data(&self) -> &str {
        self.data.to_str().expect("a path in UTF-8")
    }

    /// Stops the program as an operator does and runs the doctor on its data.
    fn stop_and_examine(&mut self) {
        let mut running = self.running.take().expect("a running server");
        let sent = Command::new("kill")
            .args(["-TERM", &running.child.id().to_string()])
            .status()
            .expect("kill");
        assert!(sent.success());
        assert_eq!(running.child.wait().expect("an end").code(), Some(0));
        let output = Self::command(&["doctor", "--deep", "--data", self.data()])
            .output()
            .expect("the doctor");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

impl Host for Program {
    type Client = Http;

    #[expect(clippy::disallowed_methods, reason = "the time to the first answer is a requirement")]
    fn start(&mut self) {
        let begun = Instant::now();
        // The port changes with every start; the issuer of the tokens must not.
        let url = "http://localhost:7665";
        let arguments = [
            "dev",
            "--empty",
            "--listen",
            "127.0.0.1:0",
            "--data",
            self.data(),
            "--public-url",
            url,
            "--fixed-code",
            CODE,
        ];
        let mut child =
            Self::command(&arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut first = String::new();
        out.read_line(&mut first).expect("a line");
        let address = first
            .trim()
            .split("http://")
            .nth(1)
            .unwrap_or_else(|| panic!("no address: {first}"))
            .to_owned();
        assert!(matches!(Http::connect(&address).get("/_poolkeeper/ready"), Ok(200)), "not ready");
        self.starts.push(begun.elapsed());
        self.running = Some(Running { child, address, _out: out });
    }

    fn connect(&self) -> Http {
        Http::connect(&self.running.as_ref().expect("a running server").address)
    }

    fn crash(&mut self) {
        let mut running = self.running.take().expect("a running server");
        running.child.kill().expect("a kill");
        let status = running.child.wait().expect("an end");
        assert_eq!(
            std::os::unix::process::ExitStatusExt::signal(&status),
            Some(9),
            "it ended before it was killed"
        );
    }

    fn folder(&self) -> &Path {
        &self.data
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn acknowledged_writes_survive_a_kill() {
    let mut program = Program::new();
    let report = survive(&mut program, KILLS, 20);
    program.stop_and_examine();
    assert_eq!(report.crashes, KILLS);
    assert!(
        report.acknowledged > 20 * u64::from(KILLS),
        "{} writes are too few to tell",
        report.acknowledged
    );
    let restarts = &program.starts[1..];
    let (slowest, mean) =
        (restarts.iter().max().expect("restarts"), restarts.iter().sum::<Duration>() / KILLS);
    println!(
        "{} kills, {} acknowledged writes found; of those under way {} whole, {} absent; {} accounts; restart {mean:?}, at most {slowest:?}",
        report.crashes, report.acknowledged, report.whole, report.absent, report.accounts
    );
    assert!(*slowest < RESTART, "a restart took {slowest:?}");
}
