//! `[limits]`: how many requests may come, per client address and per pool, by the class of their
//! operation.

use std::collections::BTreeMap;

use domain::Rate;
use pools::RateLimits;
use serde::Deserialize;
use toml::Value;
use wire::Class;

use super::ConfigError;
use super::faults::Faults;
use crate::net::Network;

/// What lifts a limit. Not 0, which could be taken for "none may come".
const OFF: &str = "off";
/// The largest rate that can be set, in requests a second.
const MOST: i64 = 1_000_000;
/// How many seconds' requests may come at once.
const ADDRESS_BURST: u32 = 10;
const POOL_BURST: u32 = 2;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    per_address: Option<Value>,
    per_pool: Option<Value>,
    #[serde(default)]
    unlimited_address: Vec<String>,
}

/// The checked section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The rates of the classes that have a limit.
    pub rates: RateLimits,
    /// Client addresses that `per_address` does not count.
    pub unlimited: Vec<Network>,
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Limits {
        let per_address = rates(
            ("limits.per_address", self.per_address.as_ref()),
            default_per_address,
            ADDRESS_BURST,
            faults,
        );
        let per_pool = rates(
            ("limits.per_pool", self.per_pool.as_ref()),
            |class| Some(default_per_pool(class)),
            POOL_BURST,
            faults,
        );
        let unlimited = faults.keep_all(self.unlimited_address.iter().map(|text| network(text)));
        Limits { rates: RateLimits { per_address, per_pool }, unlimited }
    }
}

/// Strict: one address is one person, or an office behind one.
fn default_per_address(class: Class) -> Option<u32> {
    match class {
        Class::UserAuthentication | Class::UserToken | Class::ClientAuthentication => Some(20),
        Class::UserCreation | Class::UserAccountRecovery => Some(5),
        Class::IdentityFederation => Some(25),
        _ => None,
    }
}

/// Generous: so that no pool starves the others of a node.
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

/// The rates of a setting: `"off"`, or a table of classes that have others than the defaults.
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
    Ok((class, rate(value).ok_or_else(|| not_a_rate(setting, name))?))
}

/// `Some(None)`: no limit.
fn rate(value: &Value) -> Option<Option<u32>> {
    match value {
        Value::Integer(rate @ 1..=MOST) => u32::try_from(*rate).ok().map(Some),
        Value::String(word) if word == OFF => Some(None),
        _ => None,
    }
}

fn not_a_rate(setting: &str, class: &str) -> ConfigError {
    ConfigError::new(format!(
        "{setting}.{class} is not a rate; write a whole number of requests a second from 1 to {MOST}, or \"off\" for no limit."
    ))
}

fn unknown_class(setting: &str, name: &str) -> ConfigError {
    let known = Class::ALL.map(Class::name).join(", ");
    ConfigError::new(format!("{setting}.{name} is no class of operations; these are: {known}."))
}

fn network(text: &str) -> Result<Network, ConfigError> {
    text.parse().map_err(|_| {
        ConfigError::new(format!(
            "limits.unlimited_address '{text}' is not an IP address or network; write it as 10.0.0.5 or 10.0.0.0/8."
        ))
    })
}
