//! The key under which a sign-in name is stored and looked up.

use aws_lc_rs::digest::{SHA256, digest};
use unicode_normalization::UnicodeNormalization;

use super::AliasKind;
use crate::hex::hex;

/// Longest value stored in a key as it is, in bytes; a longer one is stored as its SHA-256, because
/// engines limit keys.
const MAX_KEY_BYTES: usize = 512;
/// Longest sign-in name or attribute value, in bytes.
const MAX_NAME_BYTES: usize = 2048;
/// Prefix of a hashed value.
const HASH_PREFIX: &str = "sha256:";

/// What kind of name a lookup is by. [`LookupKind::as_str`] gives the stored text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LookupKind {
    /// The real username.
    Username,
    /// A username attribute or an alias attribute.
    Alias(AliasKind),
}

impl LookupKind {
    /// The stored name of the kind.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Username => "username",
            Self::Alias(kind) => kind.as_str(),
        }
    }
}

impl From<AliasKind> for LookupKind {
    /// Preferred and real usernames share a kind, because one could pass for the other at sign-in.
    fn from(kind: AliasKind) -> Self {
        match kind {
            AliasKind::PreferredUsername => Self::Username,
            contact => Self::Alias(contact),
        }
    }
}

/// A name in the form used for comparison: NFKC, and lower case if the pool is case-insensitive.
///
/// Each character is lower-cased by itself, so that the same letters give the same text in any
/// position (a final sigma is not distinguished). Applying it twice changes nothing. A name too
/// long to exist is not examined: its hash is returned.
pub fn normalise(name: &str, case_sensitive: bool) -> String {
    if name.len() > MAX_NAME_BYTES {
        return hashed(name);
    }
    if case_sensitive {
        return name.nfkc().collect();
    }
    folded(name)
}

/// A text in the form used for case-insensitive comparison: NFKC and lower case, whatever its
/// length.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut text: String = lower(text.nfkc());
    // Lower-casing normalised text keeps it normalised except for a few letters; two rounds settle
    // those.
    for _ in 0..4 {
        let again: String = lower(text.nfkc());
        if again == text {
            break;
        }
        text = again;
    }
    text
}

/// The key of a lookup: the normalised value, or `sha256:` and its SHA-256 in hex if it is longer
/// than 512 bytes or contains NUL, which not every engine can store in text.
///
/// A phone number is kept as it is; an email address in a case-sensitive pool keeps its case.
pub fn lookup_value(kind: impl Into<LookupKind>, value: &str, case_sensitive: bool) -> String {
    let text = match kind.into() {
        LookupKind::Alias(AliasKind::PhoneNumber) => value.to_owned(),
        _ => normalise(value, case_sensitive),
    };
    // A name that itself begins with the prefix is hashed too, so that no name can pass for the
    // hash of another.
    let is_hashed =
        text.len() > MAX_KEY_BYTES || text.contains('\0') || text.starts_with(HASH_PREFIX);
    if is_hashed { hashed(&text) } else { text }
}

fn lower(chars: impl Iterator<Item = char>) -> String {
    chars.flat_map(char::to_lowercase).collect()
}

fn hashed(text: &str) -> String {
    format!("{HASH_PREFIX}{}", hex(digest(&SHA256, text.as_bytes()).as_ref()))
}
