use std::hint::black_box;
use std::sync::LazyLock;

use crypto_bigint::{U3072, Word};
use zeroize::Zeroizing;

use super::group::{Element, G, LEN, Residue, bytes};
use super::power::Product;

const WINDOWS: usize = 64;
const ENTRIES: usize = 16;

/// The powers `g^(d·16^w)` for each window `w` and digit `d`, in Montgomery form.
type Row = [U3072; ENTRIES];

/// 393 KB, computed in a few milliseconds on first use.
static TABLE: LazyLock<Vec<Row>> = LazyLock::new(table);

/// `g^exponent mod N` in constant time: one multiplication for each of the exponent's 64 hex digits
/// and no squaring, a third of the work of a power of any other base.
pub(super) fn generator_power(exponent: &[u8; 32]) -> Zeroizing<Element> {
    let digits = exponent.iter().rev().flat_map(|byte| [byte & 0x0f, byte >> 4]);
    let mut product = Product::new(&bytes(Residue::ONE.as_montgomery()));
    for (row, digit) in TABLE.iter().zip(digits) {
        product.times(&select(row, digit));
    }
    product.finish()
}

/// The entry for `digit`, found by reading all of them, so that neither timing nor the cache
/// reveals which one it is.
fn select(row: &Row, digit: u8) -> Zeroizing<Element> {
    let mut words = Zeroizing::new([0; U3072::LIMBS]);
    for (candidate, entry) in (0..).zip(row) {
        let mask = mask_if_equal(candidate, digit);
        for (out, word) in words.iter_mut().zip(entry.as_words()) {
            *out |= word & mask;
        }
    }
    let mut selected = Zeroizing::new([0; LEN]);
    for (out, word) in selected.chunks_exact_mut(size_of::<Word>()).zip(words.iter().rev()) {
        out.copy_from_slice(&word.to_be_bytes());
    }
    selected
}

/// All ones if the digits are equal, otherwise zero. The black box keeps the compiler from turning
/// the mask into a branch.
fn mask_if_equal(a: u8, b: u8) -> Word {
    let equal = Word::from(a ^ b).wrapping_sub(1) >> (Word::BITS - 1);
    black_box(equal.wrapping_neg())
}

fn table() -> Vec<Row> {
    let mut base = G;
    let mut rows = Vec::with_capacity(WINDOWS);
    for _ in 0..WINDOWS {
        let mut row = [U3072::ZERO; ENTRIES];
        let mut entry = Residue::ONE;
        for slot in &mut row {
            *slot = *entry.as_montgomery();
            entry = entry.mul(&base);
        }
        // One past the last digit is the base of the next window: base^16.
        base = entry;
        rows.push(row);
    }
    rows
}
