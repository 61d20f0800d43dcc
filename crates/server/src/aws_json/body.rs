//! The request's body: bounded in size and time, and one JSON object.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::Value;

use super::Refused;

/// The largest body read, in bytes. The largest legal request of either service is far smaller.
pub(crate) const MAX_BYTES: usize = 1024 * 1024;
/// How long a client may take to send it.
const MAX_TIME: Duration = Duration::from_secs(30);

/// The whole body.
pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, Refused> {
    // A body known to be too large is not waited for: a client that asks first (Expect) need not send it.
    if declared_length(headers).is_some_and(|length| length > MAX_BYTES as u64) {
        return Err(Refused::too_large());
    }
    let collected = Limited::new(body, MAX_BYTES).collect();
    match tokio::time::timeout(MAX_TIME, collected).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Refused::too_large()),
        // Broken chunking, or a body shorter than declared.
        Ok(Err(_)) => Err(Refused::serialization(None)),
        Err(_elapsed) => Err(Refused::too_slow()),
    }
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
