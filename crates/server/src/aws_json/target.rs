//! Which operation a request calls.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::Refused;

/// The operation of a request in this protocol.
///
/// # Errors
/// A content type of another protocol, or a target that is not an operation of the two services.
pub(super) fn operation(headers: &HeaderMap) -> Result<&'static wire::Operation, Refused> {
    if !speaks_aws_json(headers) {
        return Err(Refused::not_an_api_call());
    }
    only(headers, "x-amz-target")
        .and_then(wire::Service::from_target)
        .and_then(|(service, name)| wire::operation(service, name))
        .ok_or_else(Refused::unknown_operation)
}

/// JSON 1.0 and 1.1 bodies read the same; some SDKs send 1.0.
fn speaks_aws_json(headers: &HeaderMap) -> bool {
    only(headers, CONTENT_TYPE.as_str()).is_some_and(|value| {
        let media_type = value.split(';').next().unwrap_or_default().trim();
        ["application/x-amz-json-1.1", "application/x-amz-json-1.0"]
            .iter()
            .any(|known| media_type.eq_ignore_ascii_case(known))
    })
}

/// A header that occurs exactly once, as text: with two targets it is unclear which one is meant.
fn only<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    values.next().is_none().then_some(first)?.to_str().ok()
}
