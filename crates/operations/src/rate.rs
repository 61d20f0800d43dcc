//! Which pool a request is for, as far as it can be determined before its shape is checked and
//! without reading the store.

use std::sync::Arc;

use pools::Server;
use serde_json::Value;
use wire::{Auth, Kind, Operation};

/// The pool of a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum RequestPool<'b> {
    /// Named by its id.
    Named(&'b str),
    /// Of an app client that this node knows.
    OfClient(Arc<str>),
    /// Named by an access token. The rate is counted once that is verified: a forged token must not
    /// use up a pool's rate.
    ByToken,
    /// None: an operation on all pools, or an unknown client.
    None,
}

/// Finds the pool in members that the operation's input has.
pub(crate) fn pool_of<'b>(
    server: &Server,
    operation: &Operation,
    body: &'b Value,
) -> RequestPool<'b> {
    let member = |name: &str| {
        has_member(operation, name).then(|| body.get(name)).flatten().and_then(Value::as_str)
    };
    if let Some(pool_id) = member("UserPoolId").or_else(|| member("IdentityPoolId")) {
        return RequestPool::Named(pool_id);
    }
    if let Some(arn) = member("ResourceArn") {
        return RequestPool::Named(arn.rsplit('/').next().unwrap_or(arn));
    }
    if let Some(client_id) = member("ClientId") {
        let known = server.config.find_known_pool_of_client(client_id);
        return known.map_or(RequestPool::None, RequestPool::OfClient);
    }
    if operation.auth == Auth::None && has_member(operation, "AccessToken") {
        RequestPool::ByToken
    } else {
        RequestPool::None
    }
}

fn has_member(operation: &Operation, name: &str) -> bool {
    match operation.input.kind {
        Kind::Structure(members) => members.iter().any(|member| member.name == name),
        _ => false,
    }
}
