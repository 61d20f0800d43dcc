//! Tags of a user pool.

use std::collections::BTreeMap;

use super::SettingsRefusal;

/// Most tags of a user pool.
const MOST_TAGS: usize = 50;

/// Checks the number of tags and that no key claims to be AWS's own.
pub(super) fn check(tags: Option<&BTreeMap<String, String>>) -> Result<(), SettingsRefusal> {
    let Some(tags) = tags else { return Ok(()) };
    if tags.len() > MOST_TAGS {
        return Err(SettingsRefusal::UserPoolTagging(format!("A user pool cannot have more than {MOST_TAGS} tags.")));
    }
    let reserved = |key: &String| key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"));
    if tags.keys().any(reserved) {
        let text = "aws: prefixed tag key names are not allowed for external use.";
        return Err(SettingsRefusal::UserPoolTagging(text.to_owned()));
    }
    Ok(())
}
