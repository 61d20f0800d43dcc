//! One of a session's two connections.

use std::future::pending;
use std::io::ErrorKind;

use tokio::io::{AsyncWriteExt, Interest};
use tokio::net::TcpStream;

use crate::proxy::framing::Framer;

/// A connection with its received and its unsent bytes. Nothing here blocks, so that a side that
/// does not read cannot stall the other.
#[derive(Debug)]
pub(crate) struct Side {
    stream: TcpStream,
    pub(crate) input: Framer,
    output: Vec<u8>,
    /// The peer closed it, or it broke.
    pub(crate) is_closed: bool,
}

impl Side {
    pub(crate) fn new(stream: TcpStream) -> Self {
        // Failing only costs speed.
        let _ = stream.set_nodelay(true);
        Self { stream, input: Framer::default(), output: Vec::new(), is_closed: false }
    }

    /// Waits until bytes have arrived, if wanted, or pending bytes can be sent.
    pub(crate) async fn ready(&self, wants_input: bool) {
        let interest = match (wants_input, self.output.is_empty()) {
            (true, true) => Interest::READABLE,
            (true, false) => Interest::READABLE | Interest::WRITABLE,
            (false, false) => Interest::WRITABLE,
            (false, true) => pending().await,
        };
        // Errors show when reading.
        let _ = self.stream.ready(interest).await;
    }

    /// Reads what has arrived.
    pub(crate) fn receive(&mut self) {
        let mut chunk = [0; 16 * 1024];
        match self.stream.try_read(&mut chunk) {
            Ok(0) => self.is_closed = true,
            Ok(count) => self.input.push(chunk.get(..count).unwrap_or_default()),
            Err(error) => self.is_closed |= error.kind() != ErrorKind::WouldBlock,
        }
    }

    /// Sends bytes, as many as possible now.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.output.extend_from_slice(bytes);
        self.flush();
    }

    /// Sends pending bytes, as many as possible now.
    pub(crate) fn flush(&mut self) {
        while !self.output.is_empty() {
            match self.stream.try_write(&self.output) {
                Ok(count) => drop(self.output.drain(..count)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                // Reading reports the error, after what arrived before.
                Err(_) => self.output.clear(),
            }
        }
    }

    /// Sends all pending bytes.
    pub(crate) async fn finish(&mut self) {
        // The peer may be gone.
        let _ = self.stream.write_all(&self.output).await;
        self.output.clear();
    }
}
