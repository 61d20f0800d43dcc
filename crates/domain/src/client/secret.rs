//! Client secrets: how one is chosen, how it is stored, and what proves that a caller knows it.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::{constant_time, hmac};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use wire::Sensitive;
use wire::idp::CreateUserPoolClientRequest;

use super::AppClient;
use crate::pool::{SettingsRefusal, invalid};
use crate::{Time, ids};

/// Maximum number of secrets of a client at a time; either of them authenticates it.
pub const MOST_SECRETS: usize = 2;

/// A client secret at rest. The caller seals and opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredSecret {
    /// `<client id>--<number>`: its creation time in milliseconds, or a higher number if that one
    /// was issued before.
    pub id: String,
    /// When it was added.
    pub created: Time,
    /// The sealed secret.
    pub sealed: Vec<u8>,
}

impl std::fmt::Debug for StoredSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredSecret")
            .field("id", &self.id)
            .field("created", &self.created)
            .finish_non_exhaustive()
    }
}

/// The secret that a new client is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretChoice {
    /// No secret: a public client.
    None,
    /// A secret that the server makes.
    Generate,
    /// A secret that the caller supplies.
    Given(Sensitive<String>),
}

/// The secret that the request asks for.
///
/// # Errors
/// `InvalidParameterException`: both a generated and a supplied secret.
pub fn secret_choice(
    request: &CreateUserPoolClientRequest,
) -> Result<SecretChoice, SettingsRefusal> {
    match (request.generate_secret == Some(true), &request.client_secret) {
        (true, Some(_)) => invalid("ClientSecret cannot be specified when GenerateSecret is true."),
        (true, None) => Ok(SecretChoice::Generate),
        (false, Some(secret)) => Ok(SecretChoice::Given(secret.clone())),
        (false, None) => Ok(SecretChoice::None),
    }
}

/// Why a change of a client's secrets is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretRefusal {
    /// A public client has no secrets.
    Public,
    /// The client already has the maximum number.
    TooMany,
    /// No secret has this id.
    Unknown,
    /// The last secret of a client cannot be removed.
    Last,
}

impl AppClient {
    /// The id of the next secret. No id is ever issued twice, however many secrets are added within
    /// a millisecond.
    ///
    /// # Errors
    /// [`SecretRefusal::Public`], [`SecretRefusal::TooMany`].
    pub fn new_secret_id(&self, now: Time) -> Result<String, SecretRefusal> {
        if !self.has_secret() {
            return Err(SecretRefusal::Public);
        }
        if self.secrets.len() >= MOST_SECRETS {
            return Err(SecretRefusal::TooMany);
        }
        let number = now.millis().max(self.last_secret.saturating_add(1));
        Ok(ids::client_secret_id(&self.id, Time(number)))
    }

    /// Appends a sealed secret; `false` if there are already two, in which case nothing is added.
    pub fn add_secret(&mut self, secret: StoredSecret) -> bool {
        let room = self.secrets.len() < MOST_SECRETS;
        if room {
            self.last_secret = self.last_secret.max(number_of(&secret.id));
            self.secrets.push(secret);
        }
        room
    }

    /// Removes the secret with this id.
    ///
    /// # Errors
    /// [`SecretRefusal::Unknown`], [`SecretRefusal::Last`].
    pub fn remove_secret(&mut self, id: &str) -> Result<(), SecretRefusal> {
        let at =
            self.secrets.iter().position(|secret| secret.id == id).ok_or(SecretRefusal::Unknown)?;
        if self.secrets.len() == 1 {
            return Err(SecretRefusal::Last);
        }
        self.secrets.remove(at);
        Ok(())
    }
}

/// The number at the end of a secret's id; 0 if it has no number.
pub(super) fn number_of(id: &str) -> i64 {
    id.rsplit_once("--").and_then(|(_, number)| number.parse().ok()).unwrap_or(0)
}

/// The SECRET_HASH of a request: Base64(HMAC-SHA256(key = secret, message = username ‖ client id)).
///
/// Developer guide: "Computing secret hash values".
pub fn secret_hash(secret: &str, username: &str, client_id: &str) -> String {
    STANDARD.encode(tag(secret, username, client_id))
}

/// Whether `given` is the SECRET_HASH for this secret. The comparison takes constant time.
pub fn secret_hash_matches(secret: &str, username: &str, client_id: &str, given: &str) -> bool {
    let expected = secret_hash(secret, username, client_id);
    constant_time::verify_slices_are_equal(expected.as_bytes(), given.as_bytes()).is_ok()
}

/// Whether `given` is the secret. Compares digests, in constant time, so that the length does not
/// show either.
pub fn secret_matches(secret: &str, given: &str) -> bool {
    let digest_of = |text: &str| digest(&SHA256, text.as_bytes());
    constant_time::verify_slices_are_equal(digest_of(secret).as_ref(), digest_of(given).as_ref())
        .is_ok()
}

fn tag(secret: &str, username: &str, client_id: &str) -> hmac::Tag {
    let mut context =
        hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()));
    context.update(username.as_bytes());
    context.update(client_id.as_bytes());
    context.sign()
}
