//! Input that strangers may send, as functions of bytes: each decodes, opens or runs its input and
//! panics if a promise is broken. `cargo test` runs them on the corpus and on seeded mutations of
//! it; `fuzz/` runs them for longer.
#![expect(clippy::expect_used, clippy::panic, reason = "a fuzz target reports by panicking")]

mod access_token;
mod challenge;
mod config;
mod edge;
mod edits;
mod every_operation;
mod filter;
mod fixture;
pub mod mutate;
mod page_token;
mod refresh_token;
mod requests;
#[path = "../../wire/tests/wire/samples.rs"]
mod samples;
mod seed;
mod sigv4;
mod srp;
mod verifier;
#[path = "../../wire/tests/wire/walk.rs"]
mod walk;

pub use access_token::access_token;
pub use challenge::challenge;
pub use config::config;
pub use edge::edge;
pub use filter::filter;
pub use page_token::page_token;
pub use refresh_token::refresh_token;
pub use requests::requests;
pub use seed::seed;
pub use sigv4::sigv4;
pub use srp::srp;
pub use verifier::verifier;

/// A function of bytes, and the inputs that mutation starts from.
#[derive(Clone, Copy)]
pub struct Target {
    /// The name of its corpus folder and of its binary in `fuzz/`.
    pub name: &'static str,
    /// Panics if a promise is broken.
    pub run: fn(&[u8]),
    /// Inputs that reach deep into the code.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// The number of mutations in an ordinary test run; they take a few seconds.
    pub mutations: usize,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target {
        name: "access_token",
        run: access_token,
        seeds: access_token::seeds,
        mutations: 2_000,
    },
    Target { name: "challenge", run: challenge, seeds: challenge::seeds, mutations: 5_000 },
    Target { name: "config", run: config, seeds: config::seeds, mutations: 5_000 },
    Target { name: "edge", run: edge, seeds: edge::seeds, mutations: 1_500 },
    Target { name: "filter", run: filter, seeds: filter::seeds, mutations: 20_000 },
    Target { name: "page_token", run: page_token, seeds: page_token::seeds, mutations: 1_500 },
    Target {
        name: "refresh_token",
        run: refresh_token,
        seeds: refresh_token::seeds,
        mutations: 5_000,
    },
    Target { name: "requests", run: requests, seeds: requests::seeds, mutations: 10_000 },
    Target { name: "seed", run: seed, seeds: seed::seeds, mutations: 5_000 },
    Target { name: "sigv4", run: sigv4, seeds: sigv4::seeds, mutations: 10_000 },
    Target { name: "srp", run: srp, seeds: srp::seeds, mutations: 1_000 },
    Target { name: "verifier", run: verifier, seeds: verifier::seeds, mutations: 2_000 },
];
