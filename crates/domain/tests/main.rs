//! The tests of the domain crate in one binary; modules mirror `src`. Each is marked as test code
//! for the sake of the lints.

#[cfg(test)]
mod challenge;
#[cfg(test)]
mod client;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod code;
#[cfg(test)]
mod credential;
#[cfg(test)]
mod expiry;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod group;
#[cfg(test)]
mod ids;
#[cfg(test)]
mod listing;
#[cfg(test)]
mod lockout;
#[cfg(test)]
mod message;
#[cfg(test)]
mod mutation;
#[cfg(test)]
mod names;
#[cfg(test)]
mod password;
#[cfg(test)]
mod pool;
#[cfg(test)]
mod rate;
#[cfg(test)]
mod rng;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod seal;
#[cfg(test)]
mod session;
#[cfg(test)]
mod srp;
#[cfg(test)]
mod token;
#[cfg(test)]
mod user;
