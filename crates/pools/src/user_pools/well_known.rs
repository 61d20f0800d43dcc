//! The public documents of a pool: its keys (RFC 7517) and its OpenID Connect discovery document.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::json;

use super::published::{self, Unpublished};
use crate::config::PoolConfig;
use crate::endpoint::Asker;
use crate::request::Server;

/// Why there is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDocument {
    /// The pool does not exist, or was not looked up.
    UnknownPool,
    /// Too many requests wait for the store already; soon it may be there.
    Busy,
    /// An internal fault, already logged.
    Internal,
}

/// The JSON Web Key Set of a pool, as JSON: every key that signs now, may have signed a token that
/// is still valid, or signs next.
///
/// `asker` says who asks: a client that asks for too many unknown pools gets
/// [`NoDocument::UnknownPool`] for each that this node does not know. `admit` gives a permit to wait
/// for the store, if one is left. What this node knows already is served without either.
///
/// # Errors
/// See [`NoDocument`].
pub async fn jwks<P: Send + 'static>(
    server: &Arc<Server>,
    pool_id: &str,
    asker: impl FnOnce() -> Asker,
    admit: impl FnOnce() -> Option<P>,
) -> Result<Bytes, NoDocument> {
    let pool = require(server, pool_id, asker, admit).await?;
    Ok(pool.keys.jwks(server.clock.now()))
}

/// The OpenID Connect discovery document of a pool, as JSON (OpenID Connect Discovery 1.0, section
/// 3). As at the service, a pool without a domain lists endpoints below its own address, which
/// answer that they do not exist. `asker` and `admit` are as for [`jwks`].
///
/// # Errors
/// See [`NoDocument`].
pub async fn discovery<P: Send + 'static>(
    server: &Arc<Server>,
    pool_id: &str,
    asker: impl FnOnce() -> Asker,
    admit: impl FnOnce() -> Option<P>,
) -> Result<Bytes, NoDocument> {
    let pool = require(server, pool_id, asker, admit).await?;
    Ok(pool.discovery.get_or_init(|| discovery_document(server, &pool)).clone())
}

fn discovery_document(server: &Server, pool: &PoolConfig) -> Bytes {
    let issuer = server.issuer(pool);
    let base = format!("{}/{}", server.settings.public_url, pool.id());
    let document = json!({
        "authorization_endpoint": format!("{base}/oauth2/authorize"),
        "id_token_signing_alg_values_supported": ["RS256"],
        "issuer": issuer,
        // Always on this server, whatever the form of the issuer: only this server has the keys.
        "jwks_uri": format!("{base}/.well-known/jwks.json"),
        "response_types_supported": ["code", "token"],
        "scopes_supported": ["openid", "email", "phone", "profile"],
        "subject_types_supported": ["public"],
        "token_endpoint": format!("{base}/oauth2/token"),
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "userinfo_endpoint": format!("{base}/oauth2/userInfo"),
    });
    document.to_string().into()
}

async fn require<P: Send + 'static>(
    server: &Arc<Server>,
    pool_id: &str,
    asker: impl FnOnce() -> Asker,
    admit: impl FnOnce() -> Option<P>,
) -> Result<Arc<PoolConfig>, NoDocument> {
    match published::find(server, pool_id, asker, admit).await {
        Ok(found) => found.ok_or(NoDocument::UnknownPool),
        Err(Unpublished::Busy) => Err(NoDocument::Busy),
        Err(Unpublished::Fault(fault)) => {
            tracing::error!(pool = pool_id, %fault, "internal fault");
            Err(NoDocument::Internal)
        }
    }
}
