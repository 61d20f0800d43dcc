//! CORS as the front end of AWS's JSON services does it: any origin, no credentials.

use axum::response::Response;
use http::HeaderMap;
use http::HeaderValue;
use http::header;

const EXPOSED: HeaderValue =
    HeaderValue::from_static("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
const ANY: HeaderValue = HeaderValue::from_static("*");
/// Two days; browsers cap it.
const MAX_AGE_SECONDS: HeaderValue = HeaderValue::from_static("172800");

/// The answer to `OPTIONS /`, which echoes the requested headers.
pub(super) fn preflight(request: &HeaderMap) -> Response {
    let mut response = Response::default();
    let headers = response.headers_mut();
    expose(headers);
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("POST"));
    if let Some(requested) = request.get(header::ACCESS_CONTROL_REQUEST_HEADERS) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, requested.clone());
    }
    headers.insert(header::ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(0));
    response
}

/// Lets the requesting page read the answer, its request id and its error.
pub(super) fn expose(headers: &mut HeaderMap) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
}
