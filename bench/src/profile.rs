//! Flame graphs of single operations, made with `perf` and the `inferno` tools.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use crate::api::Api;
use crate::load::{Amount, Waiting};
use crate::machine::{Cores, pin_this_thread};
use crate::process::Program;
use crate::rows::{ROWS, Row};
use crate::scene::Scene;
use crate::terminal::progress;
use crate::{Common, clock, in_new_folder};

/// Samples per second: low enough that copying stacks does not dominate the profile.
const FREQUENCY: &str = "299";

#[derive(Debug, clap::Args)]
pub(crate) struct Profile {
    /// How many seconds to watch each operation
    #[arg(long, default_value_t = 10, value_name = "SECONDS")]
    seconds: u64,
    /// Profile only operations whose name contains this
    #[arg(long, default_value = "", value_name = "PART")]
    only: String,
    #[command(flatten)]
    common: Common,
}

impl Profile {
    /// Writes `bench/figures/flame-NAME.svg` for each operation.
    ///
    /// # Errors
    /// A missing or failing program, or any wrong answer.
    pub(crate) fn run(&self) -> Result<(), String> {
        let binary = self.common.binary()?;
        let cores = Cores::find().ok_or("profiles need two cores and taskset")?;
        in_new_folder("profile", |dir| {
            let program = Program::dev(binary.clone(), dir)?;
            let scene = {
                let _server = program.start(None, "/_poolkeeper/live")?;
                Arc::new(Scene::make(Api::new(program.address(), None))?)
            };
            pin_this_thread(&cores.load);
            let server = program.start(Some(&cores.server), &scene.first_answer())?;
            server.wait_until_idle()?;
            for row in ROWS.iter().filter(|row| row.name.contains(&self.only)) {
                progress(row.name);
                let samples = dir.join("perf.data");
                let mut perf = record(server.id(), &samples)?;
                let started = clock::now();
                while started.elapsed() < Duration::from_secs(self.seconds) {
                    let amount = Amount { rounds: row.amount.rounds / 8, ..row.amount };
                    Row { amount, ..*row }.run(Waiting::Spinning, &scene, || Ok(Duration::ZERO))?;
                }
                interrupt(&mut perf)?;
                draw(&samples, row.name)?;
            }
            Ok(())
        })
    }
}

fn record(pid: u32, samples: &Path) -> Result<Child, String> {
    let mut perf = Command::new("perf");
    perf.args([
        "record",
        "--quiet",
        "-F",
        FREQUENCY,
        "--call-graph",
        "dwarf,16384",
        "-p",
        &pid.to_string(),
        "-o",
    ])
    .arg(samples);
    perf.stdout(Stdio::null())
        .spawn()
        .map_err(|error| format!("perf: {error}; install Debian's linux-perf"))
}

/// Interrupts `perf` like Ctrl-C, so that it writes its data.
fn interrupt(perf: &mut Child) -> Result<(), String> {
    let sent = Command::new("kill").args(["-INT", &perf.id().to_string()]).status();
    sent.map_err(|error| format!("kill: {error}"))?;
    // `perf` reports the signal that ended it as its status.
    perf.wait().map(drop).map_err(|error| format!("perf: {error}"))
}

fn draw(samples: &Path, name: &str) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("figures");
    let word = name.split(',').next().unwrap_or(name).to_lowercase().replace('_', "-");
    let file = folder.join(format!("flame-{word}.svg"));
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut script = spawn(
        Command::new("perf").args(["script", "--no-inline", "-i"]).arg(samples),
        Stdio::null(),
    )?;
    let mut collapse = spawn(&mut Command::new("inferno-collapse-perf"), piped(&mut script)?)?;
    let svg = File::create(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut draw = Command::new("inferno-flamegraph");
    draw.args(["--minwidth", "0.4", "--title", name]).stdin(piped(&mut collapse)?).stdout(svg);
    let status = draw.status().map_err(|error| format!("inferno-flamegraph: {error}"))?;
    for mut child in [script, collapse] {
        child.wait().map_err(|error| error.to_string())?;
    }
    if status.success() { Ok(()) } else { Err(format!("inferno-flamegraph: {status}")) }
}

fn spawn(command: &mut Command, input: Stdio) -> Result<Child, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let child = command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    child.map_err(|error| {
        format!("{program}: {error}; install Debian's linux-perf, and run: cargo install inferno")
    })
}

fn piped(child: &mut Child) -> Result<Stdio, String> {
    child.stdout.take().map(Stdio::from).ok_or_else(|| "no output".to_owned())
}
