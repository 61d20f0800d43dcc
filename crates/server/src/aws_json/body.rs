//! The request's body: one JSON object, with limits on its size, its time to arrive, and the memory
//! that all bodies take together.

use std::net::IpAddr;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, HeaderValue};
use http_body_util::BodyExt;
use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::Refused;
use crate::net::{Budget, GivenUp, Share};

/// The largest body read, in bytes. The largest legal request of either service is far smaller.
pub(crate) const MAX_BYTES: usize = 1024 * 1024;
/// The largest body that is parsed before its signature is checked. Parsing first is the service's
/// order, but a client that nobody knows must not make the server read and parse much.
pub(super) const UNCHECKED_BYTES: usize = 64 * 1024;
/// How long a client may take to send the body.
const MAX_TIME: Duration = Duration::from_secs(30);
/// Minimum memory for a body that arrives in pieces.
const FIRST_BYTES: usize = 4 * 1024;
/// Once a client has sent this much, it must continue ...
const SMALL_BYTES: usize = 32 * 1024;
/// ... by this much, or to the end ...
const PACE_BYTES: usize = 16 * 1024;
/// ... within this time, repeatedly.
const PACE_TIME: Duration = Duration::from_secs(5);

/// A complete body, with its share of the memory budget.
pub(super) struct Whole {
    pub(super) bytes: Bytes,
    _share: Option<Share>,
}

/// How much of a body is read.
pub(super) struct Bound {
    bytes: usize,
    beyond: Option<Refused>,
}

impl Bound {
    /// As much as any request may have.
    pub(super) const WHOLE: Self = Self { bytes: MAX_BYTES, beyond: None };

    /// A request that will be refused: only a small body is read, for a larger one this is the
    /// answer.
    pub(super) fn of_refused(refused: Refused) -> Self {
        Self { bytes: UNCHECKED_BYTES, beyond: Some(refused.unread()) }
    }

    /// Whether the request will be refused.
    pub(super) fn is_of_refused(&self) -> bool {
        self.beyond.is_some()
    }

    fn refusal(self) -> Refused {
        self.beyond.unwrap_or_else(Refused::too_large)
    }
}

/// Reads the complete body of a request by `client`, within the bound.
pub(super) async fn read(
    headers: &mut HeaderMap,
    mut body: Body,
    client: IpAddr,
    budget: &Budget,
    bound: Bound,
) -> Result<Whole, Refused> {
    let declared = declared_length(headers);
    // A body that is known to be too large is not read: a client that asks first (Expect) need not
    // send it.
    if declared.is_some_and(|length| length > MAX_BYTES as u64) {
        return Err(Refused::too_large());
    }
    if declared.is_some_and(|length| length > bound.bytes as u64) {
        return Err(bound.refusal());
    }
    let most = declared.and_then(|length| usize::try_from(length).ok()).unwrap_or(MAX_BYTES);
    let end = Instant::now() + MAX_TIME;
    let first = tokio::select! {
        biased;
        first = next(&mut body) => first?,
        () = std::future::ready(()) => {
            copy(headers);
            timeout_at(end, next(&mut body)).await.map_err(|_elapsed| Refused::too_slow())??
        }
    };
    let first = first.unwrap_or_default();
    // Nearly all bodies arrive in one piece, which stays in the connection's read buffer.
    if body.is_end_stream() && first.len() <= bound.bytes {
        return Ok(Whole { bytes: first, _share: None });
    }
    copy(headers);
    let share = budget.share(client);
    let mut incoming =
        Incoming { bytes: Vec::new(), share, most, end, due: end, mark: SMALL_BYTES };
    if first.len() > bound.bytes {
        return Err(bound.refusal());
    }
    incoming.append(&first).await?;
    // As long as that piece lives, the connection cannot reuse its buffer.
    drop(first);
    while let Some(data) = incoming.next(&mut body).await? {
        if incoming.bytes.len() + data.len() > bound.bytes {
            return Err(bound.refusal());
        }
        incoming.append(&data).await?;
    }
    incoming.whole()
}

/// Header values refer to the connection's read buffer. It is many times as long and should not be
/// kept while the body is awaited.
fn copy(headers: &mut HeaderMap) {
    for value in headers.values_mut() {
        if let Ok(copied) = HeaderValue::from_bytes(value.as_bytes()) {
            *value = copied;
        }
    }
}

/// The next piece; `None` at the end.
async fn next(body: &mut Body) -> Result<Option<Bytes>, Refused> {
    while let Some(frame) = body.frame().await {
        // Broken chunking, or a body shorter than declared.
        let frame = frame.map_err(|_| Refused::serialization(None))?;
        if let Ok(data) = frame.into_data() {
            return Ok(Some(data));
        }
    }
    Ok(None)
}

/// A body that has partly arrived. It is copied into one piece at once: kept as received, a byte
/// sent on its own would take dozens. The piece grows with what has arrived, not with what was
/// declared, and never without room in the budget.
struct Incoming {
    bytes: Vec<u8>,
    share: Share,
    /// Maximum length in bytes.
    most: usize,
    end: Instant,
    /// When at least `mark` bytes, or all, must have arrived.
    due: Instant,
    mark: usize,
}

impl Incoming {
    async fn next(&mut self, body: &mut Body) -> Result<Option<Bytes>, Refused> {
        tokio::select! {
            biased;
            next = timeout_at(self.due, next(body)) => next.map_err(|_elapsed| Refused::too_slow())?,
            given_up = self.share.given_up() => Err(given_up.into()),
        }
    }

    async fn append(&mut self, data: &[u8]) -> Result<(), Refused> {
        let length = self.bytes.len() + data.len();
        let grows = length > self.share.bytes();
        if grows {
            let room = length.max(FIRST_BYTES).next_power_of_two().min(self.most.max(length));
            timeout_at(self.end, self.share.grow_to(room))
                .await
                .map_err(|_elapsed| Refused::too_slow())??;
            self.bytes.reserve_exact(room - self.bytes.len());
        }
        self.bytes.extend_from_slice(data);
        // The client is not charged for the time it waited for memory.
        if length >= self.mark || (grows && length > SMALL_BYTES) {
            self.mark = length + PACE_BYTES;
            self.due = self.end.min(Instant::now() + PACE_TIME);
        }
        Ok(())
    }

    fn whole(mut self) -> Result<Whole, Refused> {
        self.share.whole()?;
        Ok(Whole { bytes: self.bytes.into(), _share: Some(self.share) })
    }
}

impl From<GivenUp> for Refused {
    fn from(_: GivenUp) -> Self {
        Self::too_slow().because("its body was dropped to free memory")
    }
}

/// Parses the body as a JSON object.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, Refused> {
    match wire::parse(bytes) {
        Ok(object @ Value::Object(_)) => Ok(object),
        Ok(Value::Array(_)) => {
            Err(Refused::serialization(Some("Start of list found where not expected".to_owned())))
        }
        Ok(_) => Err(Refused::serialization(None)),
        Err(malformed) => Err(Refused::serialization(malformed.message)),
    }
}

fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests;
