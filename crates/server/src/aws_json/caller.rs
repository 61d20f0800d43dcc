//! Where a request came from: the client's user agent and its network address.

use domain::session::Caller;
use http::HeaderMap;
use http::header::USER_AGENT;

use crate::edge::{App, client_address};
use crate::net::Peer;

/// The caller, as far as the request shows.
pub(super) fn of(app: &App, headers: &HeaderMap, peer: Option<Peer>) -> Caller {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
    Caller::new(agent, client_address::of(app, headers, peer))
}
