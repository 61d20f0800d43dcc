//! Signing keys: a rotation publishes the next ones now and lets them sign later, so that whoever
//! verifies tokens offline has fetched them before it meets the first token they signed.

use std::fmt;
use std::sync::Arc;

use domain::seal::{DataKeys, Purpose};
use domain::{Time, ids, token};
use store::{Batch, CommitError, ConfigRev, DataKey, Pool, Rev, SigningKey};

use super::{KeyError, MOST_TRIES, overtaken};
use crate::config::{ACCESS, DELETING, ID, signing_at};
use crate::error::Error;
use crate::request::Server;

/// The next keys are published at least this long before they sign: verifiers may keep the key set
/// for an hour, and five minutes are for caches on the way and for clocks that differ.
pub const LEAST_LEAD_SECONDS: i64 = 3_600 + 300;
/// More is a mistake.
pub const MOST_LEAD_SECONDS: i64 = 90 * 86_400;
/// A token lives for a day at most; an hour is for clocks that differ and for requests under way.
const LAST_TOKEN_SECONDS: i64 = 25 * 3_600;
/// For how long a retired key is still listed.
const KEPT_SECONDS: i64 = 7 * 86_400;

/// Where a key is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// Published, and signs later.
    Next,
    /// Signs.
    Current,
    /// Signs no more; published until the tokens it signed have expired.
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

/// A signing key as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedKey {
    /// The id in token headers and in the key set.
    pub kid: String,
    /// `id` or `access`: the tokens it signs.
    pub purpose: String,
    /// Where it is in its life now.
    pub state: KeyState,
    /// From when it signs.
    pub not_before: Time,
    /// Until when it is published; `None` while no rotation has said so.
    pub not_after: Option<Time>,
}

/// What a rotation has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// From when the new keys sign. They are published already.
    pub signs_from: Time,
    /// Until when the old ones stay published.
    pub old_until: Time,
}

/// A pool's signing keys: ID tokens' first, each kind in the order in which they sign.
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

/// Makes the next two keys of a pool, which sign `lead_seconds` from now, and retires the present
/// ones 25 hours after that. One commit: every node finds the same times and uses the same key.
///
/// # Errors
/// An unknown pool, a lead out of bounds, a rotation that has not come to its end; a fault.
pub async fn rotate(
    server: &Server,
    pool_id: &str,
    lead_seconds: i64,
) -> Result<Rotated, KeyError> {
    if !(LEAST_LEAD_SECONDS..=MOST_LEAD_SECONDS).contains(&lead_seconds) {
        return Err(KeyError::Refused(format!(
            "new keys cannot sign {lead_seconds} seconds from now: verifiers may keep the key set for an hour, so at least \
             {LEAST_LEAD_SECONDS}, and at most {MOST_LEAD_SECONDS}"
        )));
    }
    let now = server.clock.now();
    let rev = Rev(server.rng.positive_i63());
    let signs_from = now.plus_seconds(lead_seconds);
    let rotated = Rotated { signs_from, old_until: signs_from.plus_seconds(LAST_TOKEN_SECONDS) };
    // Made once: a conflict is no reason to make others.
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

/// A key pair, sealed, as the row of a pool.
pub fn new_signing_key(
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

/// Removes the keys of a pool that were retired a week ago or longer. Nothing has used them since,
/// so no cache has to hear of it.
pub(crate) async fn remove_retired(server: &Arc<Server>, pool_id: &str) -> Result<(), Error> {
    let now = server.clock.now();
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    for row in server.store.read(SigningKey::of(pool_id)).await? {
        if row.not_after.is_some_and(|end| Time(end).plus_seconds(KEPT_SECONDS) <= now) {
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

/// Refuses a second rotation before the first one's keys sign: the keys that nobody has used yet
/// would pile up, and which one comes next would be a matter of luck.
fn require_settled(rows: &[SigningKey], now: Time) -> Result<(), KeyError> {
    match rows.iter().find(|row| Time(row.not_before) > now) {
        None => Ok(()),
        Some(next) => Err(KeyError::UnderWay(Time(next.not_before))),
    }
}

fn state(row: &SigningKey, rows: &[SigningKey], now: Time) -> KeyState {
    let same_kind = rows.iter().filter(|other| other.purpose == row.purpose);
    let current = signing_at(same_kind, now, |row| Time(row.not_before));
    if Time(row.not_before) > now {
        KeyState::Next
    } else if current.is_some_and(|current| current.kid == row.kid) {
        KeyState::Current
    } else if row.not_after.is_some_and(|end| Time(end) <= now) {
        KeyState::Retired
    } else {
        KeyState::Retiring
    }
}
