//! The edge as a client meets it: in process through the router, over TCP, and through the program itself.

mod access_keys;
mod cli;
mod config;
mod connections;
mod cors;
mod dev_rules;
mod endpoints;
mod protocol;
mod serve_rules;
mod sigv4_refusals;
mod sigv4_vectors;

mod signer;
mod support;
