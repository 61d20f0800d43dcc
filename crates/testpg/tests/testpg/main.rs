//! The servers and the proxy keep their promises to other crates' tests.

#[cfg(test)]
mod cluster;
#[cfg(test)]
mod ends;
#[cfg(test)]
mod pair;
#[cfg(test)]
mod proxy;
#[cfg(test)]
mod schema;
