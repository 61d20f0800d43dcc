//! Seeded mutations: the same inputs on every run.

use domain::Rng;

/// Bytes that are special to some parser.
const BYTES: &[u8] = b"\0\x01\x7f\x80\xff\n \"\\{}[]:,.=/+-_;&%$@'09azAZ";
/// Texts that are special to some parser.
const TEXTS: &[&str] = &[
    "null",
    "true",
    "-1",
    "1e308",
    "9223372036854775808",
    "\\u0000",
    "\\ud800",
    "\u{202e}",
    "\u{10ffff}",
    "\u{130}",
    "{}",
    "[[[[[[[[",
    "\"\"",
    "==",
    "..",
    "%00",
    "\r\n",
];
/// Maximum length of an input in bytes.
const LONGEST: usize = 8 * 1024;

/// `count` inputs, each an input of `corpus` after one to eight edits, or a splice of two.
pub fn mutations(corpus: &[Vec<u8>], seed: u64, count: usize) -> impl Iterator<Item = Vec<u8>> {
    let rng = Rng::seeded(seed);
    let corpus = corpus.to_vec();
    std::iter::repeat_with(move || {
        let mut bytes = one(&corpus, &rng);
        if rng.below(8) == 0 {
            let other = one(&corpus, &rng);
            bytes.truncate(place(&bytes, &rng));
            bytes.extend(other.iter().skip(place(&other, &rng)));
        }
        for _ in 0..=rng.below(8) {
            edit(&mut bytes, &rng);
        }
        bytes.truncate(LONGEST);
        bytes
    })
    .take(count)
}

fn one(corpus: &[Vec<u8>], rng: &Rng) -> Vec<u8> {
    corpus.get(below(rng, corpus.len())).cloned().unwrap_or_default()
}

fn edit(bytes: &mut Vec<u8>, rng: &Rng) {
    let at = place(bytes, rng);
    let byte = match rng.below(2) {
        0 => BYTES.get(below(rng, BYTES.len())).copied().unwrap_or_default(),
        _ => u8::try_from(rng.below(256)).unwrap_or_default(),
    };
    match rng.below(9) {
        0 => bytes.insert(at, byte),
        1 => bytes.truncate(at),
        2 => {
            let end = bytes.len().min(at + below(rng, 64));
            bytes.extend_from_within(at..end);
        }
        3 => {
            let end = bytes.len().min(at + below(rng, 16));
            bytes.drain(at..end);
        }
        4 => {
            let text = TEXTS.get(below(rng, TEXTS.len())).copied().unwrap_or_default();
            bytes.splice(at..at, text.bytes());
        }
        5 => bytes.iter_mut().skip(at).take(1).for_each(|old| *old ^= 1 << rng.below(8)),
        6 => {
            let length = below(rng, 300);
            bytes.splice(at..at, std::iter::repeat_n(byte, length));
        }
        _ => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
    }
}

fn place(bytes: &[u8], rng: &Rng) -> usize {
    below(rng, bytes.len() + 1)
}

fn below(rng: &Rng, bound: usize) -> usize {
    rng.below(u32::try_from(bound).unwrap_or(u32::MAX)) as usize
}
