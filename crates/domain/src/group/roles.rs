//! The roles a user gets from groups, and the order in which groups are listed.

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

/// `cognito:roles` and `cognito:preferred_role` of a user in these groups: all roles without
/// duplicates, in order of precedence, and the role of the first group that has one, unless groups
/// of the same precedence have different roles.
pub fn roles<G: Borrow<Group>>(groups: &[G]) -> (Vec<String>, Option<String>) {
    let mut bearing: Vec<&Group> =
        groups.iter().map(Borrow::borrow).filter(|group| group.role_arn.is_some()).collect();
    in_precedence_order(&mut bearing);
    let mut all: Vec<String> = Vec::new();
    for role in bearing.iter().filter_map(|group| group.role_arn.as_ref()) {
        if !all.contains(role) {
            all.push(role.clone());
        }
    }
    let preferred = bearing.first().and_then(|best| {
        let mut equals = bearing.iter().filter(|group| rank(group) == rank(best));
        let agreed = equals.all(|group| group.role_arn == best.role_arn);
        best.role_arn.clone().filter(|_| agreed)
    });
    (all, preferred)
}

/// A missing precedence ranks after any number.
fn rank(group: &Group) -> i64 {
    group.precedence.map_or(i64::MAX, i64::from)
}
