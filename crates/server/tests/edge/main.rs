//! The edge as a client meets it: in process through the router, over TCP, and through the program itself.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod access_keys;
mod cli;
mod commands;
mod config;
mod connections;
mod copy;
mod cors;
mod dev_rules;
mod endpoints;
mod export_seed;
mod program;
mod protocol;
mod seeds;
mod serve_rules;
mod sigv4_refusals;
mod sigv4_vectors;

mod signer;
mod support;
