//! RSA key pairs, generated once for all tests of a process, because generating one takes longer
//! than most tests.

use std::sync::LazyLock;

use domain::token::SigningKey;

/// Enough for four pools per server; the keys of a fifth pool are generated on demand.
const PAIRS: usize = 8;

static PKCS8: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let generate = |_| SigningKey::generate().expect("an RSA key pair").pkcs8().to_vec();
    (0..PAIRS).map(generate).collect()
});

/// Returns the same pairs on every call.
pub fn key_pairs() -> Vec<SigningKey> {
    PKCS8
        .iter()
        .map(|pkcs8| SigningKey::from_pkcs8(pkcs8).expect("a freshly generated pair"))
        .collect()
}
