//! Which keys to verify a token with.

use std::fs;

use http::StatusCode;
use serde_json::Value;
use server::text::harmless;

use super::http::{Http, HttpError, is_of_this_machine, is_protected};
use super::paste::Jwt;

/// What the flags say about whom to trust.
#[derive(Debug, Default)]
pub(crate) struct Trust<'a> {
    /// A URL or a file with the keys.
    pub(crate) jwks: Option<&'a str>,
    /// The server that hosts the pool, without a trailing slash.
    pub(crate) server: Option<&'a str>,
    /// The pool that must have issued the token.
    pub(crate) pool: Option<&'a str>,
    /// The app client that the token must be for.
    pub(crate) client: Option<&'a str>,
}

/// A pool's issuer and keys.
pub(crate) struct Known {
    /// The only accepted value of `iss`.
    pub(crate) issuer: String,
    /// The JWKS document.
    pub(crate) jwks: String,
    /// Where the document came from.
    pub(crate) place: String,
}

/// Why there are no keys. Displays as a sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoKeys {
    /// No server may be asked.
    #[error(
        "its issuer ({issuer}) is not on this machine, and other servers are contacted only on \
         request. Give the server with --server URL, or its keys with --jwks URL."
    )]
    NobodyAsked {
        /// The issuer in the token.
        issuer: String,
    },
    /// The server answered with another status.
    #[error("{url} answered {}.", status.as_u16())]
    Answered {
        /// The requested URL.
        url: String,
        /// Its status.
        status: StatusCode,
    },
    /// The server did not answer.
    #[error("{0}.")]
    Unreachable(#[from] HttpError),
    /// The server does not have the pool.
    #[error("{server} has no user pool {pool}{}.", elsewhere(issuer, pool))]
    NoPool {
        /// The server.
        server: String,
        /// The pool.
        pool: String,
        /// The server that issued the token, if it is another one.
        issuer: Option<String>,
    },
    /// The server has no discovery document.
    #[error("{0} does not answer like a user pool server.")]
    NotOfPools(String),
    /// The flags are invalid.
    #[error(transparent)]
    Refused(#[from] BadTrust),
}

/// Invalid flags. Displays as a sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BadTrust {
    /// Anyone on the network path could forge the answer.
    #[error(
        "{flag} {url} must be an https URL, or an http URL on this machine: over plain http \
         anybody on the network path can substitute other keys; download the keys yourself and \
         pass the file to --jwks."
    )]
    Unprotected {
        /// The flag.
        flag: &'static str,
        /// Its value.
        url: String,
    },
    /// The file cannot be read.
    #[error("--jwks {place} cannot be read: {source}.")]
    File {
        /// The path, as given.
        place: String,
        /// The cause.
        source: std::io::Error,
    },
}

fn elsewhere(issuer: &Option<String>, pool: &str) -> String {
    let says = |issuer: &String| format!("; the token says that {issuer}/{pool} issued it");
    issuer.as_ref().map(says).unwrap_or_default()
}

impl Trust<'_> {
    /// The server to ask: the one given, or the issuer if it is on this machine. Without a trailing
    /// slash.
    pub(crate) fn find_server(&self, jwt: &Jwt) -> Option<String> {
        let near =
            || jwt.issuer_parts().map(|(base, _)| base).filter(|base| is_of_this_machine(base));
        self.server.or_else(near).map(|server| server.trim_end_matches('/').to_owned())
    }

    /// Refuses URLs that are not safe to fetch keys from.
    pub(crate) fn require_usable(&self) -> Result<(), BadTrust> {
        let refused = |flag, url: &str| BadTrust::Unprotected { flag, url: url.to_owned() };
        match (self.server, self.jwks.filter(|place| is_url(place))) {
            (Some(server), _) if !is_protected(server) => Err(refused("--server", server)),
            (_, Some(jwks)) if !is_protected(jwks) => Err(refused("--jwks", jwks)),
            _ => Ok(()),
        }
    }

    /// Finds the issuer and the keys to verify this token with.
    pub(crate) async fn known(&self, jwt: &Jwt, http: &Http) -> Result<Known, NoKeys> {
        let (base, named) = jwt.issuer_parts().unwrap_or_default();
        let pool = self.pool.unwrap_or(named);
        if let Some(place) = self.jwks {
            let jwks = if is_url(place) { require(http, place).await? } else { read_file(place)? };
            return Ok(Known { issuer: format!("{base}/{pool}"), jwks, place: place.to_owned() });
        }
        let Some(server) = self.find_server(jwt) else {
            let issuer = harmless(jwt.find_text("iss").unwrap_or_default());
            return Err(NoKeys::NobodyAsked { issuer });
        };
        let place = format!("{server}/{pool}/.well-known/jwks.json");
        let discovery =
            require(http, &format!("{server}/{pool}/.well-known/openid-configuration")).await;
        let discovery = discovery.map_err(|no| no_pool(no, &server, base, pool))?;
        let issuer = serde_json::from_str::<Value>(&discovery).ok();
        let issuer =
            issuer.as_ref().and_then(|document| document.get("issuer")).and_then(Value::as_str);
        let issuer = issuer.ok_or_else(|| NoKeys::NotOfPools(server.clone()))?;
        Ok(Known { issuer: issuer.to_owned(), jwks: require(http, &place).await?, place })
    }
}

fn is_url(place: &str) -> bool {
    place.starts_with("http://") || place.starts_with("https://")
}

fn read_file(place: &str) -> Result<String, BadTrust> {
    fs::read_to_string(place).map_err(|source| BadTrust::File { place: place.to_owned(), source })
}

async fn require(http: &Http, url: &str) -> Result<String, NoKeys> {
    match http.get(url).await? {
        (StatusCode::OK, body) => Ok(String::from_utf8_lossy(&body).into_owned()),
        (status, _) => Err(NoKeys::Answered { url: url.to_owned(), status }),
    }
}

fn no_pool(no: NoKeys, server: &str, base: &str, pool: &str) -> NoKeys {
    match no {
        NoKeys::Answered { status: StatusCode::NOT_FOUND, .. } => NoKeys::NoPool {
            server: server.to_owned(),
            pool: pool.to_owned(),
            issuer: (base != server).then(|| harmless(base)),
        },
        other => other,
    }
}
