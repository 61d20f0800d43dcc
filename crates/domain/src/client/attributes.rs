//! Which attributes an app client may read and write: `ReadAttributes`, `WriteAttributes`.

use wire::idp::CreateUserPoolClientRequest;

use super::AppClient;
use super::settings::Action;
use crate::pool::{SettingsRefusal, UserPool, invalid};

/// What an unset list of attributes allows. The API reference says the standard attributes, the
/// developer guide says all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnsetAttributes {
    /// The standard attributes, not the custom ones.
    #[default]
    Standard,
    /// Every attribute of the pool but those for developers only.
    All,
}

/// The attributes that an app client may read or write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AllowedAttributes<'a> {
    /// Those that were listed; none if the list is empty.
    Listed(&'a [String]),
    /// None were listed.
    Unset(UnsetAttributes),
}

impl AllowedAttributes<'_> {
    /// Whether none were listed.
    pub fn are_unset(&self) -> bool {
        matches!(self, Self::Unset(_))
    }

    /// Whether the attribute is one of them.
    pub fn include(&self, attribute: &str) -> bool {
        match self {
            Self::Listed(names) => names.iter().any(|name| is_same_attribute(name, attribute)),
            Self::Unset(UnsetAttributes::All) => !attribute.starts_with("dev:"),
            Self::Unset(UnsetAttributes::Standard) => {
                !attribute.starts_with("custom:") && !attribute.starts_with("dev:")
            }
        }
    }
}

impl AppClient {
    /// The same client, with what its unset lists allow: a setting of the server, not of the client.
    #[must_use]
    pub fn with_unset_attributes(mut self, unset: UnsetAttributes) -> Self {
        self.unset_attributes = unset;
        self
    }

    /// The attributes that users of the client see.
    pub fn read_attributes(&self) -> AllowedAttributes<'_> {
        self.allowed(self.settings.read_attributes.as_deref())
    }

    /// The attributes that users of the client may set, if users can set them at all.
    pub fn write_attributes(&self) -> AllowedAttributes<'_> {
        self.allowed(self.settings.write_attributes.as_deref())
    }

    fn allowed<'a>(&self, given: Option<&'a [String]>) -> AllowedAttributes<'a> {
        let unset = AllowedAttributes::Unset(self.unset_attributes);
        given.map_or(unset, AllowedAttributes::Listed)
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
    let Some(writes) = request.write_attributes.as_deref() else { return Ok(()) };
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

/// Compares names; a developer-only attribute has two.
fn is_same_attribute(listed: &str, attribute: &str) -> bool {
    let bare = |name: &str| {
        name.strip_prefix("dev:custom:").or_else(|| name.strip_prefix("dev:")).map(str::to_owned)
    };
    listed == attribute || (bare(listed).is_some() && bare(listed) == bare(attribute))
}
