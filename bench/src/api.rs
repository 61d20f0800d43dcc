//! Calls operations one at a time, signed if the server requires it.

use std::net::SocketAddr;

use serde_json::Value;

use crate::load::{self, Connection};
use crate::sign::AccessKey;

/// A server to call.
pub(crate) struct Api {
    address: SocketAddr,
    pub(crate) host: String,
    key: Option<AccessKey>,
    /// `None` before the first call and after a failed one.
    connection: Option<Connection>,
}

impl Api {
    /// Connects on the first call. Without a key, requests carry a signature that only `dev`
    /// accepts.
    pub(crate) fn new(address: SocketAddr, key: Option<AccessKey>) -> Self {
        Self { address, host: address.to_string(), key, connection: None }
    }

    /// Returns status and body of the answer.
    ///
    /// # Errors
    /// If there is no answer; the next call reconnects.
    pub(crate) fn ask(&mut self, operation: &str, input: &Value) -> Result<(u16, Value), String> {
        let request = self.request(operation, input);
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => Connection::open(self.address, true)?,
        };
        let answer = connection.exchange(&request)?;
        let body = match answer.body {
            [] => Value::Null,
            body => {
                serde_json::from_slice(body).map_err(|error| format!("{operation}: {error}"))?
            }
        };
        let status = answer.status;
        self.connection = Some(connection);
        Ok((status, body))
    }

    /// The request as bytes, freshly signed if a signature is required.
    pub(crate) fn request(&self, operation: &str, input: &Value) -> Vec<u8> {
        let body = input.to_string();
        match &self.key {
            None => load::post(&self.host, operation, &body),
            Some(key) => key.post(&self.host, operation, &body),
        }
    }

    /// Returns the operation's output.
    ///
    /// # Errors
    /// Any unsuccessful answer.
    pub(crate) fn call(&mut self, operation: &str, input: &Value) -> Result<Value, String> {
        match self.ask(operation, input)? {
            (200, body) => Ok(body),
            (status, body) => Err(format!("{operation}: {status} {body}")),
        }
    }
}
