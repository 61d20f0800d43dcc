//! The challenge session.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{InvalidSession, wide};
use crate::seal::{DataKeys, Purpose};
use crate::{Rng, Time};

/// The bytes before a sealed session: they make every session begin with "AYABe", as clients
/// expect.
const PREFIX: [u8; 4] = [0x01, 0x80, 0x01, 0x78];

/// The longest session returned, in characters. The API's bound is 4,096.
const MAX_CHARACTERS: usize = 4_000;

/// What the server remembers between a challenge and its answer. Pool and client are bound into the
/// seal.
#[derive(Clone, PartialEq)]
pub struct ChallengeSession {
    /// Random; the key of the row that marks the session as spent.
    pub id: String,
    /// Name of the challenge to be answered.
    pub challenge: String,
    /// The app client, or what else the session is bound to.
    pub client_id: String,
    /// The user; for an unknown name, the simulated user.
    pub user_id: String,
    /// Lock-out subject of the sign-in.
    pub subject: String,
    /// The user's token generation at the start of the sign-in.
    pub token_gen: i64,
    /// `rev` of the credential that the sign-in relies on; 0 if there is none.
    pub credential_rev: i64,
    /// Time of issue.
    pub issued: Time,
    /// Time from which it is no longer valid.
    pub expires: Time,
    /// State of the flow. May hold secrets.
    pub state: Value,
}

/// The flow's state does not fit in a session: keep it in a sealed row and refer to that row in
/// `state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the challenge session is too long for its string")
    }
}

impl std::error::Error for TooLarge {}

impl ChallengeSession {
    /// The session's text: unpadded base64url beginning with "AYABe", at most 4,000 characters.
    ///
    /// # Errors
    /// `TooLarge` if it would be longer.
    #[expect(
        clippy::expect_used,
        reason = "INVARIANT: strings, numbers and JSON values always serialise"
    )]
    pub fn seal(&self, keys: &DataKeys, rng: &Rng) -> Result<String, TooLarge> {
        let body = Zeroizing::new(
            serde_json::to_vec(&BodyRef::of(self))
                .expect("strings, numbers and JSON values serialise"),
        );
        let sealed = keys.seal(rng, Purpose::ChallengeSession, &[&self.client_id], &body);
        let mut bytes = Vec::with_capacity(PREFIX.len() + sealed.len());
        bytes.extend_from_slice(&PREFIX);
        bytes.extend_from_slice(&sealed);
        let text = URL_SAFE_NO_PAD.encode(&bytes);
        if text.len() > MAX_CHARACTERS { Err(TooLarge) } else { Ok(text) }
    }

    /// Opens a session that was sealed for `client_id`. The caller must check the challenge, the
    /// user, the token generation, the credential and whether it is spent.
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
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| InvalidSession::Invalid)?;
        let sealed = bytes.strip_prefix(&PREFIX).ok_or(InvalidSession::Invalid)?;
        let plain = keys
            .unseal(Purpose::ChallengeSession, &[client_id], sealed)
            .map_err(|_| InvalidSession::Invalid)?;
        let body: Body = serde_json::from_slice(&plain).map_err(|_| InvalidSession::Invalid)?;
        if body.v != 1 {
            return Err(InvalidSession::Invalid);
        }
        let session = body.into_session(client_id);
        if now >= session.expires { Err(InvalidSession::Expired) } else { Ok(session) }
    }
}

impl std::fmt::Debug for ChallengeSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChallengeSession")
            .field("id", &self.id)
            .field("challenge", &self.challenge)
            .field("client_id", &self.client_id)
            .field("user_id", &self.user_id)
            .finish_non_exhaustive()
    }
}

#[derive(Serialize)]
struct BodyRef<'a> {
    v: u32,
    id: &'a str,
    ch: &'a str,
    sub: &'a str,
    lock: &'a str,
    #[serde(rename = "gen", with = "wide")]
    generation: i64,
    #[serde(with = "wide")]
    cred: i64,
    iat: i64,
    exp: i64,
    st: &'a Value,
}

impl<'a> BodyRef<'a> {
    fn of(session: &'a ChallengeSession) -> Self {
        Self {
            v: 1,
            id: &session.id,
            ch: &session.challenge,
            sub: &session.user_id,
            lock: &session.subject,
            generation: session.token_gen,
            cred: session.credential_rev,
            iat: session.issued.millis(),
            exp: session.expires.millis(),
            st: &session.state,
        }
    }
}

#[derive(Deserialize)]
struct Body {
    v: u32,
    id: String,
    ch: String,
    sub: String,
    lock: String,
    #[serde(rename = "gen", with = "wide")]
    generation: i64,
    #[serde(with = "wide")]
    cred: i64,
    iat: i64,
    exp: i64,
    st: Value,
}

impl Body {
    fn into_session(self, client_id: &str) -> ChallengeSession {
        ChallengeSession {
            id: self.id,
            challenge: self.ch,
            client_id: client_id.to_owned(),
            user_id: self.sub,
            subject: self.lock,
            token_gen: self.generation,
            credential_rev: self.cred,
            issued: Time(self.iat),
            expires: Time(self.exp),
            state: self.st,
        }
    }
}
