//! The attributes of a request, matched with the pool's schema.

use wire::idp::AttributeType;

use super::AttributeRefusal;
use crate::client::AppClient;
use crate::pool::UserPool;
use crate::schema::SchemaAttribute;

/// One attribute of a request that the pool knows.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// What the pool says of it.
    pub(super) attribute: &'a SchemaAttribute,
    /// The value as sent; empty means none.
    pub(super) value: &'a str,
}

impl<'a> Given<'a> {
    /// The attribute's full name.
    pub(super) fn name(&self) -> &'a str {
        &self.attribute.name
    }
}

/// The named values of a request; a name that comes twice keeps its last value.
pub(super) fn named_values(list: &[AttributeType]) -> Result<Vec<(&str, &str)>, AttributeRefusal> {
    let mut values: Vec<(&str, &str)> = Vec::with_capacity(list.len());
    for one in list {
        let value = one.value.as_ref().ok_or_else(|| AttributeRefusal::null(&one.name))?;
        values.retain(|(name, _)| *name != one.name);
        values.push((&one.name, value));
    }
    Ok(values)
}

/// Whether a user of the client may set the attribute by this name: neither what the service or administrators alone
/// write, nor what the client's list leaves out. An unknown name is judged by the list alone.
pub(super) fn client_may_write(pool: &UserPool, client: &AppClient, name: &str) -> bool {
    let known = pool.schema().find(name);
    let reserved = known.is_some_and(|one| one.is_service_owned() || one.is_verified_flag() || one.developer_only);
    !reserved && client.may_write(known.map_or(name, |one| &one.name))
}
