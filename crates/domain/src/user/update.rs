//! Changed attributes: UpdateUserAttributes and AdminUpdateUserAttributes.

use wire::idp::AttributeType;

use super::given::{Given, list_allows, named_values};
use super::name::require_contact;
use super::required::require;
use super::{AttributeRefusal, Attributes};
use crate::client::AppClient;
use crate::names::AliasKind;
use crate::pool::UserPool;

/// The result of a change of attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeUpdate {
    /// All attributes after the change.
    pub attributes: Attributes,
    /// The contact values to send a code to.
    pub verifications: Vec<Verification>,
}

/// A contact value to be verified.
#[derive(Clone, PartialEq, Eq)]
pub struct Verification {
    /// Which attribute.
    pub kind: AliasKind,
    /// The new value, which the code is sent to.
    pub value: String,
    /// Whether the value replaces the old one only once it is verified.
    pub pending: bool,
}

impl std::fmt::Debug for Verification {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verification")
            .field("kind", &self.kind)
            .field("pending", &self.pending)
            .finish_non_exhaustive()
    }
}

/// Checks a change that a user makes (UpdateUserAttributes). An empty value removes the attribute.
///
/// # Errors
/// The first rule broken, with the operation's message.
pub fn check_update(
    pool: &UserPool,
    client: &AppClient,
    current: &Attributes,
    given: &[AttributeType],
) -> Result<AttributeUpdate, AttributeRefusal> {
    let values = named_values(given)?;
    check_user_may_write(pool, client, values.iter().map(|(name, _)| *name))?;
    let update = apply(pool, current, &values)?;
    require_sign_in_name(pool, current, &update.attributes)?;
    Ok(update)
}

/// Checks a change that an administrator makes (AdminUpdateUserAttributes). An empty value removes
/// the attribute.
///
/// # Errors
/// The first rule broken, with the operation's message.
pub fn check_admin_update(
    pool: &UserPool,
    current: &Attributes,
    given: &[AttributeType],
) -> Result<AttributeUpdate, AttributeRefusal> {
    apply(pool, current, &named_values(given)?)
}

/// Refuses attributes that only the service or an administrator writes, and those that the client's
/// list omits.
pub(super) fn check_user_may_write<'a>(
    pool: &UserPool,
    client: &AppClient,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), AttributeRefusal> {
    for name in names {
        let known = pool.schema().find(name);
        if known.is_some_and(|one| one.is_service_owned() || one.is_verified_flag()) {
            return Err(AttributeRefusal::non_mutable(name));
        }
        if known.is_some_and(|one| one.developer_only) || !list_allows(client, known, name) {
            return Err(AttributeRefusal::unauthorized());
        }
    }
    Ok(())
}

/// Refuses to take from a user the last of the attributes that the pool's users sign in with: their
/// password could no longer be recovered, and they would have no name that they know.
pub(super) fn require_sign_in_name(
    pool: &UserPool,
    before: &Attributes,
    after: &Attributes,
) -> Result<(), AttributeRefusal> {
    let kinds = pool.username_attributes();
    let signs_in = |one: &Attributes| kinds.iter().any(|kind| one.get(kind.as_str()).is_some());
    if signs_in(before) && !signs_in(after) {
        return Err(AttributeRefusal::last_sign_in_name());
    }
    Ok(())
}

/// The attributes of a change, all of which must exist and be mutable.
pub(super) fn changeable<'a>(
    pool: &'a UserPool,
    values: &[(&'a str, &'a str)],
) -> Result<Vec<Given<'a>>, AttributeRefusal> {
    let mut known = Vec::with_capacity(values.len());
    let mut unknown = Vec::new();
    for (name, value) in values {
        match pool.schema().find(name) {
            Some(attribute) if attribute.is_service_owned() => {
                return Err(AttributeRefusal::non_mutable(name));
            }
            Some(attribute) => known.push(Given { attribute, value }),
            None => unknown.push(format!("user.{name}: Attribute does not exist in the schema.")),
        }
    }
    if !unknown.is_empty() {
        return Err(AttributeRefusal::each(&unknown));
    }
    let immutable = |one: &&Given<'_>| !one.attribute.mutable;
    let text = |one: &Given<'_>| {
        format!(
            "user.{}: Attribute cannot be updated. (changing an immutable attribute)",
            one.name()
        )
    };
    let fixed: Vec<_> = known.iter().filter(immutable).map(text).collect();
    if fixed.is_empty() { Ok(known) } else { Err(AttributeRefusal::each(&fixed)) }
}

fn apply(
    pool: &UserPool,
    current: &Attributes,
    values: &[(&str, &str)],
) -> Result<AttributeUpdate, AttributeRefusal> {
    let given = changeable(pool, values)?;
    let removed: Vec<_> = given.iter().filter(|one| one.value.is_empty()).collect();
    let required: Vec<_> = removed
        .iter()
        .filter(|one| one.attribute.required)
        .map(|one| one.name().to_owned())
        .collect();
    require(&required)?;
    let mut attributes = current.clone();
    for one in &removed {
        attributes.remove(one.name());
    }
    for one in given.iter().filter(|one| !one.value.is_empty()) {
        let checked = one.attribute.check_value(one.value);
        let value = checked.map_err(|fault| AttributeRefusal::changed_value(one.name(), fault))?;
        attributes.set(one.name(), value);
    }
    let mut verifications = Vec::new();
    for kind in AliasKind::CONTACTS {
        require_contact(&attributes, kind)?;
        let flagged = |one: &Given<'_>| Some(one.name()) == kind.verified_flag();
        verifications.extend(settle_contact(
            pool,
            current,
            &mut attributes,
            kind,
            given.iter().any(flagged),
        ));
    }
    Ok(AttributeUpdate { attributes, verifications })
}

/// Decides what happens to a contact value that has changed: verified by an administrator in the
/// same request, stored unverified, or held back until it is verified.
fn settle_contact(
    pool: &UserPool,
    current: &Attributes,
    attributes: &mut Attributes,
    kind: AliasKind,
    flagged: bool,
) -> Option<Verification> {
    let old = current.get(kind.as_str());
    let new = attributes.get(kind.as_str()).filter(|new| Some(*new) != old)?.to_owned();
    if flagged && attributes.is_verified(kind) {
        return None;
    }
    let pending = pool.verified_before_update().contains(&kind);
    if pending {
        restore(current, attributes, kind);
        // The request does not vouch for an address, so neither for the old one.
        if flagged && old.is_some() {
            attributes.set_verified(kind, false);
        }
    } else {
        attributes.set_verified(kind, false);
    }
    (pending || pool.auto_verified().contains(&kind)).then_some(Verification {
        kind,
        value: new,
        pending,
    })
}

/// Restores a contact attribute and its flag as they were before the change.
fn restore(current: &Attributes, attributes: &mut Attributes, kind: AliasKind) {
    attributes.remove(kind.as_str());
    for name in [Some(kind.as_str()), kind.verified_flag()].into_iter().flatten() {
        if let Some(value) = current.get(name) {
            attributes.set(name, value);
        }
    }
}
