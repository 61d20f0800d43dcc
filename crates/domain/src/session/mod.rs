//! Token sessions: one per family of tokens, as a pool that tracks sessions remembers them of each
//! user.
//!
//! Developer guide: "Managing user sessions"; API reference: `SessionDescriptionType`.

mod doc;
mod settings;

pub use settings::{MOST_PER_USER, SSO_MINUTES};

use crate::Time;

/// A session's device text has at most so many characters (API reference, `SessionDeviceType`).
const MOST_DEVICE_CHARS: usize = 256;
/// Activity is told to the minute: what is nearer to the activity last noted is not worth a write.
const NOTED_EVERY_SECONDS: i64 = 60;

/// Where a request came from, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// What the client says of itself: at most 1,024 characters.
    device: Option<String>,
    /// The network address.
    pub address: Option<std::net::IpAddr>,
}

impl Caller {
    /// A caller with the `User-Agent` it sent, cut to what is kept.
    pub fn new(user_agent: Option<&str>, address: Option<std::net::IpAddr>) -> Self {
        let device =
            user_agent.map(|text| text.chars().take(MOST_DEVICE_CHARS).collect::<String>());
        Self {
            device: device.filter(|text| !text.is_empty()),
            address: address.map(|address| address.to_canonical()),
        }
    }

    /// What the client says of itself.
    pub fn device(&self) -> Option<&str> {
        self.device.as_deref()
    }
}

/// One live session: a family of tokens and what is known of its bearer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenSession {
    /// `tkn` and 25 characters `[a-z0-9]`.
    pub id: String,
    /// The family.
    pub origin_jti: String,
    /// The app client.
    pub client_id: String,
    /// The user's token generation when the sign-in began: a session of another one has ended.
    pub token_gen: i64,
    /// The sign-in.
    pub created: Time,
    /// The last sign-in or refresh that was noted.
    pub last_active: Time,
    /// The end of the refresh token's life.
    pub expires: Time,
    /// Where the last noted activity came from.
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

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// When the last of them ends; the epoch when there is none.
    pub fn expires(&self) -> Time {
        self.0.iter().map(|session| session.expires).max().unwrap_or(Time(0))
    }

    /// Forgets those that ended: past their life, or of another token generation than the user's.
    pub fn drop_ended(&mut self, now: Time, token_gen: i64) {
        self.0.retain(|session| now < session.expires && session.token_gen == token_gen);
    }

    /// Adds a session and gives up those used least recently until no more than `most` are left;
    /// the new one stays. What was given up is to be revoked.
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

    /// Takes the session with this id out.
    pub fn take(&mut self, id: &str) -> Option<TokenSession> {
        self.take_where(|session| session.id == id)
    }

    /// Takes the session of a family out.
    pub fn take_family(&mut self, origin_jti: &str) -> Option<TokenSession> {
        self.take_where(|session| session.origin_jti == origin_jti)
    }

    /// Notes that a family was used. `false`: there is nothing new to keep.
    pub fn note_activity(&mut self, origin_jti: &str, now: Time, caller: &Caller) -> bool {
        let Some(session) = self.0.iter_mut().find(|session| session.origin_jti == origin_jti)
        else {
            return false;
        };
        if now < session.last_active.plus_seconds(NOTED_EVERY_SECONDS) {
            return false;
        }
        session.last_active = now;
        session.caller = Caller {
            device: caller.device.clone().or_else(|| session.caller.device.take()),
            address: caller.address.or(session.caller.address),
        };
        true
    }

    fn take_where(&mut self, is_meant: impl Fn(&TokenSession) -> bool) -> Option<TokenSession> {
        let at = self.0.iter().position(is_meant)?;
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
