//! Access control of the inbox.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::request::Parts;
use http::{HeaderMap, header};

use crate::edge::App;
use crate::net::Peer;
use crate::net::is_loopback;

/// Allows clients on this machine, and others only with an access key: codes give access to
/// accounts.
pub(super) fn may_read(app: &App, request: &Parts) -> bool {
    let is_near =
        request.extensions.get::<Peer>().is_none_or(|Peer(address)| is_loopback(*address));
    is_near || has_access_key(app, &request.headers)
}

fn has_access_key(app: &App, headers: &HeaderMap) -> bool {
    basic_credentials(headers).is_some_and(|(id, secret)| {
        app.access_keys.find(&id).is_some_and(|key| {
            verify_slices_are_equal(key.secret().as_bytes(), secret.as_bytes()).is_ok()
        })
    })
}

/// Parses user name and password of HTTP Basic (RFC 7617).
fn basic_credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}
