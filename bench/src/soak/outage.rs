//! The databases, the network in front of them, and the failure of the primary.

use std::thread;
use std::time::{Duration, Instant};

use testpg::{Injected, Pair, Proxy};

use super::FAULTS_PER_THOUSAND;
use crate::clock;
use crate::terminal::progress;

/// The time until the failure of the primary is noticed.
const UNNOTICED: Duration = Duration::from_secs(2);

/// A primary and its standby, each behind a proxy.
pub(super) struct Databases {
    pair: Pair,
    proxies: [Proxy; 2],
}

/// The period without a writable server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outage {
    /// When the primary was killed.
    pub(super) killed: Instant,
    /// When the standby accepted writes.
    pub(super) promoted: Instant,
}

impl Databases {
    /// Starts both, without faults yet.
    pub(super) fn start() -> Self {
        progress("starting two PostgreSQL servers");
        let pair = Pair::start();
        let proxies = [pair.primary(), pair.standby()].map(|server| Proxy::start(server.port()));
        Self { pair, proxies }
    }

    /// Connects to whichever of the two accepts writes, through the proxies.
    pub(super) fn url(&self) -> String {
        let [primary, standby] = &self.proxies;
        let hosts = format!("127.0.0.1:{},127.0.0.1:{}", primary.port(), standby.port());
        format!(
            "postgres://postgres@{hosts}/postgres?target_session_attrs=read-write&sslmode=disable"
        )
    }

    /// Starts injecting faults.
    pub(super) fn inject_faults(&self, seed: u64) {
        for (proxy, seed) in self.proxies.iter().zip([seed, !seed]) {
            proxy.faults().chaos(seed, FAULTS_PER_THOUSAND);
        }
    }

    /// Stops injecting faults.
    pub(super) fn lift(&self) {
        self.proxies.iter().for_each(|proxy| proxy.faults().lift());
    }

    /// Kills the primary in the middle of this period and promotes the standby. Blocks.
    pub(super) fn outage(&self, length: Duration) -> Outage {
        thread::sleep(length / 2);
        progress("killing the primary");
        let killed = clock::now();
        self.pair.kill_primary();
        thread::sleep(UNNOTICED);
        self.pair.promote_standby();
        progress("promoted the standby");
        Outage { killed, promoted: clock::now() }
    }

    /// The number of faults so far, by kind.
    pub(super) fn injected(&self) -> Vec<(&'static str, u64)> {
        let of = |count: fn(&Injected) -> u64| {
            self.proxies.iter().map(|proxy| count(&proxy.faults().injected())).sum()
        };
        vec![
            ("connections reset", of(|injected| injected.resets)),
            ("commits lost", of(|injected| injected.lost_requests)),
            ("answers lost", of(|injected| injected.lost_answers)),
            ("commits delayed", of(|injected| injected.late_requests)),
            ("commits refused as in a deadlock", of(|injected| injected.failed_commits)),
            ("read-only", of(|injected| injected.read_only)),
        ]
    }
}
