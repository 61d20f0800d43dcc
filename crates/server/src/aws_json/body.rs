//! The request's body: bounded in size, in time and in the memory that all of them take together,
//! and one JSON object.

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
/// How long a client may take to send it.
const MAX_TIME: Duration = Duration::from_secs(30);
/// The least memory taken for a body that comes piece by piece.
const FIRST_BYTES: usize = 4 * 1024;
/// Once a client has sent so much, it must go on ...
const SMALL_BYTES: usize = 32 * 1024;
/// ... by so much, or to the end ...
const PACE_BYTES: usize = 16 * 1024;
/// ... each time within this.
const PACE_TIME: Duration = Duration::from_secs(5);

/// A whole body, with its share of the memory that bodies take.
pub(super) struct Whole {
    pub(super) bytes: Bytes,
    _share: Option<Share>,
}

/// The whole body of a request by `client`.
pub(super) async fn read(
    headers: &mut HeaderMap,
    mut body: Body,
    client: IpAddr,
    budget: &Budget,
) -> Result<Whole, Refused> {
    let declared = declared_length(headers);
    // A body known to be too large is not waited for: a client that asks first (Expect) need not
    // send it.
    if declared.is_some_and(|length| length > MAX_BYTES as u64) {
        return Err(Refused::too_large());
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
    // Nearly all come at once: such a one stays where it is, in what the connection has read.
    if body.is_end_stream() && first.len() <= MAX_BYTES {
        return Ok(Whole { bytes: first, _share: None });
    }
    copy(headers);
    let share = budget.share(client);
    let mut incoming =
        Incoming { bytes: Vec::new(), share, most, end, due: end, mark: SMALL_BYTES };
    incoming.append(&first).await?;
    // While it is there, the connection cannot use its buffer again.
    drop(first);
    while let Some(data) = incoming.next(&mut body).await? {
        incoming.append(&data).await?;
    }
    incoming.whole()
}

/// Headers refer to what the connection has read them into. That is many times as long, and is not
/// to be kept while the body is waited for.
fn copy(headers: &mut HeaderMap) {
    for value in headers.values_mut() {
        if let Ok(copied) = HeaderValue::from_bytes(value.as_bytes()) {
            *value = copied;
        }
    }
}

/// What comes next, `None` at the end.
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

/// A body of which some is there. It is copied into one piece at once: kept as it came, each byte
/// that is sent alone would take dozens. The piece grows with what has come, not with what was
/// declared, and never without room in the budget.
struct Incoming {
    bytes: Vec<u8>,
    share: Share,
    /// How much it may become.
    most: usize,
    end: Instant,
    /// When there must be as much as `mark`, or all.
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
        if length > MAX_BYTES {
            return Err(Refused::too_large());
        }
        let grows = length > self.share.bytes();
        if grows {
            let room = length.max(FIRST_BYTES).next_power_of_two().min(self.most.max(length));
            timeout_at(self.end, self.share.grow_to(room))
                .await
                .map_err(|_elapsed| Refused::too_slow())??;
            self.bytes.reserve_exact(room - self.bytes.len());
        }
        self.bytes.extend_from_slice(data);
        // What the client has waited for room is not held against it.
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
        Self::too_slow().because("others needed the memory that its body took")
    }
}

/// The body as a JSON object.
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
