//! Which part a row lives in.
//!
//! A part is `<pool_id>:<hh>` with hh = hash(input) mod N in at least two hexadecimal digits; N is the pool's own,
//! a power of two. All rows of one user share a part, so that an operation on a user stays on one node.

/// Part of rows that belong to no pool.
pub const SERVER_PART: &str = ":00";

/// The part for `input` in a pool of `n_parts` parts.
pub fn part(pool_id: &str, n_parts: impl Into<i64>, input: &str) -> String {
    placed(pool_id, n_parts.into(), hash(&[input]))
}

/// The part of a user and of everything below the user.
pub fn user_part(pool_id: &str, n_parts: impl Into<i64>, user_id: &str) -> String {
    part(pool_id, n_parts, user_id)
}

/// The part of a username or alias.
pub fn lookup_part(pool_id: &str, n_parts: impl Into<i64>, kind: &str, value: &str) -> String {
    placed(pool_id, n_parts.into(), hash(&[kind, value]))
}

/// The part of a lock-out subject.
pub fn subject_part(pool_id: &str, n_parts: impl Into<i64>, subject: &str) -> String {
    part(pool_id, n_parts, subject)
}

/// The part of a group's list of members.
pub fn group_part(pool_id: &str, n_parts: impl Into<i64>, group_id: &str) -> String {
    part(pool_id, n_parts, group_id)
}

/// Every part of a pool, in order.
pub fn parts(pool_id: &str, n_parts: impl Into<i64>) -> impl Iterator<Item = String> {
    (0..n_parts.into().max(1)).map(move |at| format!("{pool_id}:{at:02x}"))
}

/// The pool of a part.
pub fn pool_of(part: &str) -> &str {
    part.rsplit_once(':').map_or(part, |(pool_id, _)| pool_id)
}

/// The part that holds what concerns a pool as a whole.
pub(crate) fn first_part(pool_id: &str) -> String {
    format!("{pool_id}:00")
}

fn placed(pool_id: &str, n_parts: i64, hash: u64) -> String {
    let n = u64::try_from(n_parts).unwrap_or(1).max(1);
    format!("{pool_id}:{:02x}", hash % n)
}

/// FNV-1a, 64 bit, each input followed by a zero byte; the halves are folded because a power of two keeps low bits only.
///
/// Stored rows depend on it: it never changes.
fn hash(inputs: &[&str]) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut hash = OFFSET_BASIS;
    for input in inputs {
        for byte in input.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash ^ (hash >> 32)
}
