//! Access keys of `dev`.

use std::path::Path;

use domain::Rng;
use server::config::aws::access_key_id;
use server::dev::Pair;
use zeroize::Zeroizing;

use super::Stop;
use super::data_folder;

const FILE: &str = "access-key";
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Parses `ID:SECRET`.
pub(super) fn parse(text: &str) -> Result<Pair, Stop> {
    let (id, secret) = text
        .trim()
        .split_once(':')
        .filter(|(_, secret)| !secret.is_empty())
        .ok_or_else(|| Stop::refused("An access key must have the form ID:SECRET."))?;
    access_key_id(id)?;
    Ok(Pair { id: id.to_owned(), secret: Zeroizing::new(secret.to_owned()) })
}

/// Reads the access key of this data folder, generated on first use. Credentials thus survive a
/// restart.
pub(super) fn of_folder(data: &Path, rng: &Rng) -> Result<Pair, Stop> {
    let path = data.join(FILE);
    let text = data_folder::read_or_make(&path, || {
        Zeroizing::new(format!("PKDEV{}:{}", letters::<15>(rng), letters::<40>(rng)))
    })?;
    parse(&text).map_err(|_| {
        Stop::failed(format!("{} does not contain ID:SECRET; remove it.", path.display()))
    })
}

/// Random letters, five bits each.
fn letters<const N: usize>(rng: &Rng) -> String {
    let bytes: [u8; N] = rng.bytes();
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_access_key_is_an_id_and_a_secret() {
        let pair = parse("AKID:se:cret").unwrap();
        assert_eq!((pair.id.as_str(), pair.secret.as_str()), ("AKID", "se:cret"));
        for text in ["", "AKID", "AKID:", ":secret", "a/b/c:secret"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn letters_are_random() {
        let rng = Rng::seeded(1);
        assert_ne!(letters::<40>(&rng), letters::<40>(&rng));
        assert!(letters::<40>(&rng).bytes().all(|letter| LETTERS.contains(&letter)));
    }
}
