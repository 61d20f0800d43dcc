//! The order in which groups are listed.

use std::borrow::Borrow;

use super::Group;

/// Sorts groups as tokens list them: lowest precedence number first, those without one last, ties
/// by name.
pub fn in_precedence_order<G: Borrow<Group>>(groups: &mut [G]) {
    groups.sort_by(|left, right| {
        let (left, right) = (left.borrow(), right.borrow());
        rank(left).cmp(&rank(right)).then_with(|| left.name.cmp(&right.name))
    });
}

/// A missing precedence ranks after any number.
fn rank(group: &Group) -> i64 {
    group.precedence.map_or(i64::MAX, i64::from)
}
