//! Token sessions: one per token family, kept for each user of a pool that tracks sessions.
//!
//! Developer guide: "Managing user sessions"; API reference: `SessionDescriptionType`.

mod doc;
mod settings;

pub use settings::{MOST_PER_USER, SSO_MINUTES};

use crate::Time;

/// Maximum number of characters in a session's device text (API reference, `SessionDeviceType`).
const MAX_DEVICE_CHARACTERS: usize = 256;
/// Activity is recorded to the minute: anything closer to the last record is not worth a write.
const ACTIVITY_SECONDS: i64 = 60;

/// Where a request came from, as far as known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// The client's `User-Agent`, at most 256 characters.
    device: Option<String>,
    /// The network address.
    pub address: Option<std::net::IpAddr>,
}

impl Caller {
    /// A caller with the `User-Agent` it sent, truncated to the kept length.
    pub fn new(user_agent: Option<&str>, address: Option<std::net::IpAddr>) -> Self {
        let device =
            user_agent.map(|text| text.chars().take(MAX_DEVICE_CHARACTERS).collect::<String>());
        Self {
            device: device.filter(|text| !text.is_empty()),
            address: address.map(|address| address.to_canonical()),
        }
    }

    /// The client's `User-Agent`.
    pub fn device(&self) -> Option<&str> {
        self.device.as_deref()
    }
}

/// A live session: a token family and what is known about its bearer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenSession {
    /// `tkn` and 25 characters `[a-z0-9]`.
    pub id: String,
    /// The token family.
    pub origin_jti: String,
    /// The app client.
    pub client_id: String,
    /// The user's token generation when the sign-in began; once the user has another, the session
    /// has ended.
    pub token_gen: i64,
    /// When the user signed in.
    pub created: Time,
    /// The last recorded sign-in or refresh.
    pub last_active: Time,
    /// When the refresh token expires.
    pub expires: Time,
    /// Where the last recorded activity came from.
    pub caller: Caller,
}

/// The sessions of one user, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenSessions(Vec<TokenSession>);

impl TokenSessions {
    /// The sessions, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &TokenSession> {
        self.0.iter()
    }

    /// Whether the user has no sessions.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// When the last session ends; the epoch if there is no session.
    pub fn expires(&self) -> Time {
        self.0.iter().map(|session| session.expires).max().unwrap_or(Time(0))
    }

    /// Removes the sessions that have ended: expired, or of another token generation than the
    /// user's.
    pub fn drop_ended(&mut self, now: Time, token_gen: i64) {
        self.0.retain(|session| now < session.expires && session.token_gen == token_gen);
    }

    /// Adds a session, and removes the least recently used ones until at most `most` are left; the
    /// new one stays. Returns the removed sessions, which must be revoked.
    pub fn admit(&mut self, session: TokenSession, most: usize) -> Vec<TokenSession> {
        let mut evicted = Vec::new();
        while self.0.len() >= most.max(1) {
            let oldest = self
                .0
                .iter()
                .enumerate()
                .min_by_key(|(at, one)| (one.last_active, *at))
                .map(|(at, _)| at);
            let Some(at) = oldest else { break };
            evicted.push(self.0.remove(at));
        }
        self.0.push(session);
        evicted
    }

    /// Removes and returns the session with this id.
    pub fn take(&mut self, id: &str) -> Option<TokenSession> {
        self.take_where(|session| session.id == id)
    }

    /// Removes and returns the session of a family.
    pub fn take_family(&mut self, origin_jti: &str) -> Option<TokenSession> {
        self.take_where(|session| session.origin_jti == origin_jti)
    }

    /// Records that a family was used; `false` if there is nothing new to store.
    pub fn note_activity(&mut self, origin_jti: &str, now: Time, caller: &Caller) -> bool {
        let Some(session) = self.0.iter_mut().find(|session| session.origin_jti == origin_jti)
        else {
            return false;
        };
        if now < session.last_active.plus_seconds(ACTIVITY_SECONDS) {
            return false;
        }
        session.last_active = now;
        session.caller = Caller {
            device: caller.device.clone().or_else(|| session.caller.device.take()),
            address: caller.address.or(session.caller.address),
        };
        true
    }

    fn take_where(&mut self, is_wanted: impl Fn(&TokenSession) -> bool) -> Option<TokenSession> {
        let at = self.0.iter().position(is_wanted)?;
        Some(self.0.remove(at))
    }
}

/// Whether a text has the form of a token session's id (API reference, `SessionIdType`).
pub fn is_token_session_id(text: &str) -> bool {
    let is_random = |rest: &str| {
        rest.len() == 25
            && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.strip_prefix("tkn").is_some_and(is_random)
}
