//! What was acknowledged survives: a killed process, a power loss, and a disk whose syncs are
//! watched.
//!
//! `commits` covers single commits of the store, `operations` those of every operation, and `crash`
//! runs clients against a server that is killed or loses power again and again.

#[cfg(test)]
mod commits;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod in_process;
#[cfg(test)]
mod operations;
