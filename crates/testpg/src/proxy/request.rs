//! Requests: a client's messages up to the point that the server answers with one ReadyForQuery.

use std::collections::HashMap;

use crate::proxy::framing::Message;
use crate::proxy::statement::{Kind, kind_of};

/// Messages that are forwarded, or not, as a whole.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) bytes: Vec<u8>,
    /// `None` if it executes nothing, and only prepares or closes statements.
    pub(crate) kind: Option<Kind>,
    /// Whether a ReadyForQuery answers it. Not so for data, passwords, or a part that must not wait
    /// for the rest.
    pub(crate) is_answered: bool,
    /// The text of a simple query.
    pub(crate) sql: Option<Vec<u8>>,
}

/// Groups messages into requests. Remembers the statement for each name.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    bytes: Vec<u8>,
    kind: Option<Kind>,
    statements: HashMap<Vec<u8>, Kind>,
    portals: HashMap<Vec<u8>, Kind>,
}

impl Requests {
    /// Adds a message; returns the request that it completes.
    pub(crate) fn add(&mut self, message: &Message) -> Option<Request> {
        self.bytes.extend_from_slice(&message.0);
        match message.tag() {
            b'Q' => Some(self.simple(message.text(0))),
            // Sync; FunctionCall, unused for decades.
            b'S' | b'F' => Some(self.answered(None)),
            b'P' => self.parse(message),
            b'B' => self.bind(message),
            b'E' => self.execute(message.text(0)),
            // Describe, Close.
            b'D' | b'C' => None,
            // Flush, CopyData and its end, passwords, Terminate.
            _ => Some(self.unanswered()),
        }
    }

    fn simple(&mut self, sql: &[u8]) -> Request {
        self.kind = self.kind.max(Some(kind_of(sql)));
        self.answered(Some(sql.to_vec()))
    }

    fn parse(&mut self, message: &Message) -> Option<Request> {
        self.statements.insert(message.text(0).to_vec(), kind_of(message.text(1)));
        None
    }

    fn bind(&mut self, message: &Message) -> Option<Request> {
        let kind = self.statements.get(message.text(1)).copied().unwrap_or(Kind::Read);
        self.portals.insert(message.text(0).to_vec(), kind);
        None
    }

    /// The client waits for the server to ask for data before it continues.
    fn execute(&mut self, portal: &[u8]) -> Option<Request> {
        let kind = self.portals.get(portal).copied();
        self.kind = self.kind.max(kind);
        (kind == Some(Kind::Copy)).then(|| self.unanswered())
    }

    fn answered(&mut self, sql: Option<Vec<u8>>) -> Request {
        Request {
            bytes: std::mem::take(&mut self.bytes),
            kind: self.kind.take(),
            is_answered: true,
            sql,
        }
    }

    /// The remaining messages keep the kind.
    fn unanswered(&mut self) -> Request {
        Request {
            bytes: std::mem::take(&mut self.bytes),
            kind: None,
            is_answered: false,
            sql: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(tag: u8, body: &[u8]) -> Message {
        let mut bytes = vec![tag];
        bytes.extend_from_slice(&u32::try_from(body.len() + 4).unwrap().to_be_bytes());
        bytes.extend_from_slice(body);
        Message(bytes)
    }

    /// The requests that these messages form: kind, and whether answered.
    fn requests(messages: &[(u8, &[u8])]) -> Vec<(Option<Kind>, bool)> {
        let mut requests = Requests::default();
        let made = messages.iter().filter_map(|(tag, body)| requests.add(&message(*tag, body)));
        made.map(|request| (request.kind, request.is_answered)).collect()
    }

    #[test]
    fn a_prepared_statement_has_the_kind_of_its_text() {
        let prepared: [(u8, &[u8]); 2] = [(b'P', b"s1\0DELETE FROM t\0\0\0"), (b'S', b"")];
        let executed: [(u8, &[u8]); 3] =
            [(b'B', b"\0s1\0\0\0\0\0\0\0"), (b'E', b"\0\0\0\0\0"), (b'S', b"")];
        assert_eq!(
            requests(&[&prepared[..], &executed].concat()),
            [(None, true), (Some(Kind::Write), true)]
        );
    }

    #[test]
    fn a_simple_query_is_a_request_of_its_own() {
        let messages: [(u8, &[u8]); 2] = [(b'Q', b"BEGIN\0"), (b'Q', b"COMMIT\0")];
        assert_eq!(
            requests(&messages),
            [(Some(Kind::Begin { read_only: false }), true), (Some(Kind::Commit), true)]
        );
    }

    #[test]
    fn data_and_flushes_do_not_wait() {
        let messages: [(u8, &[u8]); 6] = [
            (b'P', b"\0COPY t FROM STDIN\0\0\0"),
            (b'B', b"\0\0\0\0\0\0\0\0"),
            (b'E', b"\0\0\0\0\0"),
            (b'd', b"1\n"),
            (b'H', b""),
            (b'S', b""),
        ];
        assert_eq!(
            requests(&messages),
            [(None, false), (None, false), (None, false), (Some(Kind::Copy), true)]
        );
    }
}
