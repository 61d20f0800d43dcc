//! Signing keys. A rotation publishes the next keys now and lets them sign later, so that offline
//! verifiers have fetched them before the first token that they signed.

use std::fmt;
use std::sync::Arc;

use domain::seal::{DataKeys, Purpose};
use domain::{Time, ids, token};
use store::{Batch, CommitError, ConfigRev, DataKey, Pool, Rev, SigningKey};

use super::{KeyError, MOST_TRIES, overtaken};
use crate::config::{ACCESS, DELETING, ID, signing_at};
use crate::error::Error;
use crate::request::Server;

/// Least time in seconds that keys are published before they sign: verifiers may cache the key set
/// for an hour; five minutes are for caches on the way and for differing clocks.
pub const LEAST_LEAD_SECONDS: i64 = 3_600 + 300;
/// Most time in seconds before new keys sign; more is a mistake.
pub const MOST_LEAD_SECONDS: i64 = 90 * 86_400;
/// Seconds until the last token of a key has expired: at most a day, plus an hour for differing
/// clocks and running requests.
const LAST_TOKEN_SECONDS: i64 = 25 * 3_600;
/// Seconds for which a retired key is still listed.
const KEPT_SECONDS: i64 = 7 * 86_400;

/// Stage in the life of a signing key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// Published, and signs later.
    Next,
    /// Signs.
    Current,
    /// No longer signs; published until the tokens that it signed have expired.
    Retiring,
    /// No longer published.
    Retired,
}

impl fmt::Display for KeyState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Next => "next",
            Self::Current => "current",
            Self::Retiring => "retiring",
            Self::Retired => "retired",
        })
    }
}

/// A signing key in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedKey {
    /// Key id in token headers and in the key set.
    pub kid: String,
    /// `id` or `access`: the kind of tokens that it signs.
    pub purpose: String,
    /// Its current stage.
    pub state: KeyState,
    /// When it starts to sign.
    pub not_before: Time,
    /// When its publication ends; `None` until a rotation sets it.
    pub not_after: Option<Time>,
}

/// Result of a rotation of signing keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// When the new keys start to sign. They are already published.
    pub signs_from: Time,
    /// When the publication of the old keys ends.
    pub old_until: Time,
}

/// A pool's signing keys: those of ID tokens first, each kind in the order in which they sign.
///
/// # Errors
/// An unknown pool; a fault of the store.
pub async fn list(server: &Server, pool_id: &str) -> Result<Vec<ListedKey>, KeyError> {
    let now = server.clock.now();
    let (_, _, mut rows) = read(server, pool_id).await?;
    rows.sort_by(|a, b| {
        (b.purpose.as_str(), a.not_before).cmp(&(a.purpose.as_str(), b.not_before))
    });
    let listed = |row: &SigningKey| ListedKey {
        kid: row.kid.clone(),
        purpose: row.purpose.clone(),
        state: state(row, &rows, now),
        not_before: Time(row.not_before),
        not_after: row.not_after.map(Time),
    };
    Ok(rows.iter().map(listed).collect())
}

/// Makes a pool's next two keys, which sign `lead_seconds` from now, and retires the present ones
/// 25 hours after that. It is one commit: every node finds the same times and uses the same key.
///
/// # Errors
/// An unknown pool, a lead out of bounds, an incomplete earlier rotation; a fault.
pub async fn rotate(
    server: &Server,
    pool_id: &str,
    lead_seconds: i64,
) -> Result<Rotated, KeyError> {
    if !(LEAST_LEAD_SECONDS..=MOST_LEAD_SECONDS).contains(&lead_seconds) {
        return Err(KeyError::Refused(format!(
            "new keys cannot start signing {lead_seconds} seconds from now: verifiers may keep the \
             key set for an hour, so it must be at least {LEAST_LEAD_SECONDS} seconds, and at most \
             {MOST_LEAD_SECONDS}"
        )));
    }
    let now = server.clock.now();
    let rev = Rev(server.rng.positive_i63());
    let signs_from = now.plus_seconds(lead_seconds);
    let rotated = Rotated { signs_from, old_until: signs_from.plus_seconds(LAST_TOKEN_SECONDS) };
    // Made once: a conflict is no reason to make new ones.
    let mut pairs = Vec::new();
    for _ in 0..MOST_TRIES {
        let (pool, data_keys, rows) = read(server, pool_id).await?;
        require_settled(&rows, now)?;
        let keys = server.config.open_keys(&pool, &data_keys, &rows)?;
        let mut batch = Batch::new(rev);
        batch
            .at(now.millis())
            .unchanged(&pool)
            .replace(&ConfigRev { pool_id: pool_id.to_owned(), rev });
        for row in rows.into_iter().filter(|row| row.not_after.is_none()) {
            batch.update(&SigningKey { not_after: Some(rotated.old_until.millis()), ..row });
        }
        let purposes = [ID, ACCESS];
        while pairs.len() < purposes.len() {
            pairs.push(server.key_stock.take().await?);
        }
        for (purpose, pair) in purposes.into_iter().zip(&pairs) {
            batch.insert(&new_signing_key(server, pool_id, purpose, signs_from, &keys.data, pair));
        }
        match server.store.commit(batch).await {
            Ok(()) => {
                server.config.forget(pool_id);
                return Ok(rotated);
            }
            Err(CommitError::Conflict) => {}
            Err(CommitError::Store(error)) => return Err(error.into()),
        }
    }
    Err(overtaken())
}

/// The row of a pool's new signing key, with the private key sealed.
pub(crate) fn new_signing_key(
    server: &Server,
    pool_id: &str,
    purpose: &str,
    not_before: Time,
    keys: &DataKeys,
    pair: &token::SigningKey,
) -> SigningKey {
    SigningKey {
        pool_id: pool_id.to_owned(),
        kid: pair.kid().to_owned(),
        purpose: purpose.to_owned(),
        not_before: not_before.millis(),
        not_after: None,
        public: pair.public().to_vec(),
        sealed: keys.seal(&server.rng, Purpose::SigningKey, &[pair.kid()], &pair.pkcs8()),
        rev: Rev(0),
    }
}

/// Removes the keys of a pool that were retired at least a week ago. Nothing has used them since,
/// so no cache has to be invalidated.
pub(crate) async fn remove_retired(
    server: &Arc<Server>,
    pool_id: &str,
    until: Time,
) -> Result<(), Error> {
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    for row in server.store.read(SigningKey::of(pool_id)).await? {
        if row.not_after.is_some_and(|end| Time(end).plus_seconds(KEPT_SECONDS) <= until) {
            batch.remove(SigningKey::key(pool_id, row.kid.as_str()));
        }
    }
    if batch.is_empty() {
        return Ok(());
    }
    match server.store.commit(batch).await {
        Ok(()) | Err(CommitError::Conflict) => Ok(()),
        Err(CommitError::Store(error)) => Err(error.into()),
    }
}

async fn read(
    server: &Server,
    pool_id: &str,
) -> Result<(Pool, Vec<DataKey>, Vec<SigningKey>), KeyError> {
    let unknown = || KeyError::Refused(format!("there is no user pool {}", pool_id.escape_debug()));
    if !ids::is_pool_id(pool_id) {
        return Err(unknown());
    }
    let set = (Pool::get(pool_id), DataKey::of(pool_id), SigningKey::of(pool_id));
    let (pool, data_keys, signing_keys) = server.store.read(set).await?;
    let pool = pool.filter(|pool| pool.state != DELETING).ok_or_else(unknown)?;
    Ok((pool, data_keys, signing_keys))
}

/// Refuses a second rotation before the keys of the first one sign: unused keys would pile up, and
/// which one comes next would be arbitrary.
fn require_settled(rows: &[SigningKey], now: Time) -> Result<(), KeyError> {
    match rows.iter().find(|row| state(row, rows, now) == KeyState::Next) {
        None => Ok(()),
        Some(next) => Err(KeyError::UnderWay(Time(next.not_before))),
    }
}

fn state(row: &SigningKey, rows: &[SigningKey], now: Time) -> KeyState {
    let same_kind = rows.iter().filter(|other| other.purpose == row.purpose);
    let current = signing_at(same_kind, now, |row| Time(row.not_before));
    if current.is_some_and(|current| current.kid == row.kid) {
        // Also if it is newer than this node's clock.
        KeyState::Current
    } else if Time(row.not_before) > now {
        KeyState::Next
    } else if row.not_after.is_some_and(|end| Time(end) <= now) {
        KeyState::Retired
    } else {
        KeyState::Retiring
    }
}
