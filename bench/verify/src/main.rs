//! Verifies one access token repeatedly with poolkeeper-verify and with jsonwebtoken, with the same
//! checks: form, key by id, RS256, issuer, expiry, one of two scopes, token use, app client. One
//! thread, cached keys.
//!
//!     cargo run --release --locked --manifest-path bench/verify/Cargo.toml

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

mod comparison;
mod token;

use std::hint::black_box;
use std::time::Instant;

use poolkeeper_verify::{Pool, Verifier};

type Verify<'v> = &'v dyn Fn(&str) -> String;

const ROUNDS: usize = 1000;
const PER_ROUND: u32 = 50;

fn main() {
    let token = token::sign();
    let verifier = Verifier::builder()
        .pool(Pool::issuer(token::ISSUER).expect("an issuer").jwks(&token.jwks).expect("a JWKS"))
        .access_tokens()
        .client(token::CLIENT)
        .any_scope(["orders/read", "orders/write"])
        .without_fetching()
        .build()
        .expect("a verifier");
    let jsonwebtoken = comparison::Keys::of(&token.jwks);
    let cases: [(&str, Verify<'_>); 4] = [
        ("the RSA signature alone (aws-lc-rs, key parsed once)", &|text| {
            token.verify_signature(text)
        }),
        ("poolkeeper-verify, all claims returned", &|text| {
            verifier.verify_cached(text).expect("good").sub().to_owned()
        }),
        ("jsonwebtoken, all claims returned", &|text| jsonwebtoken.all_claims(text).expect("good")),
        ("jsonwebtoken, only the checked claims read", &|text| {
            jsonwebtoken.checked_claims(text).expect("good")
        }),
    ];
    println!(
        "a token of {} bytes, {ROUNDS} rounds of {PER_ROUND}: best, median, median's rate",
        token.text.len()
    );
    let mut times = vec![Vec::new(); cases.len()];
    for round in 0..=ROUNDS {
        for ((_, verify), times) in cases.iter().zip(&mut times) {
            let took = nanoseconds(&token.text, verify);
            // The first round warms up.
            if round > 0 {
                times.push(took);
            }
        }
    }
    for ((name, _), mut times) in cases.into_iter().zip(times) {
        times.sort_by(f64::total_cmp);
        let (best, median) = (times[0], times[times.len() / 2]);
        println!(
            "{name:<55} {:>6.1} us  {:>6.1} us  {:>7.0}/s",
            best / 1000.0,
            median / 1000.0,
            1e9 / median
        );
    }
}

fn nanoseconds(token: &str, verify: Verify<'_>) -> f64 {
    let begun = Instant::now();
    for _ in 0..PER_ROUND {
        black_box(verify(black_box(token)));
    }
    begun.elapsed().as_secs_f64() * 1e9 / f64::from(PER_ROUND)
}
