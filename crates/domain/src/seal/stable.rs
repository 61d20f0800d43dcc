use std::fmt;

use aws_lc_rs::hmac;
use zeroize::Zeroizing;

use super::JtiKey;
use super::aead::unambiguous;
use crate::rng::uuid_text;

/// A pool's stable secret: created with the pool and never replaced, so that rotating the data keys
/// neither revokes tokens nor unlocks users nor changes the answers for unknown names.
pub struct StableSecret {
    root: hmac::Key,
    jti: JtiKey,
}

impl StableSecret {
    /// The stable secret with these bytes.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> StableSecret {
        let secret = Zeroizing::new(secret);
        let root = hmac::Key::new(hmac::HMAC_SHA256, secret.as_slice());
        let jti = JtiKey::new(&Zeroizing::new(label_key(&root, "jti")));
        StableSecret { root, jti }
    }

    /// HMAC-SHA256 of `parts` under the key for `label` ("lockout", "network", "simulate", "code",
    /// "jti", "page"). Parts are length-prefixed: `["ab"]` and `["a", "b"]` differ.
    #[must_use]
    pub fn mac(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        let key = Zeroizing::new(label_key(&self.root, label));
        let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_slice());
        tag(&key, &unambiguous(parts.iter().copied()))
    }

    /// The key of the `jti` claims.
    #[must_use]
    pub fn jti(&self) -> &JtiKey {
        &self.jti
    }

    /// The user id reported for a name that does not exist: always the same for the same name, in
    /// the form of a real one.
    #[must_use]
    pub fn simulated_user_id(&self, name: &str) -> String {
        let mac = self.mac("simulate", &[b"user id", name.as_bytes()]);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&mac[..16]);
        uuid_text(bytes)
    }
}

impl fmt::Debug for StableSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StableSecret(..)")
    }
}

fn label_key(root: &hmac::Key, label: &str) -> [u8; 32] {
    tag(root, &unambiguous([b"poolkeeper stable secret".as_slice(), label.as_bytes()]))
}

fn tag(key: &hmac::Key, data: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(hmac::sign(key, data).as_ref());
    out
}
