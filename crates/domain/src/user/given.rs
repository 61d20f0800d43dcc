//! The attributes of a request, matched with the pool's schema.

use std::collections::HashSet;

use wire::idp::AttributeType;

use super::AttributeRefusal;
use crate::client::AppClient;
use crate::pool::UserPool;
use crate::schema::SchemaAttribute;

/// One attribute of a request that the pool knows.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// Its definition in the pool's schema.
    pub(super) attribute: &'a SchemaAttribute,
    /// The value as sent; empty means absent.
    pub(super) value: &'a str,
}

impl<'a> Given<'a> {
    /// The attribute's full name.
    pub(super) fn name(&self) -> &'a str {
        &self.attribute.name
    }
}

/// The named values of a request; of a repeated name, the last value counts.
pub(super) fn named_values(list: &[AttributeType]) -> Result<Vec<(&str, &str)>, AttributeRefusal> {
    if let Some(empty) = list.iter().find(|one| one.value.is_none()) {
        return Err(AttributeRefusal::null(&empty.name));
    }
    let mut seen = HashSet::with_capacity(list.len());
    let named =
        list.iter().rev().filter_map(|one| Some((one.name.as_str(), one.value.as_ref()?.as_str())));
    let mut values: Vec<(&str, &str)> = named.filter(|(name, _)| seen.insert(*name)).collect();
    values.reverse();
    Ok(values)
}

/// Whether a user of the client may set the attribute with this name: not if only the service or
/// administrators write it, nor if the client's list omits it. For an unknown name only the list
/// counts.
pub(super) fn client_may_write(pool: &UserPool, client: &AppClient, name: &str) -> bool {
    let known = pool.schema().find(name);
    let reserved = known
        .is_some_and(|one| one.is_service_owned() || one.is_verified_flag() || one.developer_only);
    !reserved && list_allows(client, known, name)
}

/// Whether `WriteAttributes` of the client allows the attribute with this name. If the pool has no
/// such attribute, an unset list leaves the refusal to the schema.
pub(super) fn list_allows(client: &AppClient, known: Option<&SchemaAttribute>, name: &str) -> bool {
    let allowed = client.write_attributes();
    match known {
        Some(attribute) => allowed.include(&attribute.name),
        None => allowed.are_unset() || allowed.include(name),
    }
}
