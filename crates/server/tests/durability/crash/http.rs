//! A client on one persistent connection.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;
use testkit::Refusal;

use super::api::{Answer, Api, Lost};
use crate::in_process::REGION;

/// A server that is silent for this long hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection.
pub(super) struct Http {
    address: String,
    stream: BufReader<TcpStream>,
}

impl Http {
    pub(super) fn connect(address: &str) -> Self {
        let stream = TcpStream::connect(address).expect("a server");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream.set_nodelay(true).expect("a socket");
        Self { address: address.to_owned(), stream: BufReader::new(stream) }
    }

    /// The status of a GET.
    pub(super) fn get(&mut self, path: &str) -> Result<u16, Lost> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        Ok(self.exchange(&request)?.0)
    }

    /// Sends a request and reads the complete answer: its status and body.
    fn exchange(&mut self, request: &str) -> Result<(u16, Vec<u8>), Lost> {
        self.stream.get_mut().write_all(request.as_bytes()).map_err(|_| Lost)?;
        let status = self
            .line()?
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .expect("a status");
        let mut length = 0;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).map_err(|error| lost(&error))?;
        Ok((status, body))
    }

    fn line(&mut self) -> Result<String, Lost> {
        let mut line = String::new();
        self.stream.read_line(&mut line).map_err(|error| lost(&error))?;
        line.strip_suffix("\r\n").map(str::to_owned).ok_or(Lost)
    }
}

impl Api for Http {
    fn call(&mut self, operation: &str, body: &Value) -> Result<Answer, Lost> {
        let body = body.to_string();
        // Without an access key of its own, `dev` only reads the region.
        let request = format!(
            "POST / HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-amz-json-1.1\r\n\
             X-Amz-Target: AWSCognitoIdentityProviderService.{operation}\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=AKIATEST/20260304/{REGION}/cognito-idp/aws4_request, \
             SignedHeaders=host, Signature=00\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let (status, body) = self.exchange(&request)?;
        let body = if body.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&body).expect("JSON")
        };
        if status == 200 {
            return Ok(Ok(body));
        }
        assert_eq!(status, 400, "{operation}: {body}");
        let member =
            |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Err(Refusal { status, kind: member("__type"), message: member("message") }))
    }
}

fn lost(error: &std::io::Error) -> Lost {
    assert!(
        !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        "the server does not answer"
    );
    Lost
}
