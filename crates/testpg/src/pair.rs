//! Two servers, one following the other.

use crate::blocking::{block_on, comes_true, connect};
use crate::cluster::Cluster;
use crate::config::Config;

/// A primary and a standby that has every transaction before it is acknowledged
/// (`synchronous_commit = on`).
#[derive(Debug)]
pub struct Pair {
    primary: Cluster,
    standby: Cluster,
}

impl Pair {
    /// Starts both and waits until the primary counts on the standby. Blocks.
    ///
    /// # Panics
    /// As [`Cluster::start`].
    #[must_use]
    pub fn start() -> Self {
        let primary = Cluster::start_with(Config::default().set("synchronous_commit", "on"));
        let standby = primary.start_standby();
        // Only now, for it holds back every commit until a standby is there; and only here, for
        // once promoted the standby has none of its own.
        primary.set("synchronous_standby_names", "*");
        block_on(async || is_followed(&primary).await);
        Self { primary, standby }
    }

    /// For connections to whichever of the two takes writes.
    pub fn url(&self) -> String {
        let hosts = format!("127.0.0.1:{},127.0.0.1:{}", self.primary.port(), self.standby.port());
        format!(
            "postgres://postgres@{hosts}/postgres?target_session_attrs=read-write&sslmode=disable"
        )
    }

    /// The server that takes writes at first.
    pub fn primary(&self) -> &Cluster {
        &self.primary
    }

    /// The server that follows at first.
    pub fn standby(&self) -> &Cluster {
        &self.standby
    }

    /// Ends the primary as [`Cluster::kill`] does. Nobody takes writes until the standby is
    /// promoted. Blocks.
    pub fn kill_primary(&self) {
        self.primary.kill();
    }

    /// Makes the standby take writes, on its own from now on. The primary has to be down, and to
    /// stay so. Blocks.
    ///
    /// # Panics
    /// When it does not within a minute.
    pub fn promote_standby(&self) {
        block_on(async || {
            let client = connect(&self.standby.url()).await;
            let promoted = client
                .query_one("SELECT pg_promote(true, 60)", &[])
                .await
                .expect("the standby is asked");
            assert!(promoted.get::<_, bool>(0), "the standby is not promoted");
        });
    }
}

/// Waits until the standby is the one that commits wait for.
async fn is_followed(primary: &Cluster) {
    let client = connect(&primary.url()).await;
    let followed = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'sync'";
    let is_followed = async || {
        client.query_one(followed, &[]).await.expect("the primary is asked").get::<_, i64>(0) > 0
    };
    assert!(comes_true(is_followed).await, "the standby does not follow");
}
