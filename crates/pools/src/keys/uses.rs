//! Which master keys the data are under, and whether the given ones open them.

use std::collections::BTreeMap;

use domain::seal::MasterKeys;
use store::{DataKey, Pool, Store, StoreError};

use crate::config::{data_key_context, stable_secret_context};

/// Pools read at a time.
const PAGE: u32 = 500;

/// A master key that something in the data is under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyUse {
    /// Id of the key.
    pub id: String,
    /// Number of pools with something under it.
    pub pools: usize,
    /// Whether the given key opens it.
    pub fit: KeyFit,
}

/// Whether a given master key opens what is under its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFit {
    /// It opens everything.
    Opens,
    /// It was given, but does not open something of this pool: wrong key, damage, or another row's
    /// data.
    OpensNot(String),
    /// It is not among the given keys.
    Missing,
}

/// The master keys that the data are under, ordered by id; `master` are the given ones.
///
/// # Errors
/// The store cannot be read.
pub async fn master_keys(store: &Store, master: &MasterKeys) -> Result<Vec<KeyUse>, StoreError> {
    let mut uses = BTreeMap::new();
    let mut page = Pool::page(None, PAGE);
    loop {
        let pools = store.read(page).await?;
        let data_keys: Vec<_> = pools.iter().map(|row| DataKey::of(row.pool_id.as_str())).collect();
        let data_keys = store.read(data_keys).await?;
        for (row, data_keys) in pools.iter().zip(&data_keys) {
            note(row, data_keys, master, &mut uses);
        }
        let Some(last) = pools.last() else { return Ok(uses.into_values().collect()) };
        page = Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}

fn note(
    row: &Pool,
    data_keys: &[DataKey],
    master: &MasterKeys,
    uses: &mut BTreeMap<String, KeyUse>,
) {
    let pool = &row.pool_id;
    let data_keys = data_keys.iter().map(|key| {
        let version = u32::try_from(key.version).unwrap_or_default();
        (data_key_context(pool, version), &key.master_key_id, &key.wrapped)
    });
    let wrapped =
        std::iter::once((stable_secret_context(pool), &row.master_key_id, &row.stable_secret))
            .chain(data_keys);
    let mut counted: Vec<&str> = Vec::new();
    for (context, id, bytes) in wrapped {
        let is_given = master.ids().any(|given| given == id);
        let fit = if is_given { KeyFit::Opens } else { KeyFit::Missing };
        let found =
            uses.entry(id.clone()).or_insert_with(|| KeyUse { id: id.clone(), pools: 0, fit });
        if !counted.contains(&id.as_str()) {
            counted.push(id);
            found.pools += 1;
        }
        if found.fit == KeyFit::Opens && master.unwrap(&context, id, bytes).is_err() {
            found.fit = KeyFit::OpensNot(pool.clone());
        }
    }
}
