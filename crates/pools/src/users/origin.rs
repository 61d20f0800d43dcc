//! Which counter an attempt on an account belongs to: that of the caller's network if the user has
//! signed in from it, otherwise the account's, which all other callers share.
//!
//! Others can therefore lock only what they share: an owner who comes back from a known network is
//! judged by that network's attempts alone. All rows are read in one call, whatever they say.

use domain::Time;
use domain::lockout::network::{KnownNetworks, Network, NetworkMac, subject_for_network};
use store::{Attempts, Batch, Get, ReadSet, Rev, User, UserNetworks};

use crate::config::PoolConfig;
use crate::request::Ctx;
use crate::users::Place;

/// Where an attempt on an account comes from.
#[derive(Clone)]
pub(crate) struct Origin {
    /// The subject of the account.
    account: String,
    network: Option<CallersNetwork>,
}

/// The network of a caller who is an end user.
#[derive(Clone)]
struct CallersNetwork {
    network: Network,
    /// The subject of the account and this network.
    subject: String,
    mac: NetworkMac,
}

/// Reads the account's counter, that of the caller's network, and the networks that are known.
pub(crate) type CounterReads = (Get<Attempts>, Option<(Get<Attempts>, Get<UserNetworks>)>);

impl Origin {
    /// `account` is the account's subject; for an unknown name, that of the simulated user.
    pub(crate) fn of(ctx: &Ctx, pool: &PoolConfig, user_id: &str, account: &str) -> Self {
        let network = network_of(ctx).map(|network| CallersNetwork {
            network,
            subject: subject_for_network(&pool.keys.stable, user_id, network),
            mac: NetworkMac::of(&pool.keys.stable, user_id, network),
        });
        Self { account: account.to_owned(), network }
    }

    /// Reads the counters of one kind.
    pub(crate) fn reads(&self, pool: &PoolConfig, place: &Place, kind: &str) -> CounterReads {
        let counter = |subject: &str| Attempts::get(&pool.subject_part(subject), subject, kind);
        let of_network = self.network.as_ref().map(|caller| {
            (counter(&caller.subject), UserNetworks::get(&place.part, &place.user_id))
        });
        (counter(&self.account), of_network)
    }

    /// The counter that the attempt belongs to, from the rows that were read.
    pub(crate) fn counter(&self, now: Time, read: <CounterReads as ReadSet>::Out) -> Counter {
        let (of_account, of_network) = read;
        let (of_network, networks) = of_network.unwrap_or_default();
        let known = known(networks.as_ref());
        let caller = self.network.as_ref();
        let network = caller.filter(|caller| known.knows(&caller.mac, now));
        let (subject, row) = match network {
            Some(caller) => (&caller.subject, of_network),
            None => (&self.account, of_account),
        };
        Counter {
            subject: subject.clone(),
            row,
            network: network.map(|caller| caller.network),
            is_owners: network.is_some() || known.is_empty(now),
            caller: caller.map(|caller| caller.mac.clone()),
            known,
            read: networks.map(|row| row.rev),
        }
    }

    /// Every subject that the caller's attempts may have been counted under.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = &str> {
        let of_network = self.network.as_ref().map(|caller| caller.subject.as_str());
        [Some(self.account.as_str()), of_network].into_iter().flatten()
    }
}

/// The counter that an attempt belongs to, as it was read.
pub(crate) struct Counter {
    /// The subject that is counted.
    pub(crate) subject: String,
    /// Its row.
    pub(crate) row: Option<Attempts>,
    /// The network that is counted; `None` if it is the account's counter.
    pub(crate) network: Option<Network>,
    /// Whether the account's owner is counted here as far as is known: the network is known, or
    /// none is.
    pub(crate) is_owners: bool,
    caller: Option<NetworkMac>,
    /// The networks that the user has signed in from, and the revision of their row.
    known: KnownNetworks,
    read: Option<Rev>,
}

impl Counter {
    /// The account's counter, for attempts that only its owner can make.
    pub(crate) fn of_account(subject: String, row: Option<Attempts>) -> Self {
        let known = KnownNetworks::default();
        Self { subject, row, network: None, is_owners: true, caller: None, known, read: None }
    }

    /// Adds to the batch that the user signs in from the caller's network, unless that is already
    /// recorded.
    pub(crate) fn learn(&self, now: Time, place: &Place, batch: &mut Batch) {
        let Some(mac) = &self.caller else { return };
        let mut networks = self.known.clone();
        if networks.note(mac.clone(), now) {
            require_user(place, batch);
            batch.put(&row_of(place, &networks), self.read);
        }
    }
}

/// Adds the caller's network to the batch as the only one that the user has signed in from. Nothing
/// is expected of what was recorded before.
pub(crate) fn trust_only_caller(ctx: &Ctx, pool: &PoolConfig, place: &Place, batch: &mut Batch) {
    match first_network(ctx, pool, place) {
        Some(row) => {
            require_user(place, batch);
            batch.replace(&row);
        }
        None => drop(batch.remove(UserNetworks::key(&place.part, &place.user_id))),
    }
}

/// The caller's network as the first one of a user; `None` if it is not known.
pub(crate) fn first_network(ctx: &Ctx, pool: &PoolConfig, place: &Place) -> Option<UserNetworks> {
    let mac = NetworkMac::of(&pool.keys.stable, &place.user_id, network_of(ctx)?);
    let mut networks = KnownNetworks::default();
    networks.note(mac, ctx.now);
    Some(row_of(place, &networks))
}

/// The network of an end user. Signed requests come from servers: their network says nothing about
/// the user, and an address that they pass on is only reported.
fn network_of(ctx: &Ctx) -> Option<Network> {
    if ctx.call.endpoint.is_signed {
        return None;
    }
    ctx.call.caller.address.map(Network::of)
}

/// Networks that cannot be read are not known; the account's counter is then everybody's.
fn known(row: Option<&UserNetworks>) -> KnownNetworks {
    row.and_then(|row| KnownNetworks::from_doc(&row.doc).ok()).unwrap_or_default()
}

fn row_of(place: &Place, networks: &KnownNetworks) -> UserNetworks {
    UserNetworks {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        doc: networks.to_doc(),
        expires: networks.expires().millis(),
        rev: Rev(0),
    }
}

/// The user must still exist, as for every row below it.
fn require_user(place: &Place, batch: &mut Batch) {
    let user = User::key(&place.part, &place.user_id);
    if !batch.names(&user) {
        batch.present(user);
    }
}
