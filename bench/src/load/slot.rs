//! A client with its connection, and how far it is.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::{Client, Connection, Waiting};
use crate::clock;

/// After so many errors a client gives up.
const MOST_ERRORS: usize = 100;

/// A client at work.
pub(super) struct Slot {
    connection: Connection,
    client: Box<dyn Client>,
    /// Rounds left to begin.
    left: usize,
    /// When the request under way was sent.
    sent: Option<Instant>,
    /// Waiting for the earlier requests of the round.
    waited: Duration,
    pub(super) latencies: Vec<Duration>,
    pub(super) errors: usize,
    pub(super) error: Option<String>,
}

impl Slot {
    pub(super) fn new(address: SocketAddr, waiting: Waiting, client: Box<dyn Client>) -> Result<Self, String> {
        Ok(Self {
            connection: Connection::open(address, waiting == Waiting::Sleeping)?,
            client,
            left: 0,
            sent: None,
            waited: Duration::ZERO,
            latencies: Vec::new(),
            errors: 0,
            error: None,
        })
    }

    /// Lets it do so many rounds.
    pub(super) fn allow(&mut self, rounds: usize) {
        self.left = rounds;
    }

    /// Does what can be done; false when there is nothing left to do.
    pub(super) fn step(&mut self) -> bool {
        let busy = if self.sent.is_some() { self.receive() } else { self.begin() };
        busy.unwrap_or_else(|error| {
            self.errors += 1;
            self.error.get_or_insert(error);
            self.sent = None;
            self.errors < MOST_ERRORS
        })
    }

    fn begin(&mut self) -> Result<bool, String> {
        if self.left == 0 {
            return Ok(false);
        }
        self.left -= 1;
        self.waited = Duration::ZERO;
        let request = self.client.begin();
        self.send(&request)
    }

    fn send(&mut self, request: &[u8]) -> Result<bool, String> {
        self.sent = Some(clock::now());
        self.connection.send(request).map(|()| true)
    }

    fn receive(&mut self) -> Result<bool, String> {
        let Some(answer) = self.connection.receive()? else { return Ok(true) };
        if let Some(sent) = self.sent.take() {
            self.waited += sent.elapsed();
        }
        match self.client.answered(&answer)? {
            Some(request) => self.send(&request),
            None => {
                self.latencies.push(self.waited);
                self.begin().map(|_| true)
            }
        }
    }
}
