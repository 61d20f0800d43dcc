//! A client's connection through the proxy.

use std::collections::VecDeque;
use std::io;
use std::ops::ControlFlow;
use std::time::Duration;

use crate::proxy::faults::{Fault, Faults, Network};
use crate::proxy::framing::{Message, Opening};
use crate::proxy::request::{Request, Requests};
use crate::proxy::side::Side;
use crate::proxy::statement::{failing, made_read_only};
use crate::proxy::transaction::Transaction;

/// Forwards messages in both directions, except where a fault strikes.
#[derive(Debug)]
pub(crate) struct Session {
    client: Side,
    server: Side,
    phase: Phase,
    requests: Requests,
    transaction: Transaction,
    /// The fault drawn for the current transaction.
    planned: Option<Fault>,
    /// One entry per ReadyForQuery that the server owes.
    answers: VecDeque<Answer>,
    /// Nothing more is read from the client.
    ignores_client: bool,
    faults: Faults,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Opening,
    /// The server's next byte says whether it encrypts.
    Encryption,
    Messages,
    /// Forwarded without being parsed.
    Opaque,
}

/// What to do with the server's answer to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Pass,
    /// The proxy prepended a statement whose success message must not reach the client.
    PassWithoutFirst,
    Lose,
}

/// How a session ends.
#[derive(Debug)]
enum End {
    Closed,
    Late(Duration, Vec<u8>),
}

type Flow = ControlFlow<End>;

impl Session {
    pub(crate) fn new(client: Side, server: Side, faults: Faults) -> Self {
        Self {
            client,
            server,
            phase: Phase::Opening,
            requests: Requests::default(),
            transaction: Transaction::default(),
            planned: None,
            answers: VecDeque::new(),
            ignores_client: false,
            faults,
        }
    }

    /// Runs until either side closes or a fault ends it.
    pub(crate) async fn run(mut self) {
        let end = loop {
            if let ControlFlow::Break(end) = self.turn().await {
                break end;
            }
        };
        match end {
            End::Closed => {
                self.server.finish().await;
                self.client.finish().await;
            }
            End::Late(delay, request) => self.deliver_late(delay, &request).await,
        }
    }

    async fn turn(&mut self) -> Flow {
        tokio::select! {
            () = self.client.ready(!self.ignores_client) => {}
            () = self.server.ready(true) => {}
        }
        self.faults.network(|network| *network != Network::Frozen).await;
        if !self.ignores_client {
            self.client.receive();
        }
        self.server.receive();
        self.read_client()?;
        self.server.flush();
        if let Some(delay) = self.faults.delay().filter(|_| !self.server.input.is_empty()) {
            tokio::time::sleep(delay).await;
        }
        self.read_server()?;
        self.client.flush();
        if self.client.is_closed || self.server.is_closed {
            Flow::Break(End::Closed)
        } else {
            Flow::Continue(())
        }
    }

    fn read_client(&mut self) -> Flow {
        loop {
            match self.phase {
                Phase::Opening => match understood(self.client.input.opening())? {
                    Some(opening) => self.open(opening),
                    None => return Flow::Continue(()),
                },
                Phase::Encryption => return Flow::Continue(()),
                Phase::Messages => {
                    match understood(self.client.input.message())?.filter(|_| !self.ignores_client)
                    {
                        Some(message) => self
                            .requests
                            .add(&message)
                            .map_or(Flow::Continue(()), |request| self.take(request))?,
                        None => return Flow::Continue(()),
                    }
                }
                Phase::Opaque => {
                    self.server.send(&self.client.input.rest());
                    return Flow::Continue(());
                }
            }
        }
    }

    fn open(&mut self, opening: Opening) {
        let (phase, bytes) = match opening {
            Opening::Encryption(bytes) => (Phase::Encryption, bytes),
            Opening::Cancel(bytes) => (Phase::Opaque, bytes),
            Opening::Session(bytes) => {
                self.answers.push_back(Answer::Pass);
                (Phase::Messages, bytes)
            }
        };
        self.phase = phase;
        self.server.send(&bytes);
    }

    fn take(&mut self, request: Request) -> Flow {
        let moment = self.transaction.advance(&request);
        if moment.opens {
            self.planned = self.faults.draw();
        }
        let planned = self.planned.take_if(|fault| fault.fits(moment));
        match planned.or_else(|| self.faults.strike(moment)) {
            Some(fault) => self.inject(fault, request),
            None => {
                if request.is_answered {
                    self.answers.push_back(Answer::Pass);
                }
                self.server.send(&request.bytes);
                Flow::Continue(())
            }
        }
    }

    fn inject(&mut self, fault: Fault, request: Request) -> Flow {
        // A lost answer is counted when it arrives.
        if fault != Fault::LoseAnswer {
            self.faults.count(fault);
        }
        match fault {
            Fault::Reset => return Flow::Break(End::Closed),
            Fault::LateRequest(delay) => return Flow::Break(End::Late(delay, request.bytes)),
            Fault::LoseRequest => {
                self.ignores_client = true;
                return self.close_if_done();
            }
            Fault::LoseAnswer => {
                self.ignores_client = true;
                self.forward(&request.bytes, Answer::Lose);
            }
            Fault::FailCommit(sqlstate) => self.fail(sqlstate),
            Fault::ReadOnly => {
                match request.sql.filter(|_| self.transaction == Transaction::Writing) {
                    Some(begin) => {
                        self.forward(&Message::query(&made_read_only(&begin)).0, Answer::Pass);
                    }
                    None => self.fail("25006"),
                }
            }
        }
        Flow::Continue(())
    }

    fn fail(&mut self, sqlstate: &str) {
        self.forward(&Message::query(&failing(sqlstate)).0, Answer::PassWithoutFirst);
    }

    fn forward(&mut self, bytes: &[u8], answer: Answer) {
        self.answers.push_back(answer);
        self.server.send(bytes);
    }

    fn read_server(&mut self) -> Flow {
        match self.phase {
            Phase::Encryption => {
                if let Some(byte) = self.server.input.byte() {
                    self.client.send(&[byte]);
                    // Refused; the client may continue unencrypted.
                    self.phase = if byte == b'N' { Phase::Opening } else { Phase::Opaque };
                }
            }
            Phase::Opaque => self.client.send(&self.server.input.rest()),
            Phase::Opening | Phase::Messages => {
                while let Some(message) = understood(self.server.input.message())? {
                    self.pass_back(&message)?;
                }
            }
        }
        Flow::Continue(())
    }

    fn pass_back(&mut self, message: &Message) -> Flow {
        let is_last = message.tag() == b'Z';
        match self.answers.front_mut() {
            Some(Answer::Lose) if is_last => {
                self.faults.count(Fault::LoseAnswer);
                return Flow::Break(End::Closed);
            }
            Some(Answer::Lose) => {}
            // CommandComplete, and the notice that there was no transaction to roll back.
            Some(answer @ Answer::PassWithoutFirst) if matches!(message.tag(), b'C' | b'N') => {
                if message.tag() == b'C' {
                    *answer = Answer::Pass;
                }
            }
            _ => self.client.send(&message.0),
        }
        if is_last {
            self.answers.pop_front();
        }
        self.close_if_done()
    }

    /// Ends a session that reads nothing more from the client, once the server owes nothing.
    fn close_if_done(&self) -> Flow {
        if self.ignores_client && self.answers.is_empty() {
            Flow::Break(End::Closed)
        } else {
            Flow::Continue(())
        }
    }

    /// The client is gone; the server gets the request, and the session waits for its answer.
    async fn deliver_late(self, delay: Duration, request: &[u8]) {
        let Self { client, mut server, answers, .. } = self;
        drop(client);
        server.finish().await;
        tokio::time::sleep(delay).await;
        server.send(request);
        server.finish().await;
        let mut owed = answers.len() + 1;
        loop {
            while let Ok(Some(message)) = server.input.message() {
                owed = owed.saturating_sub(usize::from(message.tag() == b'Z'));
            }
            if owed == 0 || server.is_closed {
                return;
            }
            server.ready(true).await;
            server.receive();
        }
    }
}

/// Ends a session whose bytes are invalid.
fn understood<T>(read: io::Result<T>) -> ControlFlow<End, T> {
    read.map_or_else(|_| ControlFlow::Break(End::Closed), ControlFlow::Continue)
}
