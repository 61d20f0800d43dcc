//! The machine, and which cores run what.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, thread};

/// The cores of the server and of the load. Nothing is pinned without `taskset`, or on a single
/// core.
#[derive(Debug, Clone)]
pub(crate) struct Cores {
    /// The server's core.
    pub(crate) server: String,
    /// The other cores.
    pub(crate) load: String,
    /// All cores.
    pub(crate) all: String,
}

impl Cores {
    /// Assigns the first core to the server, the others to the load.
    pub(crate) fn find() -> Option<Self> {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let last = count.checked_sub(1).filter(|last| *last > 0)?;
        let cores =
            Self { server: "0".to_owned(), load: format!("1-{last}"), all: format!("0-{last}") };
        pin_this_thread(&cores.all).then_some(cores)
    }
}

/// Restricts this thread, and those it starts from now on, to these cores. Returns false if that
/// failed.
pub(crate) fn pin_this_thread(cores: &str) -> bool {
    let Ok(this) = fs::read_link("/proc/thread-self") else { return false };
    let Some(id) = this.file_name() else { return false };
    let done = Command::new("taskset")
        .args(["-cp", cores])
        .arg(id)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    done.is_ok_and(|status| status.success())
}

/// A command that runs `program` on these cores.
pub(crate) fn pinned(program: &Path, cores: Option<&str>) -> Command {
    match cores {
        None => Command::new(program),
        Some(cores) => {
            let mut command = Command::new("taskset");
            command.args(["-c", cores]).arg(program);
            command
        }
    }
}

/// Processor, number of cores, memory.
pub(crate) fn describe() -> String {
    let cpu = read("/proc/cpuinfo");
    let model = value(&cpu, "model name").unwrap_or("processor unknown").to_owned();
    let ifma =
        value(&cpu, "flags").is_some_and(|flags| flags.split(' ').any(|flag| flag == "avx512ifma"));
    let cores = cpu.lines().filter(|line| line.starts_with("processor")).count();
    let memory = read("/proc/meminfo");
    let mib = value(&memory, "MemTotal").and_then(kib).unwrap_or_default() / 1024;
    let kernel = read("/proc/sys/kernel/osrelease");
    let ifma = if ifma { "with" } else { "without" };
    format!("{model}, {cores} cores, {ifma} AVX-512 IFMA, {mib} MiB, Linux {}", kernel.trim())
}

/// Load averages over 1, 5 and 15 minutes.
pub(crate) fn load_average() -> String {
    read("/proc/loadavg").split(' ').take(3).collect::<Vec<_>>().join(" ")
}

/// A value of `/proc/PID/status` in KiB, such as `VmRSS`.
pub(crate) fn status_kib(pid: u32, name: &str) -> Result<u64, String> {
    value(&read(&format!("/proc/{pid}/status")), name)
        .and_then(kib)
        .ok_or_else(|| format!("process {pid} has no {name}"))
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The text after `name` and a colon.
fn value<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.trim() == name).then_some(value.trim())
    })
}

/// Parses `123 kB`.
fn kib(text: &str) -> Option<u64> {
    text.strip_suffix(" kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_proc_are_parsed() {
        assert_eq!(value("model name\t: A CPU\nflags\t: a b", "flags"), Some("a b"));
        assert_eq!(kib("12 kB"), Some(12));
        assert!(status_kib(std::process::id(), "VmRSS").is_ok_and(|kib| kib > 100));
    }
}
