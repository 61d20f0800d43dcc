//! A minimal client for one keep-alive HTTP/1.1 connection.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before it counts as an error.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Maximum size of a response head in bytes.
const MAX_HEAD: usize = 16 * 1024;

/// A connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// Number of bytes received of the current answer.
    filled: usize,
}

/// An answer.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) body: &'a [u8],
}

impl Connection {
    /// Connects. With `waiting`, reads block until data arrives.
    pub(crate) fn open(address: SocketAddr, waiting: bool) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|error| format!("{address}: {error}"))?;
        let ready = stream.set_nodelay(true).and_then(|()| stream.set_read_timeout(Some(TIMEOUT)));
        ready
            .and_then(|()| stream.set_nonblocking(!waiting))
            .map_err(|error| format!("{address}: {error}"))?;
        Ok(Self { stream, buffer: vec![0; 64 * 1024], filled: 0 })
    }

    /// Sends a whole request. The previous answer must have been received.
    pub(crate) fn send(&mut self, request: &[u8]) -> Result<(), String> {
        self.filled = 0;
        self.stream.write_all(request).map_err(|error| format!("sending: {error}"))
    }

    /// Receives the answer. On a non-blocking connection it reads what has arrived and returns
    /// `None` until the answer is complete.
    pub(crate) fn receive(&mut self) -> Result<Option<Answer<'_>>, String> {
        let head = loop {
            if let Some(head) = Head::find(self.buffer.get(..self.filled).unwrap_or_default())?
                && self.filled >= head.length + head.body
            {
                break head;
            }
            if !self.read()? {
                return Ok(None);
            }
        };
        let body = self.buffer.get(head.length..head.length + head.body).unwrap_or_default();
        Ok(Some(Answer { status: head.status, body }))
    }

    /// Sends a request and receives its answer, on a blocking connection.
    pub(crate) fn exchange(&mut self, request: &[u8]) -> Result<Answer<'_>, String> {
        self.send(request)?;
        self.receive()?.ok_or_else(|| "the connection does not block".to_owned())
    }

    /// Returns false if no data has arrived.
    fn read(&mut self) -> Result<bool, String> {
        if self.filled == self.buffer.len() {
            self.buffer.resize(2 * self.filled, 0);
        }
        match self.stream.read(self.buffer.get_mut(self.filled..).unwrap_or_default()) {
            Ok(0) => Err("the server closed the connection".to_owned()),
            Ok(count) => {
                self.filled += count;
                Ok(true)
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(false),
            Err(error) => Err(format!("receiving: {error}")),
        }
    }
}

/// The relevant parts of a response's status line and headers.
struct Head {
    status: u16,
    /// Length of the head in bytes.
    length: usize,
    /// Length of the body in bytes.
    body: usize,
}

impl Head {
    /// `None` if not complete yet.
    fn find(received: &[u8]) -> Result<Option<Self>, String> {
        let Some(end) = received.windows(4).position(|four| four == b"\r\n\r\n") else {
            return if received.len() > MAX_HEAD {
                Err("the head of the answer does not end".to_owned())
            } else {
                Ok(None)
            };
        };
        let head = std::str::from_utf8(received.get(..end).unwrap_or_default())
            .map_err(|_| "the head is not text")?;
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok())
            .ok_or("no status line")?;
        let body = lines
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .and_then(|(_, value)| value.trim().parse().ok())
            .ok_or("an answer without Content-Length")?;
        Ok(Some(Self { status, length: end + 4, body }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_parsed() {
        assert!(Head::find(b"HTTP/1.1 200 OK\r\ncontent-le").unwrap().is_none());
        let head = Head::find(b"HTTP/1.1 404 Not Found\r\nx: y\r\nContent-Length: 2\r\n\r\nab")
            .unwrap()
            .unwrap();
        assert_eq!((head.status, head.length, head.body), (404, 51, 2));
        assert!(Head::find(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
    }
}
