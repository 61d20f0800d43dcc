//! Tags of a user pool.

use std::collections::BTreeMap;

use super::{SettingsRefusal, UserPool};
use crate::Time;

/// Maximum number of tags of a user pool.
const MAX_TAGS: usize = 50;

impl UserPool {
    /// The pool's tags.
    pub fn tags(&self) -> BTreeMap<String, String> {
        self.settings.user_pool_tags.clone().unwrap_or_default()
    }

    /// The pool with further tags (TagResource); an existing key gets the new value.
    ///
    /// # Errors
    /// `UserPoolTagging`: more than fifty tags, or a key reserved for AWS.
    pub fn tag(&self, now: Time, given: BTreeMap<String, String>) -> Result<Self, SettingsRefusal> {
        let mut tags = self.tags();
        tags.extend(given);
        check_tags(Some(&tags))?;
        Ok(self.with_tags(now, tags))
    }

    /// The pool without the tags of these keys (UntagResource); keys that it does not have are
    /// ignored.
    pub fn untag(&self, now: Time, keys: &[String]) -> Self {
        let mut tags = self.tags();
        tags.retain(|key, _| !keys.contains(key));
        self.with_tags(now, tags)
    }

    fn with_tags(&self, now: Time, tags: BTreeMap<String, String>) -> Self {
        let mut pool = Self { modified: now, ..self.clone() };
        pool.settings.user_pool_tags = Some(tags).filter(|tags| !tags.is_empty());
        pool
    }
}

/// Checks the number of tags and that no key is reserved for AWS.
pub(super) fn check_tags(tags: Option<&BTreeMap<String, String>>) -> Result<(), SettingsRefusal> {
    let Some(tags) = tags else { return Ok(()) };
    if tags.len() > MAX_TAGS {
        return Err(SettingsRefusal::UserPoolTagging(format!(
            "A user pool cannot have more than {MAX_TAGS} tags."
        )));
    }
    let reserved =
        |key: &String| key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"));
    if tags.keys().any(reserved) {
        let text = "aws: prefixed tag key names are not allowed for external use.";
        return Err(SettingsRefusal::UserPoolTagging(text.to_owned()));
    }
    Ok(())
}
