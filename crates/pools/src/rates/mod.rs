//! Request rate limits: per client address, before anything is known about the caller, and per
//! pool; how many wrong signatures of an address are answered in full; and how many ids that do not
//! exist an address can have looked up. Each node counts for itself.

mod table;

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicU64, Ordering};

use domain::{Rate, Time};
use wire::Class;

use crate::endpoint::{Asker, Endpoint};

use table::Table;

/// Sets of buckets: 65,536 recently active addresses in 1 MiB, and 16,384 pairs of pool and class.
const ADDRESS_SETS: usize = 8_192;
const POOL_SETS: usize = 2_048;

/// The operator's rate settings: a rate for each limited class. No class is limited by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RateLimits {
    /// Rates per client address, over all pools, for unsigned operations.
    pub per_address: BTreeMap<Class, Rate>,
    /// Rates per pool.
    pub per_pool: BTreeMap<Class, Rate>,
    /// Wrong signatures per client address; `None` for no limit.
    pub wrong_signatures: Option<Rate>,
    /// Look-ups of pools and app clients that do not exist, per client address, for unsigned
    /// requests; `None` for no limit.
    pub unknown_ids: Option<Rate>,
}

/// The rate limits in effect on this node.
#[derive(Debug)]
pub struct Limits {
    addresses: Scope,
    pools: Scope,
    wrong_signatures: Option<(Rate, Table)>,
    unknown_ids: Option<(Limit, Table)>,
}

/// Refusals of one kind, for metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusals {
    /// `address` or `pool`.
    pub scope: &'static str,
    /// The class of the operations refused.
    pub class: Class,
    /// Number of refused requests.
    pub count: u64,
}

#[derive(Debug)]
struct Scope {
    classes: BTreeMap<Class, Limit>,
    table: Table,
}

#[derive(Debug)]
struct Limit {
    rate: Rate,
    refused: AtomicU64,
}

impl Limits {
    pub(crate) fn new(limits: &RateLimits) -> Self {
        Self {
            addresses: Scope::new(&limits.per_address, ADDRESS_SETS),
            pools: Scope::new(&limits.per_pool, POOL_SETS),
            wrong_signatures: limits.wrong_signatures.map(|rate| (rate, Table::new(ADDRESS_SETS))),
            unknown_ids: limits
                .unknown_ids
                .map(|rate| (Limit::new(rate), Table::new(ADDRESS_SETS))),
        }
    }

    /// Whether a client address may call the endpoint now; an admitted call is counted. Signed
    /// requests are limited per pool only, since the holder of the access key is known.
    #[must_use]
    pub fn admits_address(&self, endpoint: &Endpoint, address: IpAddr, now: Time) -> bool {
        endpoint.is_signed || self.addresses.admits(endpoint.class, &client_of(address), now)
    }

    /// Whether the endpoint may be called on this pool now; an admitted call is counted. `pool_id`
    /// is `""` for calls that concern no particular pool. Signed requests have a rate of their own,
    /// so that unsigned ones cannot use it up.
    #[must_use]
    pub fn admits_pool(&self, endpoint: &Endpoint, pool_id: &str, now: Time) -> bool {
        self.pools.admits(endpoint.class, &(pool_id, endpoint.is_signed), now)
    }

    /// Whether a wrong signature from a client address is within the address's rate; if so, it is
    /// counted. Right signatures are neither counted nor refused, so that nobody can use up the
    /// rate of a caller behind the same address.
    #[must_use]
    pub fn admits_wrong_signature(&self, address: IpAddr, now: Time) -> bool {
        self.wrong_signatures
            .as_ref()
            .is_none_or(|(rate, table)| table.take(&client_of(address), *rate, now))
    }

    /// Whether an id that is not cached may be looked up for this asker. Nothing is counted yet:
    /// ids that exist cost an address nothing, so that a node can load many for it.
    pub(crate) fn admits_look_up(&self, asker: Asker, now: Time) -> bool {
        let Some((limit, table, address)) = self.unknown_ids_of(asker) else { return true };
        let is_admitted = table.has_left(&address, limit.rate, now);
        if !is_admitted {
            limit.refused.fetch_add(1, Ordering::Relaxed);
        }
        is_admitted
    }

    /// Counts an id that was looked up for this asker and does not exist.
    pub(crate) fn count_unknown(&self, asker: Asker, now: Time) {
        if let Some((limit, table, address)) = self.unknown_ids_of(asker) {
            table.charge(&address, limit.rate, now);
        }
    }

    fn unknown_ids_of(&self, asker: Asker) -> Option<(&Limit, &Table, IpAddr)> {
        match (&self.unknown_ids, asker) {
            (Some((limit, table)), Asker::Client(Some(address))) => {
                Some((limit, table, client_of(address)))
            }
            _ => None,
        }
    }

    /// How many ids were answered as unknown without being looked up.
    #[must_use]
    pub fn ids_not_looked_up(&self) -> u64 {
        self.unknown_ids.as_ref().map_or(0, |(limit, _)| limit.refused.load(Ordering::Relaxed))
    }

    /// Refusals so far, for each configured limit.
    #[must_use]
    pub fn refusals(&self) -> Vec<Refusals> {
        let of = |scope: &'static str, limits: &Scope| -> Vec<Refusals> {
            let refused = |limit: &Limit| limit.refused.load(Ordering::Relaxed);
            limits
                .classes
                .iter()
                .map(|(class, limit)| Refusals { scope, class: *class, count: refused(limit) })
                .collect()
        };
        [of("address", &self.addresses), of("pool", &self.pools)].concat()
    }
}

impl Limit {
    fn new(rate: Rate) -> Self {
        Self { rate, refused: AtomicU64::new(0) }
    }
}

impl Scope {
    fn new(rates: &BTreeMap<Class, Rate>, sets: usize) -> Self {
        let classes = rates.iter().map(|(class, rate)| (*class, Limit::new(*rate))).collect();
        // Without limits nothing needs to be kept.
        Self { classes, table: Table::new(if rates.is_empty() { 1 } else { sets }) }
    }

    fn admits(&self, class: Class, key: &impl std::hash::Hash, now: Time) -> bool {
        let Some(limit) = self.classes.get(&class) else { return true };
        let is_admitted = self.table.take(&(class, key), limit.rate, now);
        if !is_admitted {
            limit.refused.fetch_add(1, Ordering::Relaxed);
        }
        is_admitted
    }
}

/// What counts as one client: an IPv4 address, or an IPv6 /64 network, since one customer has at
/// least that much.
pub fn client_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_ipv6_is_one_client() {
        for (address, client) in [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("203.0.113.9", "203.0.113.9"),
        ] {
            assert_eq!(client_of(address.parse().unwrap()).to_string(), client);
        }
    }
}
