//! The program through its command line, and `dev` over TCP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// The program, logging errors only.
pub(crate) fn poolkeeper(arguments: &[&str]) -> Command {
    logging("error", arguments)
}

/// The program with a log filter, isolated from the environment.
pub(crate) fn logging(log: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_poolkeeper"));
    command.args(["--log", log]).args(arguments).stdin(Stdio::null());
    command
        .env_remove("POOLKEEPER_ACCESS_KEY")
        .env_remove("POOLKEEPER_CONFIG")
        .env_remove("POOLKEEPER_LOG");
    command
}

/// Starts the program with its output captured.
pub(crate) fn start(arguments: &[&str]) -> Child {
    poolkeeper(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The exit code, standard output and standard error.
pub(crate) fn ended(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = poolkeeper(arguments).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[track_caller]
pub(crate) fn succeeds(arguments: &[&str]) -> String {
    let (code, printed, complaint) = ended(arguments);
    assert_eq!((code, complaint.as_str()), (Some(0), ""), "{printed}");
    printed
}

/// Requires that the program prints nothing and ends with this code and exactly this error.
#[track_caller]
pub(crate) fn fails(arguments: &[&str], code: i32, sentence: &str) {
    let mut child = start(arguments);
    let mut printed = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut printed).unwrap();
    if !printed.is_empty() {
        // A server that started by mistake would never end.
        let _ = child.kill();
    }
    let output = child.wait_with_output().unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), printed, complaint),
        (Some(code), String::new(), format!("poolkeeper: {sentence}\n"))
    );
}

/// A running `dev`; killed when dropped.
pub(crate) struct Dev {
    child: Child,
    address: String,
    /// What it printed up to the awaited line.
    pub(crate) printed: String,
}

impl Dev {
    /// Starts it and reads its output until a line contains `last`.
    #[track_caller]
    pub(crate) fn start(data: &Path, further: &[&str], last: &str) -> Self {
        let data = data.to_str().unwrap();
        let arguments = [&["dev", "--listen", "127.0.0.1:0", "--data", data], further].concat();
        let mut child = poolkeeper(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut printed = String::new();
        while !printed.lines().last().is_some_and(|line| line.contains(last)) {
            assert_ne!(out.read_line(&mut printed).unwrap(), 0, "{printed}");
        }
        let address = printed
            .lines()
            .next()
            .and_then(|line| line.split("http://").nth(1))
            .unwrap()
            .to_owned();
        Self { child, address, printed }
    }

    /// What it printed, with the port, which the system chooses, replaced.
    pub(crate) fn said(&self) -> String {
        self.printed.replace(&self.address, "HOST")
    }

    /// Status and body of an operation.
    pub(crate) fn answer(&self, region: &str, operation: &str, input: &Value) -> (u16, Value) {
        let body = input.to_string();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = [
            "POST / HTTP/1.1".to_owned(),
            "Host: localhost".to_owned(),
            "Connection: close".to_owned(),
            "Content-Type: application/x-amz-json-1.1".to_owned(),
            format!("X-Amz-Target: AWSCognitoIdentityProviderService.{operation}"),
            format!(
                "Authorization: AWS4-HMAC-SHA256 Credential=any/20260101/{region}/cognito-idp/aws4_request, SignedHeaders=x, Signature=y"
            ),
            format!("Content-Length: {}", body.len()),
        ];
        write!(stream, "{}\r\n\r\n{body}", head.join("\r\n")).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, if body.is_empty() { Value::Null } else { serde_json::from_str(body).unwrap() })
    }

    /// The answer of an operation that must succeed, for the pool named in its input.
    #[track_caller]
    pub(crate) fn call(&self, operation: &str, input: &Value) -> Value {
        let region = input["UserPoolId"]
            .as_str()
            .and_then(|pool| pool.rsplit_once('_'))
            .map_or("us-east-1", |(region, _)| region);
        let (status, answer) = self.answer(region, operation, input);
        assert_eq!(status, 200, "{operation} {input}: {answer}");
        answer
    }

    /// Sends SIGTERM and waits for the exit.
    pub(crate) fn stop(mut self) {
        assert!(
            Command::new("kill")
                .args(["-TERM", &self.child.id().to_string()])
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Dev {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
