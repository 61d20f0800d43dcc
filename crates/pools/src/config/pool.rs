//! One pool's configuration as a node caches it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use bytes::Bytes;
use domain::Time;
use domain::client::{AppClient, UnsetAttributes};
use domain::group::Group;
use domain::pool::UserPool;
use domain::seal::Purpose;
use store::{ConfigRev, DataKey, PoolClient, Rev, SigningKey, Store};
use zeroize::Zeroizing;

use super::asking::{Questions, is_recent};
use super::{CHECK_EVERY_MILLIS, PoolKeys, Source};
use crate::error::{Error, Fault};

/// State of a pool that is being deleted; reads treat it as missing.
pub const DELETING: &str = "deleting";

/// A pool with its keys, and those of its clients and groups that have been used.
pub struct PoolConfig {
    /// The pool's settings and rules.
    pub settings: UserPool,
    /// The pool's row, for guards in batches.
    pub row: store::Pool,
    /// Revision of the configuration when it was read.
    pub(crate) config_rev: Rev,
    /// The pool's keys.
    pub keys: PoolKeys,
    unset_attributes: UnsetAttributes,
    clients: RwLock<HashMap<String, Arc<ClientConfig>>>,
    groups: RwLock<HashMap<String, Arc<Group>>>,
    /// The discovery document, made on first use.
    pub discovery: OnceLock<Bytes>,
    checked: AtomicI64,
    pub(super) questions: Questions,
}

/// An app client with its opened secrets.
pub struct ClientConfig {
    /// The client's settings and rules.
    pub settings: AppClient,
    secrets: Vec<Zeroizing<String>>,
}

impl PoolConfig {
    /// Reads pool, keys and revision in one snapshot. `None` if the pool does not exist or is being
    /// deleted.
    pub(crate) async fn load(source: &Source, pool_id: &str) -> Result<Option<Self>, Error> {
        let now = source.clock.now();
        let (config_rev, row, data_keys, signing_keys) = source
            .store
            .read((
                ConfigRev::get(pool_id),
                store::Pool::get(pool_id),
                DataKey::of(pool_id),
                SigningKey::of(pool_id),
            ))
            .await?;
        let (Some(config_rev), Some(row)) = (config_rev, row) else { return Ok(None) };
        if row.state == DELETING {
            return Ok(None);
        }
        let pool = opened(&row)?;
        let keys = PoolKeys::open(source, &row, &data_keys, &signing_keys)?;
        Ok(Some(Self {
            settings: pool,
            row,
            config_rev: config_rev.rev,
            keys,
            unset_attributes: source.unset_attributes,
            clients: RwLock::default(),
            groups: RwLock::default(),
            discovery: OnceLock::new(),
            checked: AtomicI64::new(now.millis()),
            questions: Questions::new(),
        }))
    }

    /// The pool's id.
    pub fn id(&self) -> &str {
        &self.settings.id
    }

    /// The part of the store that holds a user's rows.
    pub(crate) fn user_part(&self, user_id: &str) -> String {
        store::placement::user_part(self.id(), self.row.n_parts, user_id)
    }

    /// The part of the store that holds the look-up row of a sign-in name.
    pub(crate) fn lookup_part(&self, kind: &str, value: &str) -> String {
        store::placement::lookup_part(self.id(), self.row.n_parts, kind, value)
    }

    /// The part of the store that holds the counters of a subject, a spent mark, or any other row
    /// placed by its own id.
    pub(crate) fn subject_part(&self, subject: &str) -> String {
        store::placement::subject_part(self.id(), self.row.n_parts, subject)
    }

    /// The part of the store that holds a group's members.
    pub fn group_part(&self, group_id: &str) -> String {
        store::placement::group_part(self.id(), self.row.n_parts, group_id)
    }

    /// An app client of this pool; `None` if the pool has no such client.
    pub(crate) async fn find_client(
        &self,
        store: &Store,
        client_id: &str,
    ) -> Result<Option<Arc<ClientConfig>>, Error> {
        if let Some(found) = read(&self.clients).get(client_id) {
            return Ok(Some(Arc::clone(found)));
        }
        let Some(row) = store.read(PoolClient::get(self.id(), client_id)).await? else {
            return Ok(None);
        };
        let found = Arc::new(self.open_client(client_id, &row)?);
        write(&self.clients).insert(client_id.to_owned(), Arc::clone(&found));
        Ok(Some(found))
    }

    /// A group by name, if it still has this id: a later group of the same name is another group.
    pub(crate) async fn find_group(
        &self,
        store: &Store,
        name: &str,
        group_id: &str,
    ) -> Result<Option<Arc<Group>>, Error> {
        if let Some(found) = read(&self.groups).get(name).filter(|group| group.group_id == group_id)
        {
            return Ok(Some(Arc::clone(found)));
        }
        let Some(row) = store.read(store::Group::get(self.id(), name)).await? else {
            return Ok(None);
        };
        if row.group_id != group_id {
            return Ok(None);
        }
        let found = Arc::new(opened_group(&row)?);
        write(&self.groups).insert(name.to_owned(), Arc::clone(&found));
        Ok(Some(found))
    }

    /// Opens the secrets of a client's row.
    pub fn open_client(&self, client_id: &str, row: &PoolClient) -> Result<ClientConfig, Error> {
        let client = client_opened(row)?.with_unset_attributes(self.unset_attributes);
        let mut secrets = Vec::new();
        for secret in &client.secrets {
            let opened = self
                .keys
                .data
                .unseal(Purpose::ClientSecret, &[client_id, &secret.id], &secret.sealed)
                .map_err(|_| {
                    Fault::new(format!("client {client_id}: a secret cannot be unsealed"))
                })?;
            let text = std::str::from_utf8(&opened)
                .map_err(|_| Fault::new(format!("client {client_id}: a secret is not text")))?;
            secrets.push(Zeroizing::new(text.to_owned()));
        }
        Ok(ClientConfig { settings: client, secrets })
    }

    pub(crate) fn is_fresh(&self, now: Time) -> bool {
        is_recent(&self.checked, CHECK_EVERY_MILLIS, now)
    }

    pub(super) fn last_check(&self) -> i64 {
        self.checked.load(Ordering::Acquire)
    }

    /// Records a check that began when the last one was `before`, unless [`PoolConfig::expire`] was
    /// called in the meantime.
    pub(super) fn checked(&self, before: i64, now: Time) {
        let _ = self.checked.compare_exchange(
            before,
            now.millis(),
            Ordering::AcqRel,
            Ordering::Acquire,
        );
    }

    pub(super) fn expire(&self) {
        self.checked.store(i64::MIN, Ordering::Release);
    }
}

impl ClientConfig {
    /// The client's current secrets, oldest first; empty for a public client.
    pub fn secrets(&self) -> &[Zeroizing<String>] {
        &self.secrets
    }
}

fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

/// Parses a pool's row.
pub fn opened(row: &store::Pool) -> Result<UserPool, Error> {
    UserPool::from_doc(&row.pool_id, &row.doc).map_err(|error| {
        Fault::caused(format!("pool {}: its document cannot be read", row.pool_id), error).into()
    })
}

/// Parses a group's row.
pub fn opened_group(row: &store::Group) -> Result<Group, Error> {
    Group::from_doc(&row.pool_id, &row.group_name, &row.group_id, row.precedence, &row.doc).map_err(
        |error| {
            Fault::caused(format!("pool {}: a group's document cannot be read", row.pool_id), error)
                .into()
        },
    )
}

/// Parses a client's row; its secrets stay sealed.
pub fn client_opened(row: &PoolClient) -> Result<AppClient, Error> {
    let PoolClient { pool_id, client_id, .. } = row;
    AppClient::from_doc(pool_id, client_id, &row.doc).map_err(|error| {
        Fault::caused(format!("client {client_id}: its document cannot be read"), error).into()
    })
}
