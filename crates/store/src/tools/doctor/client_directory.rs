//! Every app client is in the directory under its pool, and the directory names no others.

use super::Outcome;
use super::walk::{self, Pages};
use crate::records::{Directory, PoolClient};
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let live: std::collections::BTreeSet<String> =
        walk::live_pools(store).await?.into_iter().map(|pool| pool.pool_id).collect();
    let mut findings = Vec::new();
    let mut pages = Pages::<PoolClient>::all();
    while let Some(clients) = pages.next(store).await? {
        let entries = walk::with_needed(store, &clients, |client| {
            Directory::key(Directory::CLIENT, &client.client_id)
        })
        .await?;
        for (client, entry) in entries {
            if live.contains(&client.pool_id)
                && entry.is_none_or(|entry| entry.pool_id != client.pool_id)
            {
                findings.push(format!(
                    "client {} is not in the directory under its pool {}",
                    client.client_id, client.pool_id
                ));
            }
        }
    }
    let mut pages = Pages::<Directory>::all();
    while let Some(mut entries) = pages.next(store).await? {
        entries.retain(|entry| entry.kind == Directory::CLIENT && live.contains(&entry.pool_id));
        let clients = walk::with_needed(store, &entries, |entry| {
            PoolClient::key(&entry.pool_id, &entry.name)
        })
        .await?;
        for (entry, client) in clients {
            if client.is_none() {
                findings.push(format!(
                    "the directory names client {}, which pool {} lacks",
                    entry.name, entry.pool_id
                ));
            }
        }
    }
    Ok(findings)
}
