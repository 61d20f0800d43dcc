//! Attributes that a user must have.

use super::{AttributeRefusal, Attributes};
use crate::pool::UserPool;

/// The required attributes missing from `attributes`, in schema order; never `sub`.
pub fn missing_required(pool: &UserPool, attributes: &Attributes) -> Vec<String> {
    let missing = |name: &&str| attributes.get(name).is_none_or(str::is_empty);
    pool.schema().required().filter(missing).map(str::to_owned).collect()
}

/// Refuses if any attributes are missing, naming all of them. The service words a lone `name`
/// differently.
pub(super) fn require(missing: &[String]) -> Result<(), AttributeRefusal> {
    let texts: Vec<_> =
        missing.iter().map(|name| format!("{name}: The attribute is required")).collect();
    match missing {
        [] => Ok(()),
        [name] if name == "name" => Err(AttributeRefusal::conform(
            "name.formatted: The attribute name.formatted is required",
        )),
        _ => Err(AttributeRefusal::conform(&texts.join(" "))),
    }
}
