//! An app client as stored, past the cache: what describes and changes it begins here.

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
    /// `ResourceNotFoundException` where the pool is unknown, or has no such client.
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

    /// The secret that a description shows: of two the oldest.
    pub fn shown_secret(&self) -> Option<&str> {
        self.config.secrets().first().map(|secret| secret.as_str())
    }

    /// A batch that puts the changed client in the place of the one that was read, by the rules of
    /// the pool as it was read.
    pub fn change(&self, ctx: &Ctx, changed: &AppClient) -> Batch {
        let mut batch = ctx.batch();
        batch.unchanged(&self.pool.row);
        batch.replace(&ConfigRev { pool_id: self.pool.id().to_owned(), rev: Rev(0) });
        batch.update(&PoolClient { doc: changed.to_doc(), ..self.row.clone() });
        batch
    }
}
