//! RSA key pairs, made once for all the tests of a process: making one takes longer than most
//! tests.

use std::sync::LazyLock;

use domain::token::SigningKey;

/// Enough for four pools of one server; a fifth pool's are made on demand.
const PAIRS: usize = 8;

static PKCS8: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let generate = |_| SigningKey::generate().expect("an RSA key pair").pkcs8().to_vec();
    (0..PAIRS).map(generate).collect()
});

/// The same pairs at every call.
pub fn key_pairs() -> Vec<SigningKey> {
    PKCS8
        .iter()
        .map(|pkcs8| SigningKey::from_pkcs8(pkcs8).expect("a pair that was just made"))
        .collect()
}
