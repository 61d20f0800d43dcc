//! The running identity server: everything that the operations share.

use std::sync::Arc;

use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::session::Caller;
use domain::{Clock, Meter, Rng};
use store::{DataKey, Store};
use tokio::sync::Notify;

use crate::config::{ConfigCache, data_key_context, stable_secret_context};
use crate::key_stock::KeyStock;
use crate::password_checks::PasswordChecks;
use crate::rate::{Limits, RateLimits};

/// How the issuer of a pool's tokens is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuerForm {
    /// `{public_url}/{pool_id}`: verifiers fetch the keys from this server.
    Own,
    /// `https://cognito-idp.{region}.amazonaws.com/{pool_id}`: for verifiers that insist on
    /// Amazon's form.
    Aws,
}

/// What an operator sets.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The AWS account id in ARNs, 12 digits.
    pub account_id: String,
    /// Where clients reach this server; no slash at the end.
    pub public_url: String,
    /// The form of `iss`.
    pub issuer: IssuerForm,
    /// How a new password is kept.
    pub at_rest: AtRest,
    /// Every one-time code, for tests; `None` in production.
    pub fixed_code: Option<String>,
    /// The regions that pools may be in; `None`: any.
    pub regions: Option<Vec<String>>,
    /// How many requests may come.
    pub limits: RateLimits,
    /// Parts that a new pool's users are placed over, a power of two; 1 on SQLite.
    pub n_parts: u32,
}

/// What a server is made of.
pub struct Parts {
    /// The one source of time.
    pub clock: Clock,
    /// The one source of randomness.
    pub rng: Rng,
    /// Where everything is kept.
    pub store: Store,
    /// The keys outside the database.
    pub master: MasterKeys,
    /// What the operator set.
    pub settings: Settings,
    /// Ready RSA key pairs; `None`: made by a thread of the server's own. Tests pass fixed ones.
    pub key_pairs: Option<Vec<domain::token::SigningKey>>,
}

/// The server could not be made.
#[derive(Debug)]
pub struct StartError(pub String);

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StartError {}

/// The running server. Shared by every request.
pub struct Server {
    /// The one source of time.
    pub clock: Clock,
    /// The one source of randomness.
    pub rng: Rng,
    /// Where everything is kept.
    pub store: Store,
    /// What the operator set.
    pub settings: Settings,
    /// Limits on the rate of requests.
    pub limits: Limits,
    /// Counts of cryptographic work.
    pub meter: Meter,
    pub(crate) master: MasterKeys,
    pub(crate) config: ConfigCache,
    pub(crate) key_stock: KeyStock,
    pub(crate) password_checks: PasswordChecks,
    /// Rung when a request leaves work behind.
    pub(crate) jobs_due: Notify,
}

/// One request, as the edge hands it over: authenticated as the operation asks.
#[derive(Debug, Clone)]
pub struct Call {
    /// The operation named by `X-Amz-Target`.
    pub operation: &'static wire::Operation,
    /// The id in `x-amzn-RequestId`.
    pub request_id: String,
    /// The region of the request's credential scope; the default region for operations without
    /// authentication.
    pub region: String,
    /// Where the request came from, as far as the edge knows.
    pub caller: Caller,
}

/// Pools read at a time when the keys are checked.
const KEY_CHECK_PAGE: u32 = 500;

impl Server {
    /// Makes a server of its parts.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn start(parts: Parts) -> Result<Arc<Self>, StartError> {
        let Parts { clock, rng, store, master, settings, key_pairs } = parts;
        let key_stock = KeyStock::start(key_pairs)
            .map_err(|error| StartError(format!("cannot start the key maker: {error}")))?;
        let password_checks = PasswordChecks::start()
            .map_err(|error| StartError(format!("cannot start the password threads: {error}")))?;
        Ok(Arc::new(Self {
            clock,
            rng,
            store,
            limits: Limits::new(&settings.limits),
            settings,
            meter: Meter::default(),
            master,
            config: ConfigCache::new(),
            key_stock,
            password_checks,
            jobs_due: Notify::new(),
        }))
    }

    /// The ids of the master keys, the wrapping one first.
    pub fn master_key_ids(&self) -> impl Iterator<Item = &str> {
        self.master.ids()
    }

    /// Makes sure that the keys that were given are those of the data: a pool made under a wrong
    /// key would be lost with it.
    ///
    /// # Errors
    /// When a pool's secrets cannot be opened, or the store cannot be read. The text says which key
    /// is missing.
    pub async fn require_master_keys(&self) -> Result<(), StartError> {
        let mut page = store::Pool::page(None, KEY_CHECK_PAGE);
        loop {
            let read = self
                .store
                .read(page)
                .await
                .map_err(|error| StartError(format!("cannot read the store: {error}")))?;
            let data_keys: Vec<_> =
                read.iter().map(|row| DataKey::of(row.pool_id.as_str())).collect();
            let data_keys = self
                .store
                .read(data_keys)
                .await
                .map_err(|error| StartError(format!("cannot read the store: {error}")))?;
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
        self.require_opens(
            pool,
            &stable_secret_context(pool),
            &row.master_key_id,
            &row.stable_secret,
        )?;
        for data_key in data_keys {
            let version = u32::try_from(data_key.version).unwrap_or_default();
            self.require_opens(
                pool,
                &data_key_context(pool, version),
                &data_key.master_key_id,
                &data_key.wrapped,
            )?;
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
        self.master.unwrap(context, key, wrapped).map(drop).map_err(|_| {
            let why = if self.master.ids().any(|id| id == key) {
                "which does not open it"
            } else {
                "which is not among the keys given"
            };
            StartError(format!("user pool {pool} is sealed under master key {key}, {why}"))
        })
    }

    /// Lets what is under way finish, then closes the store.
    pub async fn shutdown(&self) {
        self.store.close().await;
    }
}
