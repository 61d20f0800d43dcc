//! Bodies of responses, read whole and never past a limit.

use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::{Body, Incoming};

use crate::chain::find_cause;
use crate::error::Error;

/// The whole body.
///
/// # Errors
/// [`Error::TooLarge`], before it is read where its length is declared; [`Error::Body`].
pub(crate) async fn read(body: Incoming, max_bytes: usize) -> Result<Bytes, Error> {
    if body.size_hint().lower() > max_bytes as u64 {
        return Err(Error::TooLarge(max_bytes));
    }
    match Limited::new(body, max_bytes).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if find_cause::<LengthLimitError>(&*error).is_some() => {
            Err(Error::TooLarge(max_bytes))
        }
        Err(error) => Err(Error::Body(error)),
    }
}
