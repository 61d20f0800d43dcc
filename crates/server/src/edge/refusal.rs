//! Why the edge itself refuses a request, independent of the protocol. Each protocol renders it in
//! its own form.

use axum::response::Response;
use http::StatusCode;

/// A request that no handler answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    /// Which check refused, for the log.
    pub(crate) reason: Option<&'static str>,
    /// The text for the client.
    pub(crate) text: &'static str,
}

/// Renders a refusal in a protocol's form. The name is the outcome in the log and the counters.
pub(crate) type Render = fn(Refusal) -> (Response, &'static str);

impl Refusal {
    /// The request has several `Host` headers.
    pub(super) const SEVERAL_HOSTS: Self = Self {
        status: StatusCode::BAD_REQUEST,
        reason: Some("there are several Host headers"),
        text: "The request has more than one Host header.",
    };
    /// `dev` does not serve the host that the request names.
    pub(super) const HOST_NOT_SERVED: Self = Self {
        status: StatusCode::FORBIDDEN,
        reason: Some("the host name is not served"),
        text: "poolkeeper dev does not serve this host name. Start it with --host NAME to allow it.",
    };
    /// A page on another machine requests one of the pages of `dev`.
    pub(super) const FOREIGN_ORIGIN: Self = Self {
        status: StatusCode::FORBIDDEN,
        reason: Some("the request comes from a page on another machine"),
        text: "poolkeeper dev shows this only to pages on this machine.",
    };
    /// A fault of this server. The cause is only logged.
    pub(crate) const FAULT: Self = Self {
        status: StatusCode::INTERNAL_SERVER_ERROR,
        reason: None,
        text: "Something went wrong",
    };
}
