//! Requests that never change, serialised once.

use std::sync::Arc;

use super::{Answer, Client};

/// The prefix of user pool operations in `X-Amz-Target`.
pub(crate) const TARGET: &str = "AWSCognitoIdentityProviderService";

/// A credential that `dev` accepts.
const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 \
                             Credential=AKIABENCH/20250101/eu-west-1/cognito-idp/aws4_request, \
                             SignedHeaders=host;x-amz-date;x-amz-target, \
                             Signature=0000000000000000000000000000000000000000000000000000000000000000";

/// Requests sent in turn, repeatedly.
pub(crate) struct Request {
    texts: Arc<[Vec<u8>]>,
    next: usize,
    step: usize,
    /// What the body of a correct answer contains.
    contains: &'static str,
    /// Only the first body is checked; of later answers only the status.
    checked: bool,
}

impl Request {
    /// Starts at request `index` and takes every `step`th.
    pub(crate) fn every(
        texts: &Arc<[Vec<u8>]>,
        index: usize,
        step: usize,
        contains: &'static str,
    ) -> Self {
        Self { texts: Arc::clone(texts), next: index, step, contains, checked: false }
    }
}

impl Client for Request {
    fn begin(&mut self) -> Vec<u8> {
        let at = self.next % self.texts.len().max(1);
        self.next += self.step;
        self.texts.get(at).cloned().unwrap_or_default()
    }

    fn answered(&mut self, answer: &Answer<'_>) -> Result<Option<Vec<u8>>, String> {
        if answer.status != 200 || !(self.checked || holds(answer.body, self.contains)) {
            return Err(answer.describe());
        }
        self.checked = true;
        Ok(None)
    }
}

impl Answer<'_> {
    /// Status and body as text.
    pub(crate) fn describe(&self) -> String {
        format!("{} {}", self.status, String::from_utf8_lossy(self.body))
    }
}

/// `POST /` for a user pool operation, as `dev` accepts it; other servers accept it where no
/// signature is required.
pub(crate) fn post(host: &str, operation: &str, body: &str) -> Vec<u8> {
    post_authorized(host, operation, body, AUTHORIZATION, "20250101T000000Z")
}

/// The same with these values for `Authorization` and `X-Amz-Date`.
pub(crate) fn post_authorized(
    host: &str,
    operation: &str,
    body: &str,
    authorization: &str,
    date: &str,
) -> Vec<u8> {
    format!(
        "POST / HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/x-amz-json-1.1\r\n\
         x-amz-target: {TARGET}.{operation}\r\nauthorization: {authorization}\r\n\
         x-amz-date: {date}\r\n\
         user-agent: poolkeeper-bench\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// A `GET` request for a path.
pub(crate) fn get(host: &str, path: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {host}\r\nuser-agent: poolkeeper-bench\r\naccept: */*\r\n\r\n"
    )
    .into_bytes()
}

fn holds(body: &[u8], part: &str) -> bool {
    part.is_empty() || body.windows(part.len()).any(|window| window == part.as_bytes())
}
