//! `[limits]`: maximum request rates per client address and per pool, by operation class.

use std::collections::BTreeMap;

use domain::Rate;
use pools::RateLimits;
use toml::Value;
use wire::Class;

use super::ConfigError;
use super::faults::Faults;
use super::server::networks;
use super::settings::settings;
use crate::net::Network;

/// Turns a limit off. Not 0, which could be read as "no requests allowed".
const OFF: &str = "off";
/// The highest rate that can be set, in requests a second.
const MOST: i64 = 1_000_000;
/// Burst sizes, in seconds of the rate.
const ADDRESS_BURST: u32 = 10;
const POOL_BURST: u32 = 2;

/// The rates of the limited classes.
type Rates = BTreeMap<Class, Rate>;

settings! {
    /// Maximum requests a second, by operation class; docs/SECURITY.md lists the classes and their
    /// defaults. Requests beyond the limit get a TooManyRequestsException. Each server counts
    /// separately.
    section "limits" Section => Limits (Debug, Clone, PartialEq, Eq) {
        /// Limits for each client address, for operations without a signature, with a burst of ten
        /// seconds' worth. "off", or a table of classes: those not named keep their default. Behind
        /// a proxy, set server.trusted_proxy, or all its clients count as one.
        per_address: Option<Value> => Rates = |name, given: Option<Value>, faults: &mut Faults| {
            Some(rates((name, given.as_ref()), default_per_address, ADDRESS_BURST, faults))
        }, forms, r#"{ UserAuthentication = 50, UserCreation = "off" }"#;

        /// Limits for each user pool, with a burst of two seconds' worth. Same form as per_address.
        per_pool: Option<Value> => Rates = |name, given: Option<Value>, faults: &mut Faults| {
            let default = |class| Some(default_per_pool(class));
            Some(rates((name, given.as_ref()), default, POOL_BURST, faults))
        }, forms, r#""off""#;

        /// Requests with a wrong signature for each client address, with a burst of ten seconds'
        /// worth; "off" for no limit. Requests with a right one are not counted, and never refused.
        wrong_signatures: Option<Value> => Option<Rate> = wrong_signatures, forms, "50";

        /// Addresses or networks exempt from the limits for each client address: your own back ends
        /// that sign users in.
        unlimited_address: Vec<String> => Vec<Network> = networks,
        value("[]"), r#"["10.2.0.0/16"]"#;
    }
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Limits> {
        self.each(faults)
    }
}

impl Limits {
    /// The rates alone.
    pub fn rates(&self) -> RateLimits {
        let Self { per_address, per_pool, wrong_signatures, .. } = self.clone();
        let unknown_ids = Some(UNKNOWN_IDS);
        RateLimits { per_address, per_pool, wrong_signatures, unknown_ids }
    }
}

/// Look-ups of pools and app clients that do not exist, for each client address: 20 a second, 200 at
/// once. Clients ask for what exists, which costs them nothing.
const UNKNOWN_IDS: Rate = Rate::new(20, ADDRESS_BURST);

/// Wrong signatures a second. Enough to see what is wrong with a client, not for a flood.
const WRONG_SIGNATURES: u32 = 10;

#[expect(clippy::needless_pass_by_value, reason = "the form of a check")]
fn wrong_signatures(name: &str, given: Option<Value>, faults: &mut Faults) -> Option<Option<Rate>> {
    let parsed = given.as_ref().map_or(Some(Some(WRONG_SIGNATURES)), rate);
    let per_second = faults.keep(parsed.ok_or_else(|| not_a_rate(name)))?;
    Some(per_second.map(|rate| Rate::new(rate, ADDRESS_BURST)))
}

/// Strict: an address is one person, or an office behind one address.
fn default_per_address(class: Class) -> Option<u32> {
    match class {
        Class::UserAuthentication | Class::UserToken | Class::ClientAuthentication => Some(20),
        Class::UserCreation | Class::UserAccountRecovery => Some(5),
        Class::IdentityFederation => Some(25),
        _ => None,
    }
}

/// Generous: only keeps a pool from starving the others on a node.
fn default_per_pool(class: Class) -> u32 {
    match class {
        Class::UserRead => 2_000,
        Class::UserAuthentication
        | Class::UserToken
        | Class::ClientAuthentication
        | Class::IdentityFederation
        | Class::UserResourceRead => 1_000,
        Class::UserCreation
        | Class::UserUpdate
        | Class::UserResourceUpdate
        | Class::UserPoolResourceRead
        | Class::UserPoolClientRead
        | Class::IdentityPoolRead => 500,
        Class::UserAccountRecovery | Class::UserList | Class::UserPoolRead => 200,
        Class::UserPoolUpdate
        | Class::UserPoolResourceUpdate
        | Class::UserPoolClientUpdate
        | Class::IdentityPoolUpdate => 100,
    }
}

/// The rates of a setting: `"off"`, or a table of classes that override the defaults.
fn rates(
    (setting, given): (&str, Option<&Value>),
    default: impl Fn(Class) -> Option<u32>,
    burst: u32,
    faults: &mut Faults,
) -> BTreeMap<Class, Rate> {
    let mut rates: BTreeMap<Class, u32> = Class::ALL
        .into_iter()
        .filter_map(|class| default(class).map(|rate| (class, rate)))
        .collect();
    match given {
        None => {}
        Some(Value::String(word)) if word == OFF => rates.clear(),
        Some(Value::Table(table)) => {
            for (class, rate) in
                faults.keep_all(table.iter().map(|(name, value)| of_class(setting, name, value)))
            {
                match rate {
                    Some(rate) => rates.insert(class, rate),
                    None => rates.remove(&class),
                };
            }
        }
        Some(_) => faults.note(format!(
            "{setting} is neither \"off\" nor a table of classes: write [{setting}]."
        )),
    }
    rates.into_iter().map(|(class, rate)| (class, Rate::new(rate, burst))).collect()
}

fn of_class(setting: &str, name: &str, value: &Value) -> Result<(Class, Option<u32>), ConfigError> {
    let class = Class::parse(name).ok_or_else(|| unknown_class(setting, name))?;
    Ok((class, rate(value).ok_or_else(|| not_a_rate(&format!("{setting}.{name}")))?))
}

/// Parses a rate; `Some(None)` is no limit.
fn rate(value: &Value) -> Option<Option<u32>> {
    match value {
        Value::Integer(rate @ 1..=MOST) => u32::try_from(*rate).ok().map(Some),
        Value::String(word) if word == OFF => Some(None),
        _ => None,
    }
}

fn not_a_rate(setting: &str) -> ConfigError {
    ConfigError::new(format!(
        "{setting} is not a rate; write a whole number of requests a second from 1 to {MOST}, or \"off\" for no limit."
    ))
}

fn unknown_class(setting: &str, name: &str) -> ConfigError {
    let known = Class::ALL.map(Class::name).join(", ");
    ConfigError::new(format!("{setting}.{name} is not an operation class. Valid classes: {known}."))
}
