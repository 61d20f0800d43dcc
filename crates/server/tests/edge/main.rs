//! The edge as clients meet it: in process through the router, over TCP, and through the program.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod access_keys;
mod cli;
mod commands;
mod config;
mod config_secrets;
mod connections;
mod copy;
mod cors;
mod dev_rules;
mod doctor;
mod endpoints;
mod export_seed;
mod init;
mod json;
mod killed_seeds;
mod logs;
mod manual;
mod messages;
mod pages;
mod program;
mod protocol;
mod rate_limits;
mod reasons;
mod seeds;
mod serve_rules;
mod settings;
mod sigv4_refusals;
mod sigv4_vectors;
mod store_away;
mod token;
mod unknown_ids;
mod upgraded;
mod wrong_signatures;

mod printed;
mod signer;
mod support;
