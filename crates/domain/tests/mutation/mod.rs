//! Seeded mutations of a valid text: what an attacker or a broken client would send.

use domain::Rng;

const CHARACTERS: &[u8] = b"ABCXYZabcxyz0189-_+/=.,:{}[]\"\\ \n\0\x7f";

/// `count` texts made by one to three random edits of `valid`, all different from it.
pub(crate) fn mutations(valid: &str, seed: u64, count: usize) -> impl Iterator<Item = String> {
    let rng = Rng::seeded(seed);
    let valid = valid.to_owned();
    std::iter::repeat_with(move || {
        let mut bytes = valid.clone().into_bytes();
        for _ in 0..=rng.below(3) {
            edit(&mut bytes, &rng);
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if text == valid { format!("{text}A") } else { text }
    })
    .take(count)
}

fn edit(bytes: &mut Vec<u8>, rng: &Rng) {
    let at = rng.below(u32::try_from(bytes.len()).unwrap() + 1) as usize;
    let character = CHARACTERS[rng.below(u32::try_from(CHARACTERS.len()).unwrap()) as usize];
    match rng.below(6) {
        0 => bytes.insert(at, character),
        1 => bytes.truncate(at),
        2 => bytes.extend_from_within(at..),
        3 => bytes.insert(at, b'.'),
        4 if at < bytes.len() => drop(bytes.remove(at)),
        _ if at < bytes.len() => bytes[at] = character,
        _ => bytes.push(character),
    }
}
