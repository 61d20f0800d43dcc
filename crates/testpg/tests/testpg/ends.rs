//! No server outlives its test.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use testpg::{Cluster, shared};

/// Set in the test process that is going to be killed.
const VICTIM: &str = "POOLKEEPER_TESTPG_VICTIM";

#[test]
fn dropping_a_server_removes_its_process_and_folder() {
    let cluster = Cluster::start();
    let (port, folder) = (cluster.port(), cluster.folder().to_owned());
    assert!(is_there(port) && folder.is_dir());
    drop(cluster);
    assert!(!is_there(port) && !folder.exists());
}

#[test]
fn killing_the_test_process_ends_its_server() {
    let mut victim = Command::new(env::current_exe().unwrap());
    victim.args(["--exact", "ends::is_killed", "--nocapture"]).env(VICTIM, "yes");
    let mut victim = victim.stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(victim.stdout.take().unwrap()).lines();
    let said = lines
        .map_while(Result::ok)
        .find_map(|line| Some(line.split_once("server at ")?.1.to_owned()))
        .unwrap();
    let (port, folder) = said.split_once(' ').unwrap();
    let (port, folder) = (port.parse().unwrap(), PathBuf::from(folder));
    assert!(is_there(port) && folder.is_dir());
    victim.kill().unwrap();
    victim.wait().unwrap();
    assert!(goes_away(port, &folder), "the server is still running");
}

/// Not a test, but the process that another test kills.
#[test]
fn is_killed() {
    if env::var_os(VICTIM).is_some() {
        println!("server at {} {}", shared().port(), shared().folder().display());
        loop {
            thread::park();
        }
    }
}

fn is_there(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Polls for at most a minute, since nothing signals the end.
fn goes_away(port: u16, folder: &Path) -> bool {
    (0..3_000).any(|_| {
        thread::sleep(Duration::from_millis(20));
        !is_there(port) && !folder.exists()
    })
}
