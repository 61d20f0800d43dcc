//! The group claims of an ID token.

/// A group of the user, as far as tokens are concerned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupClaim {
    /// The group's name.
    pub name: String,
    /// Its precedence: 0 is best, `None` ranks after any number.
    pub precedence: Option<i64>,
    /// ARN of its IAM role.
    pub role_arn: Option<String>,
}

/// The roles of these groups, each once, whatever their precedence.
#[must_use]
pub fn roles(groups: &[GroupClaim]) -> Vec<&str> {
    let mut roles: Vec<&str> = Vec::new();
    for role in groups.iter().filter_map(|group| group.role_arn.as_deref()) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

/// The role of the group with the best precedence among those with a role; `None` if groups of that
/// precedence have different roles (API reference, CreateGroup, Precedence).
#[must_use]
pub fn preferred_role(groups: &[GroupClaim]) -> Option<&str> {
    let with_role = || {
        groups.iter().filter_map(|group| {
            Some((group.precedence.unwrap_or(i64::MAX), group.role_arn.as_deref()?))
        })
    };
    let best = with_role().map(|(precedence, _)| precedence).min()?;
    let mut candidates =
        with_role().filter(|(precedence, _)| *precedence == best).map(|(_, role)| role);
    let role = candidates.next()?;
    candidates.all(|other| other == role).then_some(role)
}
