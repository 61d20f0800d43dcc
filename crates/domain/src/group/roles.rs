//! Which roles a user's groups give, and in which order groups are listed.

use std::borrow::Borrow;

use super::Group;

/// Sorts groups as tokens list them: lowest precedence number first, those without one last, by
/// name where they are equal.
pub fn in_precedence_order<G: Borrow<Group>>(groups: &mut [G]) {
    groups.sort_by(|left, right| {
        let (left, right) = (left.borrow(), right.borrow());
        rank(left).cmp(&rank(right)).then_with(|| left.name.cmp(&right.name))
    });
}

/// The `cognito:roles` and the `cognito:preferred_role` of a user in these groups: all roles, each
/// once, in order of precedence; and that of the best group with a role, unless another of the same
/// precedence has a different one.
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

/// A missing precedence loses to any number.
fn rank(group: &Group) -> i64 {
    group.precedence.map_or(i64::MAX, i64::from)
}
