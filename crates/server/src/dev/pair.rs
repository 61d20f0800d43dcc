//! Access keys in clear text, as `dev` prints and accepts them.

use zeroize::Zeroizing;

use crate::edge::access_keys::AccessKey;

/// The id and the secret of an access key.
pub struct Pair {
    /// The access key id.
    pub id: String,
    /// The secret access key.
    pub secret: Zeroizing<String>,
}

impl Pair {
    /// The access key, with all permissions.
    pub fn access_key(&self) -> AccessKey {
        AccessKey::new(self.id.as_str(), self.secret.as_str())
    }
}
