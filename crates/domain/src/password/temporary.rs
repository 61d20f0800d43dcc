use zeroize::Zeroizing;

use super::PasswordPolicy;
use crate::Rng;

const LETTERS_AND_DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// The symbols in generated passwords: none that mail clients, HTML or shells treat specially.
const SYMBOLS: &str = "@%+=:,._-";

const MIN_LEN: u32 = 12;

/// Makes a temporary password that satisfies `policy`: letters and digits, and symbols if the
/// policy requires them; 12 characters, or the policy's minimum if that is longer. Every such
/// password is equally likely.
#[must_use]
pub fn generate_temporary(policy: &PasswordPolicy, rng: &Rng) -> Zeroizing<String> {
    let alphabet: Vec<char> =
        LETTERS_AND_DIGITS.chars().chain(SYMBOLS.chars().filter(|_| policy.symbol)).collect();
    let length = policy.minimum_length.max(MIN_LEN);
    // Drawing whole passwords until one satisfies the policy keeps the choice uniform; placing one
    // character of each kind would not. Two draws in three succeed.
    loop {
        let password: Zeroizing<String> =
            Zeroizing::new((0..length).map(|_| pick(&alphabet, rng)).collect());
        if policy.check(&password).is_ok() {
            return password;
        }
    }
}

fn pick(alphabet: &[char], rng: &Rng) -> char {
    let size = u32::try_from(alphabet.len()).unwrap_or(u32::MAX);
    alphabet[rng.below(size) as usize]
}
