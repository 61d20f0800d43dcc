//! Which pool a request is for, as far as it can be told before its shape is checked and without
//! asking the store.

use std::sync::Arc;

use serde_json::Value;
use wire::{Auth, Kind, Operation};

use crate::server::Server;

/// The pool of a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Named<'b> {
    /// By its id.
    Pool(&'b str),
    /// By an app client that this node knows.
    PoolOfClient(Arc<str>),
    /// Told by an access token, once that is verified: whoever forges one must not use up a pool's
    /// rate.
    ByToken,
    /// None: an operation on all pools, or by a client that nobody has.
    None,
}

/// Tells the pool from members that the operation's input has.
pub(crate) fn named<'b>(server: &Server, operation: &Operation, body: &'b Value) -> Named<'b> {
    let member = |name: &str| {
        has_member(operation, name).then(|| body.get(name)).flatten().and_then(Value::as_str)
    };
    if let Some(pool_id) = member("UserPoolId").or_else(|| member("IdentityPoolId")) {
        return Named::Pool(pool_id);
    }
    if let Some(arn) = member("ResourceArn") {
        return Named::Pool(arn.rsplit('/').next().unwrap_or(arn));
    }
    if let Some(client_id) = member("ClientId") {
        return server
            .config
            .find_known_pool_of_client(client_id)
            .map_or(Named::None, Named::PoolOfClient);
    }
    if operation.auth == Auth::None && has_member(operation, "AccessToken") {
        Named::ByToken
    } else {
        Named::None
    }
}

fn has_member(operation: &Operation, name: &str) -> bool {
    match operation.input.kind {
        Kind::Structure(members) => members.iter().any(|member| member.name == name),
        _ => false,
    }
}
