//! What the program logs: every line, complete, and never at a client's expense.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;

use serde_json::Value;
use testkit::TempDir;

/// A running `dev` that logs JSON to a pipe; killed when dropped.
struct Logging {
    child: Child,
    address: String,
    _data: TempDir,
}

impl Logging {
    fn start() -> Self {
        let data = TempDir::new();
        let mut command = Command::new(env!("CARGO_BIN_EXE_poolkeeper"));
        command.args([
            "--log",
            "info",
            "--log-format",
            "json",
            "dev",
            "--empty",
            "--listen",
            "127.0.0.1:0",
            "--data",
        ]);
        command.arg(data.path().join("data")).env_remove("POOLKEEPER_ACCESS_KEY");
        let piped = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.trim().split("http://").nth(1).unwrap().to_owned();
        Self { child, address, _data: data }
    }

    /// Requests a document that does not exist this many times on one connection, and requires an
    /// answer each time.
    fn ask(&self, times: usize) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let mut asking = stream.try_clone().unwrap();
        let path = "GET /eu-west-1_Nothing12/.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\n";
        let asked = thread::spawn(move || {
            let all = format!("{path}\r\n").repeat(times - 1)
                + &format!("{path}Connection: close\r\n\r\n");
            asking.write_all(all.as_bytes()).unwrap();
        });
        let mut answers = String::new();
        stream.read_to_string(&mut answers).unwrap();
        asked.join().unwrap();
        assert_eq!(answers.matches("HTTP/1.1 404 Not Found").count(), times);
    }

    fn metric(&self, name: &str) -> u64 {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(b"GET /_poolkeeper/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok()).unwrap()
    }

    fn signal(&self, name: &str) {
        assert!(
            Command::new("kill")
                .args([name, &self.child.id().to_string()])
                .status()
                .unwrap()
                .success()
        );
    }

    /// All lines until the program ends.
    fn lines(&mut self) -> Vec<Value> {
        let mut text = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
        text.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
    }
}

impl Drop for Logging {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn requests(lines: &[Value]) -> usize {
    lines
        .iter()
        .filter(|line| {
            line["operation"] == "jwks" && line["outcome"] == "not_found" && line["status"] == 404
        })
        .count()
}

#[test]
fn every_request_is_logged_before_the_program_ends() {
    let mut server = Logging::start();
    server.ask(200);
    server.signal("-TERM");
    let lines = server.lines();
    assert_eq!((requests(&lines), server.child.wait().unwrap().code()), (200, Some(0)));
    assert_eq!(lines.last().unwrap()["message"], "stopping; a second signal stops immediately");
    for line in &lines {
        for field in ["timestamp", "level", "target", "message"] {
            assert!(line[field].is_string(), "{line}");
        }
    }
}

/// An open connection delays the shutdown; the second signal does not wait for it.
#[test]
fn the_log_is_complete_after_a_second_signal() {
    let mut server = Logging::start();
    server.ask(200);
    let mut under_way = TcpStream::connect(&server.address).unwrap();
    under_way.write_all(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n").unwrap();
    under_way
        .write_all(b"Content-Type: application/x-amz-json-1.1\r\nExpect: 100-continue\r\n")
        .unwrap();
    under_way.write_all(b"X-Amz-Target: AWSCognitoIdentityProviderService.SignUp\r\n\r\n").unwrap();
    let mut first = [0; 12];
    under_way.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 100");
    server.signal("-TERM");
    let mut lines =
        BufReader::new(server.child.stderr.take().unwrap()).lines().map(|line| line.unwrap());
    let before: Vec<String> = lines
        .by_ref()
        .take_while(|line| !line.contains("a second signal stops immediately"))
        .collect();
    assert_eq!(before.iter().filter(|line| line.contains("not_found")).count(), 200);
    server.signal("-TERM");
    assert_eq!(server.child.wait().unwrap().code(), Some(130));
}

#[test]
fn an_unread_log_blocks_nobody_and_lost_lines_are_counted() {
    let mut server = Logging::start();
    let asked = 20_000;
    server.ask(asked);
    let lost = server.metric("poolkeeper_log_lines_lost_total");
    assert!(lost > 0);
    server.signal("-TERM");
    let lines = server.lines();
    assert_eq!(requests(&lines) as u64 + lost, asked as u64);
    let reported: u64 = lines
        .iter()
        .filter(|line| line["message"].as_str().unwrap().contains("were lost"))
        .map(|line| line["lines"].as_u64().unwrap())
        .sum();
    // Lines about the shutdown may have been lost too.
    assert!(reported >= lost, "{reported} {lost}");
}
