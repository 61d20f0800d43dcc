//! The running identity server: everything that requests share.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::{fmt, io};

use domain::seal::MasterKeys;
use domain::{Clock, Meter, Rng};
use store::{DataKey, Store, StoreError};
use tokio::sync::Notify;

use super::expiry_bound::ExpiryBound;
use super::key_stock::KeyStock;
use super::mixed_pools::MixedPools;
use super::settings::{IssuerForm, Settings};
use crate::config::{ConfigCache, PoolConfig, Source, data_key_context, stable_secret_context};
use crate::limits::{PasswordChecks, PasswordHashing, Uncounted};
use crate::rates::Limits;

/// The parts a server is built from.
pub struct Parts {
    /// The only source of time.
    pub clock: Clock,
    /// The only source of randomness.
    pub rng: Rng,
    /// The store that holds all data.
    pub store: Store,
    /// The keys outside the database.
    pub master: MasterKeys,
    /// The operator's settings.
    pub settings: Settings,
    /// RSA key pairs to hand out, for tests; `None` to generate them on a thread of the server.
    pub key_pairs: Option<Vec<domain::token::SigningKey>>,
    /// Threads that compute argon2id: one for each core. At least 1 and at most 32 are started, and
    /// each keeps 19 MiB once used.
    pub hashing_threads: usize,
}

/// Why the server could not start.
#[derive(Debug)]
pub enum StartError {
    /// A thread could not be started.
    Thread {
        /// The thread's purpose.
        what: &'static str,
        /// The operating system's error.
        source: io::Error,
    },
    /// The store could not be read.
    Store(StoreError),
    /// A pool is sealed under a master key that was not given, or that does not open it.
    MasterKey {
        /// The pool's id.
        pool_id: String,
        /// Id of the key that the pool is sealed under.
        key: String,
        /// Whether a key with this id was given.
        is_given: bool,
    },
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thread { what, source } => write!(f, "cannot start the {what}: {source}"),
            Self::Store(source) => write!(f, "cannot read the store: {source}"),
            Self::MasterKey { pool_id, key, is_given } => {
                let why = if *is_given {
                    "which does not open it"
                } else {
                    "which is not among the keys given"
                };
                write!(f, "user pool {pool_id} is sealed under master key {key}, {why}")
            }
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Thread { source, .. } => Some(source),
            Self::Store(source) => Some(source),
            Self::MasterKey { .. } => None,
        }
    }
}

impl From<StoreError> for StartError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// The running server, shared by every request.
pub struct Server {
    /// The only source of time.
    pub clock: Clock,
    /// The only source of randomness.
    pub rng: Rng,
    /// The store that holds all data.
    pub store: Store,
    /// The operator's settings.
    pub settings: Settings,
    /// Request rate limits.
    pub limits: Arc<Limits>,
    /// Counters of cryptographic work.
    pub meter: Meter,
    /// The keys outside the database.
    pub master: Arc<MasterKeys>,
    /// This node's cache of pools, clients, groups and keys.
    pub config: ConfigCache,
    /// RSA key pairs made in advance.
    pub key_stock: KeyStock,
    /// Limits on concurrent password checks.
    pub(crate) password_checks: PasswordChecks,
    /// The threads that compute argon2id.
    pub(crate) password_hashing: PasswordHashing,
    /// Pools where both forms of stored passwords were found.
    pub(crate) mixed_pools: MixedPools,
    /// Subjects with a guess that could not be counted.
    pub(crate) uncounted: Uncounted,
    /// Bounds the removal of expired rows.
    pub(crate) expiry: ExpiryBound,
    /// Notified when a request leaves work for the jobs.
    pub jobs_due: Notify,
    /// Rows of pools that do not exist that this process has removed.
    pub orphaned_rows: AtomicU64,
}

/// Pools read at a time when the keys are checked.
const KEY_CHECK_PAGE: u32 = 500;

impl Server {
    /// Builds a server from its parts.
    ///
    /// # Errors
    /// [`StartError::Thread`]
    pub fn start(parts: Parts) -> Result<Arc<Self>, StartError> {
        let Parts { clock, rng, store, master, settings, key_pairs, hashing_threads } = parts;
        let thread = |what| move |source| StartError::Thread { what, source };
        let key_stock = KeyStock::start(key_pairs).map_err(thread("key maker"))?;
        let password_hashing =
            PasswordHashing::start(hashing_threads).map_err(thread("password threads"))?;
        let (master, meter) = (Arc::new(master), Meter::default());
        let limits = Arc::new(Limits::new(&settings.limits));
        let source = Source {
            clock: clock.clone(),
            rng: rng.clone(),
            store: store.clone(),
            master: Arc::clone(&master),
            meter: meter.clone(),
            unset_attributes: settings.unset_attributes,
            regions: settings.regions.clone(),
            limits: Arc::clone(&limits),
        };
        Ok(Arc::new(Self {
            expiry: ExpiryBound::new(&clock),
            clock,
            rng,
            store,
            limits,
            settings,
            meter,
            master,
            config: ConfigCache::new(source),
            key_stock,
            password_checks: PasswordChecks::default(),
            password_hashing,
            mixed_pools: MixedPools::default(),
            uncounted: Uncounted::new(),
            jobs_due: Notify::new(),
            orphaned_rows: AtomicU64::new(0),
        }))
    }

    /// The ids of the master keys, starting with the one that wraps new keys.
    pub fn master_key_ids(&self) -> impl Iterator<Item = &str> {
        self.master.ids()
    }

    /// The `iss` claim of a pool's tokens.
    #[must_use]
    pub fn issuer(&self, pool: &PoolConfig) -> String {
        let id = pool.id();
        match self.settings.issuer {
            IssuerForm::Own => format!("{}/{id}", self.settings.public_url),
            IssuerForm::Aws => {
                let updated = pool.settings.issuer_updated();
                let host = if updated { "issuer-cognito-idp" } else { "cognito-idp" };
                format!("https://{host}.{}.amazonaws.com/{id}", domain::ids::region(id))
            }
        }
    }

    /// Checks that the given master keys are the ones that the data is sealed under: a pool created
    /// under a wrong key would be lost with that key.
    ///
    /// # Errors
    /// [`StartError::MasterKey`] when a pool's secrets cannot be opened; [`StartError::Store`].
    pub async fn require_master_keys(&self) -> Result<(), StartError> {
        let mut page = store::Pool::page(None, KEY_CHECK_PAGE);
        loop {
            let read = self.store.read(page).await?;
            let data_keys: Vec<_> =
                read.iter().map(|row| DataKey::of(row.pool_id.as_str())).collect();
            let data_keys = self.store.read(data_keys).await?;
            for (row, data_keys) in read.iter().zip(&data_keys) {
                self.require_master_keys_of(row, data_keys)?;
            }
            let Some(last) = read.last() else { return Ok(()) };
            page = store::Pool::page(Some(last.pool_id.as_str()), KEY_CHECK_PAGE);
        }
    }

    fn require_master_keys_of(
        &self,
        row: &store::Pool,
        data_keys: &[DataKey],
    ) -> Result<(), StartError> {
        let pool = &row.pool_id;
        let context = stable_secret_context(pool);
        self.require_opens(pool, &context, &row.master_key_id, &row.stable_secret)?;
        for data_key in data_keys {
            let version = u32::try_from(data_key.version).unwrap_or_default();
            let context = data_key_context(pool, version);
            self.require_opens(pool, &context, &data_key.master_key_id, &data_key.wrapped)?;
        }
        Ok(())
    }

    fn require_opens(
        &self,
        pool: &str,
        context: &str,
        key: &str,
        wrapped: &[u8],
    ) -> Result<(), StartError> {
        self.master.unwrap(context, key, wrapped).map(drop).map_err(|_| StartError::MasterKey {
            pool_id: pool.to_owned(),
            key: key.to_owned(),
            is_given: self.master.ids().any(|id| id == key),
        })
    }

    /// Lets running work finish, then closes the store.
    pub async fn shutdown(&self) {
        self.store.close().await;
    }
}
