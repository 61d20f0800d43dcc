use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use zeroize::{Zeroize, Zeroizing};

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const HASH_LEN: usize = 32;

/// The most work a stored hash may demand: imported hashes bring their own parameters.
const MAX_MEMORY_KIB: u32 = 1 << 20;
const MAX_PASSES: u32 = 64;
const MAX_LANES: u32 = 16;

/// A shorter hash could be matched by chance.
const MIN_HASH_LEN: usize = 16;

/// Working memory for argon2, about 19 MiB once used. Each thread keeps one and reuses it: a fresh
/// allocation costs twice as much as the hash itself. It stays empty as long as only SRP verifiers
/// are checked, and is wiped when dropped.
#[derive(Default)]
pub struct Argon2Memory(Vec<Block>);

impl Argon2Memory {
    /// Memory that is allocated on first use.
    #[must_use]
    pub const fn new() -> Argon2Memory {
        Argon2Memory(Vec::new())
    }

    fn blocks(&mut self, count: usize) -> &mut [Block] {
        if self.0.len() < count {
            self.0.resize(count, Block::new());
        }
        &mut self.0[..count]
    }
}

impl Drop for Argon2Memory {
    fn drop(&mut self) {
        for block in &mut self.0 {
            block.as_mut().zeroize();
        }
    }
}

impl fmt::Debug for Argon2Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Argon2Memory({} KiB)", self.0.len())
    }
}

/// An argon2id hash with the parameters and the salt needed to recompute it.
struct Hash {
    params: Params,
    salt: Vec<u8>,
    hash: Zeroizing<Vec<u8>>,
}

/// The PHC string of `password` under `salt`.
#[expect(
    clippy::expect_used,
    reason = "INVARIANT: the parameters are constants within argon2's bounds; no password is longer than 4 GiB"
)]
pub(super) fn hash(
    password: &str,
    salt: &[u8; 16],
    memory: &mut Argon2Memory,
) -> Zeroizing<String> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(HASH_LEN))
        .expect("argon2 takes the fixed parameters");
    let mut hash = Zeroizing::new([0; HASH_LEN]);
    compute(params, password, salt, hash.as_mut_slice(), memory)
        .expect("argon2 hashes with the fixed parameters");
    phc(salt, &hash)
}

/// The PHC string of an argon2id hash made with the fixed parameters.
pub(super) fn phc(salt: &[u8; 16], hash: &[u8; HASH_LEN]) -> Zeroizing<String> {
    let salt = STANDARD_NO_PAD.encode(salt);
    let hash = Zeroizing::new(STANDARD_NO_PAD.encode(hash));
    Zeroizing::new(format!(
        "$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${}",
        hash.as_str()
    ))
}

/// Whether `text` is an argon2id PHC string that [`verify`] can check.
pub(super) fn is_phc(text: &str) -> bool {
    parse(text).is_some()
}

/// Whether `password` matches the hash in the PHC string `text`.
pub(super) fn verify(text: &str, password: &str, memory: &mut Argon2Memory) -> bool {
    let Some(stored) = parse(text) else { return false };
    let mut hash = Zeroizing::new(vec![0; stored.hash.len()]);
    compute(stored.params, password, &stored.salt, &mut hash, memory).is_ok()
        && verify_slices_are_equal(&hash, &stored.hash).is_ok()
}

fn compute(
    params: Params,
    password: &str,
    salt: &[u8],
    out: &mut [u8],
    memory: &mut Argon2Memory,
) -> Result<(), argon2::Error> {
    let blocks = memory.blocks(params.block_count());
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        password.as_bytes(),
        salt,
        out,
        blocks,
    )
}

/// Reads `$argon2id$v=19$m=..,t=..,p=..$salt$hash` (PHC string format).
fn parse(text: &str) -> Option<Hash> {
    let (costs, rest) = text.strip_prefix("$argon2id$v=19$m=")?.split_once('$')?;
    let (salt, hash) = rest.split_once('$')?;
    let (memory, costs) = costs.split_once(",t=")?;
    let (passes, lanes) = costs.split_once(",p=")?;
    let (memory, passes, lanes) =
        (cost(memory, MAX_MEMORY_KIB)?, cost(passes, MAX_PASSES)?, cost(lanes, MAX_LANES)?);
    let salt = STANDARD_NO_PAD.decode(salt).ok()?;
    let hash = Zeroizing::new(STANDARD_NO_PAD.decode(hash).ok()?);
    let params = Params::new(memory, passes, lanes, Some(hash.len())).ok()?;
    let salt_fits = (argon2::MIN_SALT_LEN..=64).contains(&salt.len());
    let hash_fits = (MIN_HASH_LEN..=64).contains(&hash.len());
    (salt_fits && hash_fits).then_some(Hash { params, salt, hash })
}

/// A decimal number without sign or leading zero, at most `max`.
fn cost(text: &str, max: u32) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let value = if plain { text.parse().ok()? } else { return None };
    (value <= max).then_some(value)
}
