//! The databases, the network before them, and the death of the primary.

use std::thread;
use std::time::{Duration, Instant};

use testpg::{Injected, Pair, Proxy};

use super::FAULTS_PER_THOUSAND;
use crate::clock;
use crate::terminal::progress;

/// How long it takes until somebody has decided that the primary is dead.
const UNNOTICED: Duration = Duration::from_secs(2);

/// A primary and its standby, each behind a proxy.
pub(super) struct Databases {
    pair: Pair,
    proxies: [Proxy; 2],
}

/// When nobody took writes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outage {
    /// The primary's death.
    pub(super) killed: Instant,
    /// The standby takes writes.
    pub(super) promoted: Instant,
}

impl Databases {
    /// Both, without faults as yet.
    pub(super) fn start() -> Self {
        progress("two PostgreSQL servers");
        let pair = Pair::start();
        let proxies = [pair.primary(), pair.standby()].map(|server| Proxy::start(server.port()));
        Self { pair, proxies }
    }

    /// For whichever of the two takes writes, through the proxies.
    pub(super) fn url(&self) -> String {
        let [primary, standby] = &self.proxies;
        let hosts = format!("127.0.0.1:{},127.0.0.1:{}", primary.port(), standby.port());
        format!(
            "postgres://postgres@{hosts}/postgres?target_session_attrs=read-write&sslmode=disable"
        )
    }

    /// Faults from now on.
    pub(super) fn trouble(&self, seed: u64) {
        for (proxy, seed) in self.proxies.iter().zip([seed, !seed]) {
            proxy.faults().chaos(seed, FAULTS_PER_THOUSAND);
        }
    }

    /// No faults from now on.
    pub(super) fn lift(&self) {
        self.proxies.iter().for_each(|proxy| proxy.faults().lift());
    }

    /// Kills the primary in the middle of that time and promotes the standby. Blocks.
    pub(super) fn outage(&self, length: Duration) -> Outage {
        thread::sleep(length / 2);
        progress("the primary dies");
        let killed = clock::now();
        self.pair.kill_primary();
        thread::sleep(UNNOTICED);
        self.pair.promote_standby();
        progress("the standby is promoted");
        Outage { killed, promoted: clock::now() }
    }

    /// The faults so far, by the names of their kinds.
    pub(super) fn injected(&self) -> Vec<(&'static str, u64)> {
        let of = |count: fn(&Injected) -> u64| {
            self.proxies.iter().map(|proxy| count(&proxy.faults().injected())).sum()
        };
        vec![
            ("connections reset", of(|injected| injected.resets)),
            ("commits lost", of(|injected| injected.lost_requests)),
            ("answers lost", of(|injected| injected.lost_answers)),
            ("commits late", of(|injected| injected.late_requests)),
            ("commits refused as in a deadlock", of(|injected| injected.failed_commits)),
            ("read-only", of(|injected| injected.read_only)),
        ]
    }
}
