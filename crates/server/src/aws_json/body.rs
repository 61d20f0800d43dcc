//! The request's body: bounded in size, in time and in the memory that all of them take together, and one JSON object.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::Value;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Refused;

/// The largest body read, in bytes. The largest legal request of either service is far smaller.
pub(crate) const MAX_BYTES: usize = 1024 * 1024;
/// How long a client may take to send it.
const MAX_TIME: Duration = Duration::from_secs(30);
/// A body up to this length, as nearly all are, waits for nobody's.
const SMALL_BYTES: usize = 32 * 1024;
/// What larger ones may take together.
const ROOM_BYTES: usize = 64 * 1024 * 1024;

/// The memory that large bodies share. Clones are the same.
#[derive(Clone)]
pub(crate) struct Room(Arc<Semaphore>);

impl Room {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(ROOM_BYTES)))
    }

    /// Waits for room for a body that may become this long.
    async fn take(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        // It is never closed, so there is always a permit.
        Arc::clone(&self.0).acquire_many_owned(u32::try_from(bytes).unwrap_or(u32::MAX)).await.ok()
    }
}

/// A whole body, with its room if it is a large one.
pub(super) struct Whole {
    pub(super) bytes: Bytes,
    _room: Option<OwnedSemaphorePermit>,
}

/// The whole body.
pub(super) async fn read(headers: &HeaderMap, body: Body, room: &Room) -> Result<Whole, Refused> {
    let declared = declared_length(headers);
    // A body known to be too large is not waited for: a client that asks first (Expect) need not send it.
    if declared.is_some_and(|length| length > MAX_BYTES as u64) {
        return Err(Refused::too_large());
    }
    let most = declared.and_then(|length| usize::try_from(length).ok()).unwrap_or(MAX_BYTES);
    match tokio::time::timeout(MAX_TIME, collected(body, most, room)).await {
        Ok(Ok(whole)) => Ok(whole),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refused::too_large()),
        // Broken chunking, or a body shorter than declared.
        Ok(Err(_)) => Err(Refused::serialization(None)),
        Err(_elapsed) => Err(Refused::too_slow()),
    }
}

/// What arrives is copied into one piece at once: kept as it came, each byte that is sent alone would take dozens.
async fn collected(body: Body, most: usize, room: &Room) -> Result<Whole, axum::BoxError> {
    let mut body = Limited::new(body, MAX_BYTES);
    let mut bytes = BytesMut::with_capacity(if most > SMALL_BYTES { 0 } else { most });
    let mut taken = None;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame?.into_data() else { continue };
        if taken.is_none() && bytes.len() + data.len() > SMALL_BYTES {
            taken = room.take(most).await;
            bytes.reserve(most.saturating_sub(bytes.len()));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(Whole { bytes: bytes.freeze(), _room: taken })
}

/// The body as a JSON object.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, Refused> {
    match wire::parse(bytes) {
        Ok(object @ Value::Object(_)) => Ok(object),
        Ok(Value::Array(_)) => Err(Refused::serialization(Some("Start of list found where not expected".to_owned()))),
        Ok(_) => Err(Refused::serialization(None)),
        Err(malformed) => Err(Refused::serialization(malformed.message)),
    }
}

fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
