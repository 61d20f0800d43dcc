//! Access keys and what each may do: an IAM policy in its smallest form, with actions and pool ARNs
//! as wildcards.

use std::fmt;

use zeroize::Zeroizing;

/// One access key. Without restrictions it may do everything.
pub struct AccessKey {
    id: String,
    secret: Zeroizing<String>,
    actions: Option<Vec<String>>,
    pools: Option<Vec<String>>,
}

impl AccessKey {
    /// A key that may do everything.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { id: id.into(), secret: Zeroizing::new(secret.into()), actions: None, pools: None }
    }

    /// Restricts the key to actions, e.g. `cognito-idp:Admin*`; `*` matches any text, `?` one
    /// character.
    #[must_use]
    pub fn with_actions(mut self, actions: Option<Vec<String>>) -> Self {
        self.actions = actions;
        self
    }

    /// Restricts the key to pools, e.g. `arn:aws:cognito-idp:eu-west-1:*:userpool/*`. Operations
    /// that name no pool (CreateUserPool, ListUserPools, ...) then need the pattern `*`.
    #[must_use]
    pub fn with_pools(mut self, pools: Option<Vec<String>>) -> Self {
        self.pools = pools;
        self
    }

    /// The access key id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The secret access key.
    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    /// Why the key may not do `action` (`cognito-idp:AdminGetUser`) on `resource` (a pool's ARN, or
    /// `*` for an operation that names none), as a fixed text for the log; `None` if it may.
    /// Actions are compared case-insensitively, as IAM does.
    pub fn find_denial(&self, action: &str, resource: &str) -> Option<&'static str> {
        let by_action = self
            .actions
            .as_ref()
            .is_none_or(|patterns| patterns.iter().any(|pattern| fits_action(pattern, action)));
        let by_pool = self
            .pools
            .as_ref()
            .is_none_or(|patterns| patterns.iter().any(|pattern| matches(pattern, resource)));
        match (by_action, by_pool) {
            (true, true) => None,
            (false, _) => Some("the operation is not among the actions of the access key"),
            (true, false) => Some("the pool is not among the pools of the access key"),
        }
    }
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey")
            .field("id", &self.id)
            .field("actions", &self.actions)
            .field("pools", &self.pools)
            .finish_non_exhaustive()
    }
}

/// Whether a pattern of an access key matches an action, case-insensitively.
pub(crate) fn fits_action(pattern: &str, action: &str) -> bool {
    matches(&pattern.to_ascii_lowercase(), &action.to_ascii_lowercase())
}

/// All keys of a server.
#[derive(Debug, Default)]
pub struct AccessKeys(Vec<AccessKey>);

impl AccessKeys {
    /// The keys as configured.
    pub fn new(keys: Vec<AccessKey>) -> Self {
        Self(keys)
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key with this id.
    pub fn find(&self, id: &str) -> Option<&AccessKey> {
        self.0.iter().find(|key| key.id == id)
    }
}

/// Whether `text` matches `pattern`, where `*` is any text and `?` any single byte. Remembers only
/// the last star, so the work is bounded by the product of the lengths.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut at_pattern, mut at_text) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while at_text < text.len() {
        match pattern.get(at_pattern) {
            Some(b'*') => {
                star = Some((at_pattern, at_text));
                at_pattern += 1;
            }
            Some(expected) if *expected == b'?' || Some(expected) == text.get(at_text) => {
                at_pattern += 1;
                at_text += 1;
            }
            _ => {
                let Some((star_pattern, star_text)) = star else {
                    return false;
                };
                star = Some((star_pattern, star_text + 1));
                at_pattern = star_pattern + 1;
                at_text = star_text + 1;
            }
        }
    }
    pattern.iter().skip(at_pattern).all(|rest| *rest == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("*", "anything", true),
            ("", "", true),
            ("", "a", false),
            ("a*c", "abbbc", true),
            ("a*c", "abbb", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            ("a**b", "ab", true),
            ("cognito-idp:Admin*", "cognito-idp:AdminGetUser", true),
            ("cognito-idp:Admin*", "cognito-idp:ListUsers", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn all_restrictions_apply() {
        let arn = "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/eu-west-1_Ab12Cd34E";
        let key = AccessKey::new("A", "s")
            .with_actions(Some(vec!["cognito-idp:admin*".into(), "cognito-idp:ListUsers".into()]))
            .with_pools(Some(vec!["arn:aws:cognito-idp:eu-west-1:*:userpool/*".into()]));
        assert!(key.find_denial("cognito-idp:AdminGetUser", arn).is_none());
        assert!(key.find_denial("cognito-idp:ListUsers", arn).is_none());
        assert!(key.find_denial("cognito-idp:DeleteUserPool", arn).is_some());
        assert!(
            key.find_denial("cognito-idp:AdminGetUser", &arn.replace("eu-west-1", "us-east-1"))
                .is_some()
        );
        assert!(key.find_denial("cognito-idp:AdminGetUser", "*").is_some());
        assert!(AccessKey::new("A", "s").find_denial("cognito-idp:CreateUserPool", "*").is_none());
    }

    #[test]
    fn an_empty_restriction_allows_nothing() {
        assert!(
            AccessKey::new("A", "s")
                .with_actions(Some(vec![]))
                .find_denial("cognito-idp:ListUsers", "*")
                .is_some()
        );
        assert!(
            AccessKey::new("A", "s")
                .with_pools(Some(vec![]))
                .find_denial("cognito-idp:ListUsers", "*")
                .is_some()
        );
    }

    #[test]
    fn debug_hides_the_secret() {
        let shown = format!("{:?}", AccessKeys::new(vec![AccessKey::new("AKID", "hidden-text")]));
        assert!(shown.contains("AKID") && !shown.contains("hidden-text"), "{shown}");
    }
}
