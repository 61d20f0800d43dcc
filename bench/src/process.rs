//! The real server in a process of its own.

use std::ffi::OsString;
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use domain::Rng;

use crate::load::{self, Connection};
use crate::{clock, machine};

/// How long the server may take to its first answer.
const MAX_START: Duration = Duration::from_secs(30);
/// Interval between attempts until then.
const TRY_EVERY: Duration = Duration::from_micros(500);
/// The server counts as idle after using no CPU for this long; after its start it generates RSA
/// keys ahead of time.
const QUIET: Duration = Duration::from_millis(700);
const MOST_QUIET: Duration = Duration::from_secs(60);

/// A server that can be started repeatedly.
pub(crate) struct Program {
    binary: PathBuf,
    arguments: Vec<OsString>,
    address: SocketAddr,
    log: PathBuf,
}

/// A running server; killed when dropped.
pub(crate) struct Process {
    child: Child,
    /// From the start of the process to the end of its first answer.
    pub(crate) started_in: Duration,
}

impl Program {
    /// `poolkeeper dev` with its data in `dir`, on a free local port.
    pub(crate) fn dev(binary: PathBuf, dir: &Path) -> Result<Self, String> {
        let address = free_address()?;
        let listen = address.to_string();
        let arguments = ["dev", "--empty", "--fixed-code", "123456", "--listen", &listen, "--data"];
        let mut arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        arguments.push(dir.join("data").into());
        Ok(Self { binary, arguments, address, log: dir.join("server.log") })
    }

    /// `poolkeeper serve` with a configuration file that names this address.
    pub(crate) fn serve(binary: PathBuf, config: &Path, address: SocketAddr) -> Self {
        let arguments = vec!["serve".into(), "--config".into(), config.into()];
        Self { binary, arguments, address, log: config.with_extension("log") }
    }

    /// The address it listens on; the same on every start, because it is part of the issuer of
    /// tokens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Starts the server on these cores and waits for the first answer, to `GET path`. It logs to a
    /// file, as in production.
    pub(crate) fn start(&self, cores: Option<&str>, path: &str) -> Result<Process, String> {
        let log = File::options().create(true).append(true).open(&self.log);
        let log = log.map_err(|error| format!("the server's log: {error}"))?;
        let started = clock::now();
        let child = machine::pinned(&self.binary, cores)
            .args(&self.arguments)
            .env_remove("POOLKEEPER_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .map_err(|error| format!("{}: {error}", self.binary.display()))?;
        let mut process = Process { child, started_in: Duration::ZERO };
        let request = load::get(&self.address.to_string(), path);
        while started.elapsed() < MAX_START {
            if let Ok(mut connection) = Connection::open(self.address, true) {
                let answer = connection.exchange(&request)?;
                process.started_in = started.elapsed();
                return if answer.status == 200 {
                    Ok(process)
                } else {
                    Err(format!("GET {path}: status {}", answer.status))
                };
            }
            if let Ok(Some(status)) = process.child.try_wait() {
                return Err(format!("the server ended with {status}; see {}", self.log.display()));
            }
            thread::sleep(TRY_EVERY);
        }
        Err("the server does not answer".to_owned())
    }
}

impl Process {
    /// CPU time so far.
    pub(crate) fn cpu(&self) -> Result<Duration, String> {
        clock::process_cpu(self.child.id())
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Resident memory now, in KiB.
    pub(crate) fn resident_kib(&self) -> Result<u64, String> {
        machine::status_kib(self.child.id(), "VmRSS")
    }

    /// Waits until the server is idle.
    pub(crate) fn wait_until_idle(&self) -> Result<(), String> {
        let started = clock::now();
        let mut before = self.cpu()?;
        while started.elapsed() < MOST_QUIET {
            thread::sleep(QUIET);
            let now = self.cpu()?;
            if now == before {
                return Ok(());
            }
            before = now;
        }
        Err("the server is never idle".to_owned())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A local address that nothing listens on, below the ports that systems choose for outgoing
/// connections, so that a restarted server finds it free.
pub(crate) fn free_address() -> Result<SocketAddr, String> {
    for _ in 0..1_000 {
        let port = Rng::system().below(17_000) + 15_000;
        let address =
            SocketAddr::from((Ipv4Addr::LOCALHOST, u16::try_from(port).unwrap_or_default()));
        if TcpListener::bind(address).is_ok() {
            return Ok(address);
        }
    }
    Err("no free port below 32,000".to_owned())
}

/// Builds the release binary with the cargo that runs this program, and returns its path.
pub(crate) fn build() -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let mut command = Command::new(cargo);
    command.args(["build", "--release", "-p", "poolkeeper", "--manifest-path", manifest]);
    // `cargo run` sets these for this program's own package; a build script that watches them would
    // run again.
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_PKG_")
        }) {
            command.env_remove(name);
        }
    }
    let status = command.status().map_err(|error| format!("cargo: {error}"))?;
    if !status.success() {
        return Err("the release build failed".to_owned());
    }
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let binary = this.with_file_name("poolkeeper");
    if binary.is_file() {
        Ok(binary)
    } else {
        Err(format!("{} does not exist; pass it with --binary", binary.display()))
    }
}
