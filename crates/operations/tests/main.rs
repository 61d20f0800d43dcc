//! The tests of the operations, one binary: modules mirror `src`; `races` and `security` hold what crosses operations.
//! Each is marked as test code for the lints' sake.

#[cfg(test)]
mod aliases;
#[cfg(test)]
mod challenges;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod idp;
#[cfg(test)]
mod races;
#[cfg(test)]
mod security;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod well_known;
#[cfg(test)]
mod work;
