//! Splits a byte stream into messages of the PostgreSQL protocol, version 3 ("Message Formats" in
//! its manual).

use std::io;

/// Bytes that arrived on a connection and have not been taken as messages yet.
#[derive(Debug, Default)]
pub(crate) struct Framer {
    bytes: Vec<u8>,
    /// The number of bytes already taken.
    taken: usize,
}

/// A complete message: tag, length, body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message(pub(crate) Vec<u8>);

/// The first message of a connection, which has no tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Asks for encryption (TLS or GSSAPI). The answer is one byte, not a message; another opening
    /// message follows.
    Encryption(Vec<u8>),
    /// Asks to cancel another connection's query. Gets no answer.
    Cancel(Vec<u8>),
    /// Opens a session.
    Session(Vec<u8>),
}

impl Framer {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.taken);
        self.taken = 0;
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.taken == self.bytes.len()
    }

    /// The next message, once it is complete.
    ///
    /// # Errors
    /// If the length is invalid.
    pub(crate) fn message(&mut self) -> io::Result<Option<Message>> {
        Ok(self.framed(1)?.map(Message))
    }

    /// The next opening message, once it is complete.
    ///
    /// # Errors
    /// If the length is invalid.
    pub(crate) fn opening(&mut self) -> io::Result<Option<Opening>> {
        let Some(bytes) = self.framed(0)? else { return Ok(None) };
        let code = bytes.get(4..8).and_then(|code| code.try_into().ok()).map(u32::from_be_bytes);
        Ok(Some(match code {
            Some(80_877_103 | 80_877_104) => Opening::Encryption(bytes),
            Some(80_877_102) => Opening::Cancel(bytes),
            _ => Opening::Session(bytes),
        }))
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.take(1).and_then(|bytes| bytes.first().copied())
    }

    /// All remaining bytes, whether a complete message or not.
    pub(crate) fn rest(&mut self) -> Vec<u8> {
        self.take(self.bytes.len() - self.taken).unwrap_or_default()
    }

    /// Takes a message with a header of this many bytes, followed by a length that counts itself
    /// and the body.
    fn framed(&mut self, header: usize) -> io::Result<Option<Vec<u8>>> {
        let start = self.taken + header;
        let Some(length) =
            self.bytes.get(start..start + 4).and_then(|length| length.try_into().ok())
        else {
            return Ok(None);
        };
        match u32::from_be_bytes(length) {
            length @ 4.. => Ok(self.take(header + length as usize)),
            _ => Err(io::Error::from(io::ErrorKind::InvalidData)),
        }
    }

    fn take(&mut self, count: usize) -> Option<Vec<u8>> {
        let bytes = self.bytes.get(self.taken..self.taken + count)?.to_vec();
        self.taken += count;
        Some(bytes)
    }
}

impl Message {
    /// A simple query message.
    pub(crate) fn query(sql: &str) -> Self {
        let length = u32::try_from(4 + sql.len() + 1).expect("a short text");
        let mut bytes = vec![b'Q'];
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(sql.as_bytes());
        bytes.push(0);
        Self(bytes)
    }

    pub(crate) fn tag(&self) -> u8 {
        self.0.first().copied().unwrap_or_default()
    }

    /// The zero-terminated text with this index, from 0, at the start of the body.
    pub(crate) fn text(&self, index: usize) -> &[u8] {
        self.0
            .get(5..)
            .and_then(|body| body.split(|byte| *byte == 0).nth(index))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_found_wherever_the_stream_is_split() {
        let sent = [
            Message::query("BEGIN"),
            Message(b"S\0\0\0\x04".to_vec()),
            Message::query(&"x".repeat(300)),
        ];
        let stream: Vec<u8> = sent.iter().flat_map(|message| message.0.clone()).collect();
        for size in 1..stream.len() {
            let mut framer = Framer::default();
            let mut received = Vec::new();
            for chunk in stream.chunks(size) {
                framer.push(chunk);
                while let Some(message) = framer.message().unwrap() {
                    received.push(message);
                }
            }
            assert_eq!(received, sent, "in chunks of {size}");
            assert!(framer.is_empty());
        }
    }

    #[test]
    fn opening_messages_are_distinguished() {
        let mut framer = Framer::default();
        framer.push(
            b"\0\0\0\x08\x04\xd2\x16\x2f\0\0\0\x10\x04\xd2\x16\x2e12345678\0\0\0\x09\0\x03\0\0\0R",
        );
        assert!(
            matches!(framer.opening().unwrap(), Some(Opening::Encryption(bytes)) if bytes.len() == 8)
        );
        assert!(
            matches!(framer.opening().unwrap(), Some(Opening::Cancel(bytes)) if bytes.len() == 16)
        );
        assert!(
            matches!(framer.opening().unwrap(), Some(Opening::Session(bytes)) if bytes.len() == 9)
        );
        assert_eq!(framer.byte(), Some(b'R'));
        assert_eq!(framer.opening().unwrap(), None);
    }

    #[test]
    fn an_invalid_length_is_an_error() {
        let mut framer = Framer::default();
        framer.push(b"Q\0\0\0\x03");
        assert!(framer.message().is_err());
    }

    #[test]
    fn texts_of_a_message_are_found_by_index() {
        let parse = Message(b"P\0\0\0\x11s1\0SELECT 1\0\0\0".to_vec());
        assert_eq!(
            (parse.text(0), parse.text(1), parse.text(9)),
            (&b"s1"[..], &b"SELECT 1"[..], &b""[..])
        );
    }
}
