//! A primary and its standby.

use crate::blocking::{becomes_true, block_on, connect};
use crate::cluster::Cluster;
use crate::config::Config;

/// A primary, and a standby that has every transaction before the primary acknowledges it
/// (`synchronous_commit = on`).
#[derive(Debug)]
pub struct Pair {
    primary: Cluster,
    standby: Cluster,
}

impl Pair {
    /// Starts both and waits until the primary replicates synchronously. Blocks.
    ///
    /// # Panics
    /// Like [`Cluster::start`].
    #[must_use]
    pub fn start() -> Self {
        let primary = Cluster::start_with(Config::default().set("synchronous_commit", "on"));
        let standby = primary.start_standby();
        // Set only now, since it holds back every commit until a standby is connected; and only on
        // the primary, since the standby has no standby once promoted.
        primary.set("synchronous_standby_names", "*");
        block_on(async || is_followed(&primary).await);
        Self { primary, standby }
    }

    /// Connects to whichever of the two accepts writes.
    pub fn url(&self) -> String {
        let hosts = format!("127.0.0.1:{},127.0.0.1:{}", self.primary.port(), self.standby.port());
        format!(
            "postgres://postgres@{hosts}/postgres?target_session_attrs=read-write&sslmode=disable"
        )
    }

    /// The server that accepts writes at first.
    pub fn primary(&self) -> &Cluster {
        &self.primary
    }

    /// The standby at first.
    pub fn standby(&self) -> &Cluster {
        &self.standby
    }

    /// Kills the primary like [`Cluster::kill`]. No server accepts writes until the standby is
    /// promoted. Blocks.
    pub fn kill_primary(&self) {
        self.primary.kill();
    }

    /// Makes the standby accept writes, on its own from now on. The primary must be down and stay
    /// down. Blocks.
    ///
    /// # Panics
    /// If the promotion takes longer than a minute.
    pub fn promote_standby(&self) {
        block_on(async || {
            let client = connect(&self.standby.url()).await;
            let promoted =
                client.query_one("SELECT pg_promote(true, 60)", &[]).await.expect("a promotion");
            assert!(promoted.get::<_, bool>(0), "the standby was not promoted");
        });
    }
}

/// Waits until commits wait for the standby.
async fn is_followed(primary: &Cluster) {
    let client = connect(&primary.url()).await;
    let followed = "SELECT count(*) FROM pg_stat_replication \
                    WHERE state = 'streaming' AND sync_state = 'sync'";
    let is_followed = async || {
        client.query_one(followed, &[]).await.expect("the replication state").get::<_, i64>(0) > 0
    };
    assert!(becomes_true(is_followed).await, "the standby does not follow");
}
