//! Which part a row is stored in.
//!
//! A part is `<pool_id>:<hh>` with hh = hash(input) mod N in at least two hexadecimal digits. N is
//! a power of two chosen per pool. All rows of a user share a part, so an operation on a user stays
//! on one node.

/// The part of rows that belong to no pool.
pub const SERVER_PART: &str = ":00";

/// The part for `input` in a pool of `n_parts` parts.
pub fn part(pool_id: &str, n_parts: impl Into<i64>, input: &str) -> String {
    placed(pool_id, n_parts.into(), hash(&[input]))
}

/// The part of a user and all rows below the user.
pub fn user_part(pool_id: &str, n_parts: impl Into<i64>, user_id: &str) -> String {
    part(pool_id, n_parts, user_id)
}

/// The part of a username or alias.
pub fn lookup_part(pool_id: &str, n_parts: impl Into<i64>, kind: &str, value: &str) -> String {
    placed(pool_id, n_parts.into(), hash(&[kind, value]))
}

/// The part of a lockout subject.
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

/// The part of rows that concern a pool as a whole.
pub(crate) fn first_part(pool_id: &str) -> String {
    format!("{pool_id}:00")
}

fn placed(pool_id: &str, n_parts: i64, hash: u64) -> String {
    let n = u64::try_from(n_parts).unwrap_or(1).max(1);
    format!("{pool_id}:{:02x}", hash % n)
}

/// 64-bit FNV-1a, with each input followed by a zero byte. The halves are folded because mod a
/// power of two keeps only low bits.
///
/// Stored rows depend on this function, so it must never change.
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

#[cfg(test)]
mod tests {
    use super::{group_part, hash, lookup_part, parts, pool_of, user_part};

    /// Rows are stored under these values: changing the function would lose them.
    #[test]
    fn placements_never_change() {
        assert_eq!(hash(&[]), 0xcbf2_9ce4_8422_2325 ^ 0xcbf2_9ce4);
        assert_eq!(
            user_part("eu-west-1_Pool", 1, "7d5f31a2-0000-4000-8000-000000000001"),
            "eu-west-1_Pool:00"
        );
        assert_eq!(
            user_part("eu-west-1_Pool", 16, "7d5f31a2-0000-4000-8000-000000000001"),
            "eu-west-1_Pool:0f"
        );
        assert_eq!(
            lookup_part("eu-west-1_Pool", 256, "email", "a@example.com"),
            "eu-west-1_Pool:90"
        );
        assert_eq!(group_part("eu-west-1_Pool", 65_536, "g"), "eu-west-1_Pool:3d95");
    }

    #[test]
    fn inputs_are_kept_apart() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["a"]), hash(&["a", ""]));
    }

    #[test]
    fn parts_are_the_ones_that_placement_uses() {
        let all: Vec<String> = parts("p", 16).collect();
        assert_eq!((all.len(), all[0].as_str(), all[15].as_str()), (16, "p:00", "p:0f"));
        let mut used = vec![0_u32; 16];
        for at in 0..16_000 {
            let part = user_part("p", 16, &format!("user {at}"));
            used[all.iter().position(|known| *known == part).expect("a part of the pool")] += 1;
            assert_eq!(pool_of(&part), "p");
        }
        assert!(used.iter().all(|count| (800..1_200).contains(count)), "{used:?}");
        assert_eq!(parts("p", 0).collect::<Vec<_>>(), ["p:00"]);
    }
}
