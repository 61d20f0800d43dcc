//! Which attributes an app client may read and write: `ReadAttributes`, `WriteAttributes`.

use wire::idp::CreateUserPoolClientRequest;

use super::AppClient;
use super::settings::Action;
use crate::pool::{SettingsRefusal, UserPool, invalid};

impl AppClient {
    /// Whether users of the client see the attribute. An unset list allows every attribute.
    pub fn may_read(&self, attribute: &str) -> bool {
        allowed(self.settings.read_attributes.as_deref(), attribute)
    }

    /// The attributes that users of the client see; `None` means all.
    pub fn read_attributes(&self) -> Option<&[String]> {
        unless_empty(self.settings.read_attributes.as_deref())
    }

    /// Whether users of the client may set the attribute. An unset list allows every attribute that
    /// users can set at all.
    pub fn may_write(&self, attribute: &str) -> bool {
        allowed(self.settings.write_attributes.as_deref(), attribute)
    }
}

/// Checks that both lists name attributes of the pool, and that required attributes can be written.
pub(super) fn check_attribute_lists(
    pool: &UserPool,
    request: &CreateUserPoolClientRequest,
    action: Action,
) -> Result<(), SettingsRefusal> {
    let schema = pool.schema();
    let reads = request.read_attributes.as_deref().unwrap_or_default();
    if reads.iter().any(|name| schema.find(name).is_none()) {
        return invalid(format!(
            "Invalid read attributes specified while {} a client",
            action.as_str()
        ));
    }
    let Some(writes) = unless_empty(request.write_attributes.as_deref()) else { return Ok(()) };
    let writable = |name: &String| {
        let known = schema.find(name);
        known.is_some_and(|one| {
            !one.is_service_owned() && !one.is_verified_flag() && !one.developer_only
        })
    };
    let required_too = || schema.required().all(|name| writes.iter().any(|write| write == name));
    if !writes.iter().all(writable) || !required_too() {
        return invalid(format!(
            "Invalid write attributes specified while {} a client",
            action.as_str()
        ));
    }
    Ok(())
}

fn allowed(given: Option<&[String]>, attribute: &str) -> bool {
    unless_empty(given)
        .is_none_or(|names| names.iter().any(|name| is_same_attribute(name, attribute)))
}

/// An empty list counts as unset.
fn unless_empty(given: Option<&[String]>) -> Option<&[String]> {
    given.filter(|names| !names.is_empty())
}

/// Compares names; a developer-only attribute has two.
fn is_same_attribute(listed: &str, attribute: &str) -> bool {
    let bare = |name: &str| {
        name.strip_prefix("dev:custom:").or_else(|| name.strip_prefix("dev:")).map(str::to_owned)
    };
    listed == attribute || (bare(listed).is_some() && bare(listed) == bare(attribute))
}
