//! A schema in a shared server, for one test.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::blocking::{block_on, try_connect};
use crate::cluster::Cluster;

/// A new, empty schema, which connections to its URLs use by default. When dropped, it is removed
/// with its contents, if the server is still running and nobody holds a lock.
#[derive(Debug)]
pub struct Schema {
    port: u16,
    name: String,
}

impl Schema {
    /// Creates a schema with a unique name. Blocks.
    ///
    /// # Panics
    /// If the server is down.
    #[must_use]
    pub fn create(cluster: &Cluster) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        cluster.execute(&format!("CREATE SCHEMA {name}"));
        Self { port: cluster.port(), name }
    }

    /// The schema's name, safe to use in SQL.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// For direct connections to the server. Without TLS, which the server does not support.
    pub fn url(&self) -> String {
        self.url_through(self.port)
    }

    /// For connections through another port of 127.0.0.1: that of a [`Proxy`](crate::Proxy) in
    /// front of the server.
    pub fn url_through(&self, port: u16) -> String {
        format!(
            "postgres://postgres@127.0.0.1:{port}/postgres?sslmode=disable&options=-csearch_path%3D{}",
            self.name
        )
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        let drop_schema = format!("SET lock_timeout = '2s'; DROP SCHEMA {} CASCADE", self.name);
        let url = format!("postgres://postgres@127.0.0.1:{}/postgres?connect_timeout=2", self.port);
        // If the server is gone, so is the schema.
        block_on(async || {
            if let Ok(client) = try_connect(&url).await {
                let _ = client.batch_execute(&drop_schema).await;
            }
        });
    }
}
