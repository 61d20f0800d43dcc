use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::digest::{self, SHA256};
use aws_lc_rs::rand::{SecureRandom, SystemRandom};

use crate::hex::uuid_form;

/// A source of randomness. Clones share it, so a seeded one never repeats itself.
#[derive(Clone)]
pub struct Rng(Source);

#[derive(Clone)]
enum Source {
    System(SystemRandom),
    Seeded { seed: u64, fills: Arc<AtomicU64> },
}

impl Rng {
    /// The machine's cryptographically secure generator.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the system's randomness is taken"
    )]
    pub fn system() -> Rng {
        Rng(Source::System(SystemRandom::new()))
    }

    /// A deterministic stream for tests: SHA-256 over seed and counters. Never for production.
    #[must_use]
    pub fn seeded(seed: u64) -> Rng {
        Rng(Source::Seeded { seed, fills: Arc::new(AtomicU64::new(0)) })
    }

    /// Fills `out` with random bytes.
    pub fn fill(&self, out: &mut [u8]) {
        match &self.0 {
            Source::System(system) => fill_from_system(system, out),
            Source::Seeded { seed, fills } => {
                fill_seeded(*seed, fills.fetch_add(1, Ordering::SeqCst), out);
            }
        }
    }

    /// `N` random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.fill(&mut out);
        out
    }

    /// A uniform number in `0..bound`, without the bias of a plain remainder; 0 when `bound` is 0.
    #[must_use]
    pub fn below(&self, bound: u32) -> u32 {
        if bound == 0 {
            return 0;
        }
        // Draws below 2^32 mod bound are discarded, which leaves a whole multiple of `bound`
        // values.
        let threshold = bound.wrapping_neg() % bound;
        loop {
            let wide = u64::from(u32::from_le_bytes(self.bytes())) * u64::from(bound);
            let [b0, b1, b2, b3, b4, b5, b6, b7] = wide.to_le_bytes();
            if u32::from_le_bytes([b0, b1, b2, b3]) >= threshold {
                return u32::from_le_bytes([b4, b5, b6, b7]);
            }
        }
    }

    /// A uniform number in `1..=i64::MAX`: batch ids and token generations.
    #[must_use]
    pub fn positive_i63(&self) -> i64 {
        loop {
            let value = i64::from_le_bytes(self.bytes()) & i64::MAX;
            if value != 0 {
                return value;
            }
        }
    }

    /// A random UUID, version 4 (RFC 9562 section 5.4), in lower-case text.
    #[must_use]
    pub fn uuid(&self) -> String {
        uuid_text(self.bytes())
    }
}

/// UUIDs drawn at a time: the system's generator takes about as long for one as for all of them.
const UUIDS: usize = 64;

/// Random version 4 UUIDs, as from [`Rng::uuid`], drawn in blocks. Only for ids that are public
/// anyway, because unused ones remain in memory.
#[derive(Debug)]
pub struct Uuids {
    drawn: [[u8; 16]; UUIDS],
    /// How many of these are still unused.
    left: usize,
}

impl Default for Uuids {
    fn default() -> Uuids {
        Uuids { drawn: [[0; 16]; UUIDS], left: 0 }
    }
}

impl Uuids {
    /// The next UUID.
    #[must_use]
    pub fn next(&mut self, rng: &Rng) -> String {
        if self.left == 0 {
            rng.fill(self.drawn.as_flattened_mut());
            self.left = UUIDS;
        }
        self.left -= 1;
        uuid_text(self.drawn.get(self.left).copied().unwrap_or_else(|| rng.bytes()))
    }
}

impl fmt::Debug for Rng {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.0 {
            Source::System(_) => "Rng(system)",
            Source::Seeded { .. } => "Rng(seeded)",
        })
    }
}

/// The text of a version 4 UUID whose free bits come from `bytes`.
pub(crate) fn uuid_text(mut bytes: [u8; 16]) -> String {
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    uuid_form(&bytes)
}

#[expect(
    clippy::expect_used,
    reason = "INVARIANT: the library's generator aborts the process rather than fail; carrying on without randomness would be worse than stopping"
)]
fn fill_from_system(system: &SystemRandom, out: &mut [u8]) {
    system.fill(out).expect("the system's random generator answers");
}

fn fill_seeded(seed: u64, fill: u64, out: &mut [u8]) {
    for (block, chunk) in out.chunks_mut(32).enumerate() {
        let mut context = digest::Context::new(&SHA256);
        context.update(b"poolkeeper seeded rng");
        context.update(&seed.to_be_bytes());
        context.update(&fill.to_be_bytes());
        context.update(&(block as u64).to_be_bytes());
        chunk.copy_from_slice(&context.finish().as_ref()[..chunk.len()]);
    }
}
