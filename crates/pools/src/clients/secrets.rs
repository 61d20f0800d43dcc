//! How an app client authenticates: SECRET_HASH, or the plain secret for operations that take it.

use domain::client::{secret_hash_matches, secret_matches};
use wire::ExceptionType as Kind;

use crate::config::ClientConfig;
use crate::error::{Error, refuse};

/// How an app client authenticates on behalf of a user that it names.
#[derive(Clone, Copy)]
pub enum ClientProof<'a> {
    /// SECRET_HASH, as sent: Base64 of an HMAC over the username and the client id.
    SecretHash(Option<&'a str>),
    /// The client has shown its plain secret; see [`check_plain`].
    Plain(Shown),
}

/// Evidence that a client showed its plain secret, or has none. Only [`check_plain`] makes it.
#[derive(Debug, Clone, Copy)]
pub struct Shown(());

impl ClientProof<'_> {
    /// Checks the proof over the username as sent.
    ///
    /// # Errors
    /// `NotAuthorizedException`
    pub(crate) fn check(self, client: &ClientConfig, username: &str) -> Result<(), Error> {
        match self {
            Self::SecretHash(given) => check_hash(client, username, given),
            Self::Plain(Shown(())) => Ok(()),
        }
    }
}

/// Checks SECRET_HASH = Base64(HMAC-SHA256(client secret, username ‖ client id)) over the username
/// as sent. Public clients ignore it.
///
/// # Errors
/// `NotAuthorizedException` for a missing or wrong hash.
pub(crate) fn check_hash(
    client: &ClientConfig,
    username: &str,
    given: Option<&str>,
) -> Result<(), Error> {
    require_hash(client, username, given, wrong)
}

/// Like [`check_hash`] for a refresh, which uses the real username and has a text of its own.
pub(crate) fn check_hash_on_refresh(
    client: &ClientConfig,
    username: &str,
    given: Option<&str>,
) -> Result<(), Error> {
    require_hash(client, username, given, wrong_on_refresh)
}

/// Refuses a client with a secret that sent neither it nor a hash, before anything is read.
pub(crate) fn require_present(client: &ClientConfig, given: Option<&str>) -> Result<(), Error> {
    if client.settings.has_secret() && given.is_none_or(str::is_empty) {
        Err(missing(&client.settings.id))
    } else {
        Ok(())
    }
}

/// Checks the plain secret, for operations that take it instead of the hash.
///
/// # Errors
/// `NotAuthorizedException` for a missing or wrong secret.
pub fn check_plain(client: &ClientConfig, given: Option<&str>) -> Result<Shown, Error> {
    require_present(client, given)?;
    if plain_matches(client, given) { Ok(Shown(())) } else { Err(wrong(&client.settings.id)) }
}

/// Whether the plain secret is one of the client's; always `true` for a public client.
pub fn plain_matches(client: &ClientConfig, given: Option<&str>) -> bool {
    if !client.settings.has_secret() {
        return true;
    }
    let given = given.unwrap_or_default();
    // Every secret is compared, so that the time does not reveal which one matched.
    client.secrets().iter().fold(false, |found, secret| secret_matches(secret, given) | found)
}

fn require_hash(
    client: &ClientConfig,
    username: &str,
    given: Option<&str>,
    wrong: fn(&str) -> Error,
) -> Result<(), Error> {
    require_present(client, given)?;
    if !client.settings.has_secret() {
        return Ok(());
    }
    let (id, given) = (&client.settings.id, given.unwrap_or_default());
    // Every secret is compared, so that the time does not reveal which one matched.
    let good = client
        .secrets()
        .iter()
        .fold(false, |found, secret| secret_hash_matches(secret, username, id, given) | found);
    if good { Ok(()) } else { Err(wrong(id)) }
}

fn wrong_on_refresh(client_id: &str) -> Error {
    refuse(Kind::NotAuthorized, format!("SecretHash does not match for the client: {client_id}"))
}

fn wrong(client_id: &str) -> Error {
    refuse(Kind::NotAuthorized, format!("Unable to verify secret hash for client {client_id}"))
}

fn missing(client_id: &str) -> Error {
    refuse(
        Kind::NotAuthorized,
        format!("Client {client_id} is configured for secret but secret was not received"),
    )
}
