//! The SRP secret block: the server's side of an exchange, carried by the client from
//! PASSWORD_VERIFIER's challenge to its answer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{InvalidSession, wide};
use crate::seal::{DataKeys, Purpose};
use crate::{Rng, Time};

/// What the server remembers of an SRP exchange. Pool and client are bound into the seal. The
/// verifier is not part of it: it is read again, and must still have the same `credential_rev`.
#[derive(Clone, PartialEq, Eq)]
pub struct SrpBlock {
    /// Random; the key of the row that marks the block as spent.
    pub id: String,
    /// The app client, or what else the block is bound to.
    pub client_id: String,
    /// The user; for an unknown name, the simulated user.
    pub user_id: String,
    /// `USER_ID_FOR_SRP`.
    pub username: String,
    /// Lock-out subject of the sign-in.
    pub subject: String,
    /// The user's token generation at the start of the sign-in.
    pub token_gen: i64,
    /// `rev` of the password credential at that time; 0 if there is none.
    pub credential_rev: i64,
    /// Time of issue.
    pub issued: Time,
    /// Time from which it is no longer valid.
    pub expires: Time,
    /// The client's public value A.
    pub a: Vec<u8>,
    /// The server's secret value b.
    pub b: Zeroizing<[u8; 32]>,
    /// The server's public value B, kept to save computing it again.
    pub public_b: Vec<u8>,
    /// Whether the user is unknown, so that the exchange always fails.
    pub simulated: bool,
}

impl SrpBlock {
    /// `SECRET_BLOCK`: padded standard base64.
    #[must_use]
    #[expect(clippy::expect_used, reason = "INVARIANT: strings and numbers always serialise")]
    pub fn seal(&self, keys: &DataKeys, rng: &Rng) -> String {
        let body = Body {
            v: 1,
            id: self.id.clone(),
            sub: self.user_id.clone(),
            name: self.username.clone(),
            lock: self.subject.clone(),
            generation: self.token_gen,
            cred: self.credential_rev,
            iat: self.issued.millis(),
            exp: self.expires.millis(),
            a: STANDARD.encode(&self.a),
            b: STANDARD.encode(*self.b),
            pb: STANDARD.encode(&self.public_b),
            sim: u8::from(self.simulated),
        };
        let plain =
            Zeroizing::new(serde_json::to_vec(&body).expect("strings and numbers serialise"));
        STANDARD.encode(keys.seal(rng, Purpose::SrpSecretBlock, &[&self.client_id], &plain))
    }

    /// Opens a block that was sealed for `client_id`. The caller must check the user, the token
    /// generation, the credential and whether it is spent.
    ///
    /// # Errors
    /// `Invalid` for any text that `seal` did not return for this pool and client, `Expired` once
    /// it has expired.
    pub fn open(
        text: &str,
        keys: &DataKeys,
        client_id: &str,
        now: Time,
    ) -> Result<Self, InvalidSession> {
        let sealed = secret_block_bytes(text).ok_or(InvalidSession::Invalid)?;
        let plain = keys
            .unseal(Purpose::SrpSecretBlock, &[client_id], &sealed)
            .map_err(|_| InvalidSession::Invalid)?;
        let body: Body = serde_json::from_slice(&plain).map_err(|_| InvalidSession::Invalid)?;
        let block = body.into_block(client_id).ok_or(InvalidSession::Invalid)?;
        if now >= block.expires { Err(InvalidSession::Expired) } else { Ok(block) }
    }
}

/// The bytes of a `SECRET_BLOCK`, which the client's signature covers. `None` if it is not padded
/// standard base64.
#[must_use]
pub fn secret_block_bytes(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

impl std::fmt::Debug for SrpBlock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SrpBlock")
            .field("id", &self.id)
            .field("client_id", &self.client_id)
            .field("user_id", &self.user_id)
            .finish_non_exhaustive()
    }
}

#[derive(Serialize, Deserialize)]
struct Body {
    v: u32,
    id: String,
    sub: String,
    name: String,
    lock: String,
    #[serde(rename = "gen", with = "wide")]
    generation: i64,
    #[serde(with = "wide")]
    cred: i64,
    iat: i64,
    exp: i64,
    a: String,
    b: String,
    pb: String,
    sim: u8,
}

impl Body {
    fn into_block(mut self, client_id: &str) -> Option<SrpBlock> {
        let b = Zeroizing::new(STANDARD.decode(&self.b).ok()?);
        (self.v == 1).then_some(())?;
        Some(SrpBlock {
            id: std::mem::take(&mut self.id),
            client_id: client_id.to_owned(),
            user_id: std::mem::take(&mut self.sub),
            username: std::mem::take(&mut self.name),
            subject: std::mem::take(&mut self.lock),
            token_gen: self.generation,
            credential_rev: self.cred,
            issued: Time(self.iat),
            expires: Time(self.exp),
            a: STANDARD.decode(&self.a).ok()?,
            b: Zeroizing::new(b.as_slice().try_into().ok()?),
            public_b: STANDARD.decode(&self.pb).ok()?,
            simulated: self.sim != 0,
        })
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.b);
    }
}
