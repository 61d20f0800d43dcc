//! The networks that a user has signed in from. Attempts from one of them are counted by
//! themselves, so that the guesses of others do not keep the user out.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use aws_lc_rs::constant_time::verify_slices_are_equal;
use serde_json::{Value, json};

use crate::Time;
use crate::document::{BadDocument, Document};
use crate::hex::hex;
use crate::seal::StableSecret;

/// Most networks that a user can have: it bounds how many counters there are to guess against.
pub const MOST_PER_USER: usize = 8;
/// Days after which a network that was not used is forgotten.
pub const KEPT_DAYS: i64 = 90;

/// How long a noted sign-in counts as the last one.
const NOTED_FOR_DAYS: i64 = 7;
const DAY_MILLIS: i64 = 86_400_000;
/// Characters of a MAC in hexadecimal.
const MAC_CHARACTERS: usize = 64;

/// A client's network: an IPv4 /24 or an IPv6 /64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// The first address of a /24.
    V4(Ipv4Addr),
    /// The first address of a /64.
    V6(Ipv6Addr),
}

impl Network {
    /// The network of an address; an IPv4-mapped address counts as the IPv4 address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::V4(Ipv4Addr::from_bits(address.to_bits() >> 8 << 8)),
            IpAddr::V6(address) => Self::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::V4(first) => write!(f, "{first}/24"),
            Self::V6(first) => write!(f, "{first}/64"),
        }
    }
}

/// A network as it is stored: a MAC bound to the pool, by its secret, and to the user.
#[derive(Clone, PartialEq, Eq)]
pub struct NetworkMac(String);

impl NetworkMac {
    /// The MAC of a network for a user.
    #[must_use]
    pub fn of(stable: &StableSecret, user_id: &str, network: Network) -> Self {
        let network = network.to_string();
        Self(hex(&stable.mac("network", &[user_id.as_bytes(), network.as_bytes()])))
    }
}

impl fmt::Debug for NetworkMac {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NetworkMac(..)")
    }
}

/// Subject under which attempts on a user's account are counted that come from a known network.
#[must_use]
pub fn subject_for_network(stable: &StableSecret, user_id: &str, network: Network) -> String {
    let network = network.to_string();
    hex(&stable.mac("lockout", &[b"network", user_id.as_bytes(), network.as_bytes()]))
}

/// The networks of one user.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownNetworks(Vec<Known>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    mac: NetworkMac,
    /// Day of a sign-in, counted from the epoch: the last one, or one in the week before it.
    day: i64,
}

impl KnownNetworks {
    /// Whether the user has signed in from the network within the last 90 days.
    #[must_use]
    pub fn knows(&self, mac: &NetworkMac, now: Time) -> bool {
        let mut knows = false;
        for known in &self.0 {
            let is_it = verify_slices_are_equal(known.mac.0.as_bytes(), mac.0.as_bytes());
            knows |= is_it.is_ok() & known.is_kept(now);
        }
        knows
    }

    /// Whether none is known any more.
    #[must_use]
    pub fn is_empty(&self, now: Time) -> bool {
        !self.0.iter().any(|known| known.is_kept(now))
    }

    /// Number of networks, forgotten ones included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Records a sign-in; `false` if there is nothing new to store. A network's day is written again
    /// after a week, so that few sign-ins write. Forgets networks that were not used for 90 days, and
    /// the one unused for longest when there are too many.
    pub fn note(&mut self, mac: NetworkMac, now: Time) -> bool {
        let today = day_of(now);
        if self.0.iter().any(|known| known.mac == mac && known.day > today - NOTED_FOR_DAYS) {
            return false;
        }
        self.0.retain(|known| known.mac != mac && known.is_kept(now));
        while self.0.len() >= MOST_PER_USER {
            let oldest = self.0.iter().enumerate().min_by_key(|(at, known)| (known.day, *at));
            let Some((at, _)) = oldest else { break };
            self.0.remove(at);
        }
        self.0.push(Known { mac, day: today });
        true
    }

    /// When the last network is forgotten; the epoch if no network is known.
    #[must_use]
    pub fn expires(&self) -> Time {
        self.0.iter().map(Known::forgotten).max().unwrap_or_default()
    }

    /// The stored form.
    #[must_use]
    pub fn to_doc(&self) -> String {
        let written = |known: &Known| json!({ "mac": known.mac.0, "day": known.day });
        let networks: Vec<Value> = self.0.iter().map(written).collect();
        json!({ "v": 1, "networks": networks }).to_string()
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text does not hold a user's networks in a version that this server knows.
    pub fn from_doc(text: &str) -> Result<Self, BadDocument> {
        let mut doc = Document::parse("networks", text)?;
        let Some(Value::Array(networks)) = doc.take("networks") else {
            return Err(doc.bad("networks"));
        };
        let read: Option<Vec<_>> = networks.iter().map(read).collect();
        read.map(Self).ok_or_else(|| doc.bad("networks"))
    }
}

impl Known {
    fn forgotten(&self) -> Time {
        let day = self.day.saturating_add(KEPT_DAYS + 1);
        Time(day.saturating_mul(DAY_MILLIS))
    }

    fn is_kept(&self, now: Time) -> bool {
        now < self.forgotten()
    }
}

fn read(value: &Value) -> Option<Known> {
    let mac = value.get("mac")?.as_str()?;
    let is_mac = mac.len() == MAC_CHARACTERS && mac.bytes().all(|byte| byte.is_ascii_hexdigit());
    let day = value.get("day")?.as_i64()?;
    is_mac.then(|| Known { mac: NetworkMac(mac.to_owned()), day })
}

fn day_of(now: Time) -> i64 {
    now.millis().div_euclid(DAY_MILLIS)
}
