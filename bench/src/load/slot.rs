//! A client with its connection and progress.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::{Client, Connection, Waiting};
use crate::clock;

/// A client gives up after this many errors.
const MAX_ERRORS: usize = 100;

/// The outcome of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// Nothing is left to do.
    Done,
    /// The answer has not arrived yet.
    Waiting,
    /// Something was sent or received.
    Moving,
}

/// A working client.
pub(super) struct Slot {
    connection: Connection,
    client: Box<dyn Client>,
    /// Rounds left to start.
    left: usize,
    /// When the current request was sent.
    sent: Option<Instant>,
    /// Time spent waiting for the earlier requests of the round.
    waited: Duration,
    pub(super) latencies: Vec<Duration>,
    pub(super) errors: usize,
    pub(super) error: Option<String>,
}

impl Slot {
    pub(super) fn new(
        address: SocketAddr,
        waiting: Waiting,
        client: Box<dyn Client>,
    ) -> Result<Self, String> {
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

    /// Allows this many more rounds.
    pub(super) fn allow(&mut self, rounds: usize) {
        self.left = rounds;
    }

    /// Does whatever can be done without waiting.
    pub(super) fn step(&mut self) -> State {
        let state = if self.sent.is_some() { self.receive() } else { self.begin() };
        state.unwrap_or_else(|error| {
            self.errors += 1;
            self.error.get_or_insert(error);
            self.sent = None;
            if self.errors < MAX_ERRORS { State::Moving } else { State::Done }
        })
    }

    fn begin(&mut self) -> Result<State, String> {
        if self.left == 0 {
            return Ok(State::Done);
        }
        self.left -= 1;
        self.waited = Duration::ZERO;
        let request = self.client.begin();
        self.send(&request)
    }

    fn send(&mut self, request: &[u8]) -> Result<State, String> {
        self.sent = Some(clock::now());
        self.connection.send(request).map(|()| State::Moving)
    }

    fn receive(&mut self) -> Result<State, String> {
        let Some(answer) = self.connection.receive()? else { return Ok(State::Waiting) };
        if let Some(sent) = self.sent.take() {
            self.waited += sent.elapsed();
        }
        match self.client.answered(&answer)? {
            Some(request) => self.send(&request),
            None => {
                self.latencies.push(self.waited);
                self.begin().map(|_| State::Moving)
            }
        }
    }
}
