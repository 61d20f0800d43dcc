//! An app client as stored, bypassing the cache: for describing and changing it.

use std::sync::Arc;

use domain::client::AppClient;
use store::{Batch, ConfigRev, PoolClient, Rev};

use crate::config::{ClientConfig, PoolConfig};
use crate::error::Error;
use crate::request::Ctx;
use crate::texts;

/// An app client with its pool and its row.
pub struct StoredClient {
    /// The pool it belongs to.
    pub pool: Arc<PoolConfig>,
    /// Its row, for guards and updates.
    pub row: PoolClient,
    /// The client with its opened secrets.
    pub config: ClientConfig,
}

impl StoredClient {
    /// Reads the client.
    ///
    /// # Errors
    /// `ResourceNotFoundException` if the pool does not exist, or has no such client.
    pub async fn require(ctx: &Ctx, pool_id: &str, client_id: &str) -> Result<Self, Error> {
        let pool = ctx.require_pool(pool_id).await?;
        let row = ctx.server.store.read(PoolClient::get(pool.id(), client_id)).await?;
        let row = row.ok_or_else(|| texts::client_unknown(client_id))?;
        let config = pool.open_client(client_id, &row)?;
        Ok(Self { pool, row, config })
    }

    /// The client's settings.
    pub fn client(&self) -> &AppClient {
        &self.config.settings
    }

    /// The secret shown in descriptions: the oldest one.
    pub fn shown_secret(&self) -> Option<&str> {
        self.config.secrets().first().map(|secret| secret.as_str())
    }

    /// A batch that replaces the client as it was read, guarded by the pool's settings as they were
    /// read.
    pub fn change(&self, ctx: &Ctx, changed: &AppClient) -> Batch {
        let mut batch = ctx.batch();
        batch.unchanged(&self.pool.row);
        batch.replace(&ConfigRev { pool_id: self.pool.id().to_owned(), rev: Rev(0) });
        batch.update(&PoolClient { doc: changed.to_doc(), ..self.row.clone() });
        batch
    }
}
