//! What was acknowledged is there: after the process is killed, after the power goes, on a disk
//! whose syncs are watched.
//!
//! `commits` looks at single commits of the store, `operations` at those of every operation, and
//! `crash` lets clients run against a server that is killed, or loses its power, again and again.

#[cfg(test)]
mod commits;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod in_process;
#[cfg(test)]
mod operations;
