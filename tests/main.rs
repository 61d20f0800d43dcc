//! Tests of the operations, built as one binary. Modules mirror `src`; `races` and `security` hold
//! what spans operations. Every module is marked as test code for the lints.

#[cfg(test)]
mod aliases;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod bearer;
#[cfg(test)]
mod challenges;
#[cfg(test)]
mod chosen;
#[cfg(test)]
mod clocks;
#[cfg(test)]
mod copied;
#[cfg(test)]
mod fidelity;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod idp;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod nodes;
#[cfg(test)]
mod outages;
#[cfg(test)]
mod races;
#[cfg(test)]
mod rate;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod security;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod unknown_ids;
#[cfg(test)]
mod unseen_users;
#[cfg(test)]
mod upgrade;
#[cfg(test)]
mod well_known;
#[cfg(test)]
mod work;
#[cfg(test)]
mod zero_bytes;
