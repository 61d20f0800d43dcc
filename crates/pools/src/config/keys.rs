//! A pool's keys, opened: data keys, the stable secret and signing keys.

use std::sync::{PoisonError, RwLock};

use bytes::Bytes;
use domain::seal::{DataKeys, MasterKeys, Purpose, StableSecret};
use domain::token::{PublicKey, SigningKey};
use domain::{Meter, Time, token};
use store::DataKey;
use zeroize::Zeroizing;

use super::Source;
use crate::error::{Error, Fault};

/// Purpose of the keys that sign ID tokens, as stored.
pub(crate) const ID: &str = "id";
/// Purpose of the keys that sign access tokens, as stored.
pub(crate) const ACCESS: &str = "access";

const DECOY: [&str; 1] = ["decoy"];
/// About the length of an SRP verifier with its salt.
const DECOY_BYTES: usize = 420;

/// The opened keys of one pool.
pub struct PoolKeys {
    /// Versioned keys that seal the pool's values.
    pub data: DataKeys,
    /// Made with the pool and never replaced.
    pub stable: StableSecret,
    signing: Vec<KeyEntry>,
    /// The key set as last published.
    key_set: RwLock<Option<KeySet>>,
    /// A meaningless sealed value of a password's length.
    decoy: Vec<u8>,
}

/// A key set and the period in which it is valid.
struct KeySet {
    from: Time,
    until: Option<Time>,
    text: Bytes,
}

/// A signing key and its lifetime.
struct KeyEntry {
    kid: String,
    purpose: String,
    not_before: Time,
    not_after: Option<Time>,
    public: PublicKey,
    jwk: String,
    key: SigningKey,
}

impl PoolKeys {
    pub(crate) fn open(
        source: &Source,
        pool: &store::Pool,
        data_keys: &[DataKey],
        signing_keys: &[store::SigningKey],
    ) -> Result<Self, Error> {
        let pool_id = &pool.pool_id;
        let data = open_data_keys(&source.master, &source.meter, pool_id, data_keys)?;
        let stable = open_wrapped(
            &source.master,
            &stable_secret_context(pool_id),
            &pool.master_key_id,
            &pool.stable_secret,
        )?;
        let signing = signing_keys
            .iter()
            .map(|row| KeyEntry::open(source, &data, row))
            .collect::<Result<_, _>>()?;
        let decoy = data.seal(&source.rng, Purpose::Password, &DECOY, &[0; DECOY_BYTES]);
        Ok(Self {
            data,
            stable: StableSecret::new(*stable),
            signing,
            key_set: RwLock::default(),
            decoy,
        })
    }

    /// Does the work of unsealing a password and discards the result: an unknown name must cost as
    /// much as a known one.
    pub(crate) fn unseal_decoy(&self) {
        let _ = self.data.unseal(Purpose::Password, &DECOY, &self.decoy);
    }

    /// The key that signs ID tokens at `now`; a fault if the pool has none.
    pub(crate) fn id_key(&self, now: Time) -> Result<&SigningKey, Error> {
        self.signing_key(ID, now)
    }

    /// The key that signs access tokens at `now`; a fault if the pool has none.
    pub(crate) fn access_key(&self, now: Time) -> Result<&SigningKey, Error> {
        self.signing_key(ACCESS, now)
    }

    /// The public key of a published access token key, by key id.
    pub(crate) fn find_access_public(&self, kid: &str, now: Time) -> Option<&PublicKey> {
        self.signing
            .iter()
            .find(|entry| entry.purpose == ACCESS && entry.kid == kid && entry.is_published(now))
            .map(|entry| &entry.public)
    }

    /// The JSON Web Key Set (RFC 7517) of the published keys, including the next ones; ID token
    /// keys first.
    pub fn jwks(&self, now: Time) -> Bytes {
        let is_current =
            |set: &&KeySet| set.from <= now && set.until.is_none_or(|until| now < until);
        let kept = self.key_set.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = kept.as_ref().filter(is_current) {
            return set.text.clone();
        }
        drop(kept);
        let set = self.key_set(now);
        let text = set.text.clone();
        *self.key_set.write().unwrap_or_else(PoisonError::into_inner) = Some(set);
        text
    }

    fn key_set(&self, now: Time) -> KeySet {
        let of = |purpose| {
            self.signing
                .iter()
                .filter(move |entry| entry.purpose == purpose && entry.is_published(now))
        };
        let keys: Vec<&str> = of(ID).chain(of(ACCESS)).map(|entry| entry.jwk.as_str()).collect();
        // Keys only leave the set: a new one arrives with a new configuration.
        let until = of(ID).chain(of(ACCESS)).filter_map(|entry| entry.not_after).min();
        KeySet { from: now, until, text: format!("{{\"keys\":[{}]}}", keys.join(",")).into() }
    }

    fn signing_key(&self, purpose: &str, now: Time) -> Result<&SigningKey, Error> {
        signing_at(self.signing.iter().filter(|entry| entry.purpose == purpose), now, |entry| {
            entry.not_before
        })
        .map(|entry| &entry.key)
        .ok_or_else(|| Fault::new(format!("no {purpose} signing key")).into())
    }
}

impl KeyEntry {
    fn open(source: &Source, data: &DataKeys, row: &store::SigningKey) -> Result<Self, Error> {
        let fault = |what: &str| Fault::new(format!("signing key {}: {what}", row.kid));
        let pkcs8 = data
            .unseal(Purpose::SigningKey, &[&row.kid], &row.sealed)
            .map_err(|_| fault("cannot be unsealed"))?;
        let key = token::SigningKey::from_pkcs8(&pkcs8)
            .map_err(|_| fault("cannot be read"))?
            .counted_by(source.meter.clone());
        if key.kid() != row.kid {
            return Err(fault("does not match its key id").into());
        }
        Ok(Self {
            kid: row.kid.clone(),
            purpose: row.purpose.clone(),
            not_before: Time(row.not_before),
            not_after: row.not_after.map(Time),
            jwk: key.jwk().to_owned(),
            // Taken from the sealed key, not from the plain column beside it: write access to the
            // database must not be enough to plant a key.
            public: key.public_key().clone(),
            key,
        })
    }

    fn is_published(&self, now: Time) -> bool {
        self.not_after.is_none_or(|end| now < end)
    }
}

/// The key of one purpose that signs at `now`: the one that started last. Every node computes the
/// same from the stored times. A pool's first key signs from the beginning: a node whose clock is
/// behind that of the node that made the pool must be able to use it.
pub(crate) fn signing_at<T>(
    keys: impl Iterator<Item = T> + Clone,
    now: Time,
    not_before: impl Fn(&T) -> Time,
) -> Option<T> {
    let started = keys.clone().filter(|key| not_before(key) <= now);
    started.max_by_key(|key| not_before(key)).or_else(|| keys.min_by_key(|key| not_before(key)))
}

/// Context that binds a wrapped data key to its pool and version.
pub(crate) fn data_key_context(pool_id: &str, version: u32) -> String {
    format!("data-key/{pool_id}/{version}")
}

/// Context that binds a wrapped stable secret to its pool.
pub(crate) fn stable_secret_context(pool_id: &str) -> String {
    format!("stable-secret/{pool_id}")
}

/// The opened data keys of a pool.
pub(crate) fn open_data_keys(
    master: &MasterKeys,
    meter: &Meter,
    pool_id: &str,
    rows: &[DataKey],
) -> Result<DataKeys, Error> {
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        let version = u32::try_from(row.version)
            .map_err(|_| Fault::new(format!("pool {pool_id}: bad data key version")))?;
        let context = data_key_context(pool_id, version);
        let key = open_wrapped(master, &context, &row.master_key_id, &row.wrapped)?;
        versions.push((version, *key));
    }
    DataKeys::new(pool_id, versions, meter.clone())
        .map_err(|_| Fault::new(format!("pool {pool_id}: no data keys")).into())
}

fn open_wrapped(
    master: &MasterKeys,
    context: &str,
    master_key_id: &str,
    bytes: &[u8],
) -> Result<Zeroizing<[u8; 32]>, Error> {
    let opened = master.unwrap(context, master_key_id, bytes).map_err(|_| {
        Fault::new(format!("{context}: cannot be unwrapped; it needs master key {master_key_id}"))
    })?;
    let key: [u8; 32] =
        opened.as_slice().try_into().map_err(|_| Fault::new(format!("{context}: wrong length")))?;
    Ok(Zeroizing::new(key))
}
