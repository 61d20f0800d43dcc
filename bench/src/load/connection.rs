//! One keep-alive HTTP/1.1 connection of a client that does no more than it must.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before it counts as an error.
const TIMEOUT: Duration = Duration::from_secs(30);
/// The largest head looked for, in bytes.
const MOST_HEAD: usize = 16 * 1024;

/// A connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// How much of the buffer was received of the answer under way.
    filled: usize,
}

/// An answer.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) body: &'a [u8],
}

impl Connection {
    /// Connects. `waiting`: reads wait for what is not there yet.
    pub(crate) fn open(address: SocketAddr, waiting: bool) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|error| format!("{address}: {error}"))?;
        let ready = stream.set_nodelay(true).and_then(|()| stream.set_read_timeout(Some(TIMEOUT)));
        ready
            .and_then(|()| stream.set_nonblocking(!waiting))
            .map_err(|error| format!("{address}: {error}"))?;
        Ok(Self { stream, buffer: vec![0; 64 * 1024], filled: 0 })
    }

    /// Sends a whole request. The answer before it must have been received.
    pub(crate) fn send(&mut self, request: &[u8]) -> Result<(), String> {
        self.filled = 0;
        self.stream.write_all(request).map_err(|error| format!("sending: {error}"))
    }

    /// Receives the answer, or of a connection that does not wait as much of it as is there: `None`
    /// until it is complete.
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

    /// Sends a request and receives its answer, on a connection that waits.
    pub(crate) fn exchange(&mut self, request: &[u8]) -> Result<Answer<'_>, String> {
        self.send(request)?;
        self.receive()?.ok_or_else(|| "the connection does not wait".to_owned())
    }

    /// False: nothing is there.
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

/// The status line and headers of an answer, as far as they matter.
struct Head {
    status: u16,
    /// Bytes of head.
    length: usize,
    /// Bytes of body.
    body: usize,
}

impl Head {
    /// `None`: not complete yet.
    fn find(received: &[u8]) -> Result<Option<Self>, String> {
        let Some(end) = received.windows(4).position(|four| four == b"\r\n\r\n") else {
            return if received.len() > MOST_HEAD {
                Err("the head of the answer has no end".to_owned())
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
    fn heads() {
        assert!(Head::find(b"HTTP/1.1 200 OK\r\ncontent-le").unwrap().is_none());
        let head = Head::find(b"HTTP/1.1 404 Not Found\r\nx: y\r\nContent-Length: 2\r\n\r\nab")
            .unwrap()
            .unwrap();
        assert_eq!((head.status, head.length, head.body), (404, 51, 2));
        assert!(Head::find(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
    }
}
