//! Requests and responses with their whole bodies.

use bytes::Bytes;

/// A request with its whole body.
pub type Request = http::Request<Bytes>;
/// A response with its whole body.
pub type Response = http::Response<Bytes>;
