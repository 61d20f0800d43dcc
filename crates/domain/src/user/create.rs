//! Attributes of a new user: SignUp and AdminCreateUser.

use wire::idp::AttributeType;

use super::given::{Given, client_may_write, named_values};
use super::name::{SignUpName, admin_create_name, fill_name};
use super::required::{missing_required, require};
use super::{AttributeRefusal, Attributes};
use crate::client::AppClient;
use crate::names::AliasKind;
use crate::pool::UserPool;

/// Checks the name and the attributes of a sign-up: everything that SignUp can decide without the
/// store.
///
/// # Errors
/// The first rule broken, with SignUp's message.
pub fn sign_up(
    pool: &UserPool,
    client: &AppClient,
    username: &str,
    given: &[AttributeType],
) -> Result<(Attributes, SignUpName), AttributeRefusal> {
    let mut attributes = signed_up_attributes(pool, client, given)?;
    let name = fill_name(pool, username, &mut attributes)?;
    require(&missing_required(pool, &attributes))?;
    Ok((attributes, name))
}

/// Checks the name and the attributes of a user that an administrator creates. Required attributes
/// may be missing: the user is asked for them at the first sign-in.
///
/// # Errors
/// The first rule broken, with AdminCreateUser's message.
pub fn admin_create(
    pool: &UserPool,
    username: &str,
    given: &[AttributeType],
) -> Result<(Attributes, SignUpName), AttributeRefusal> {
    let mut attributes = check_admin_create(pool, given)?;
    let name = admin_create_name(pool, username, &mut attributes)?;
    Ok((attributes, name))
}

/// Checks the attributes of a sign-up without its name. Required attributes that the name may
/// supply are left to [`super::sign_up_name`]; [`sign_up`] does both.
///
/// # Errors
/// Like [`sign_up`].
pub fn check_sign_up(
    pool: &UserPool,
    client: &AppClient,
    given: &[AttributeType],
) -> Result<Attributes, AttributeRefusal> {
    let attributes = signed_up_attributes(pool, client, given)?;
    let by_name = pool.username_attributes();
    let mut missing = missing_required(pool, &attributes);
    missing.retain(|name| !by_name.iter().any(|kind| kind.as_str() == name));
    require(&missing)?;
    Ok(attributes)
}

/// Checks the attributes of a user that an administrator creates, without the name.
///
/// # Errors
/// Like [`admin_create`].
pub fn check_admin_create(
    pool: &UserPool,
    given: &[AttributeType],
) -> Result<Attributes, AttributeRefusal> {
    let mut known = Vec::with_capacity(given.len());
    for (name, value) in named_values(given)? {
        let attribute =
            pool.schema().find(name).ok_or_else(|| AttributeRefusal::undetermined(name))?;
        if attribute.is_service_owned() {
            return Err(AttributeRefusal::non_mutable(name));
        }
        known.push(Given { attribute, value });
    }
    stored_values(&known)
}

/// Checks everything about a sign-up's attributes except whether any are missing.
fn signed_up_attributes(
    pool: &UserPool,
    client: &AppClient,
    given: &[AttributeType],
) -> Result<Attributes, AttributeRefusal> {
    let values = named_values(given)?;
    if values.iter().any(|(name, _)| !client_may_write(pool, client, name)) {
        return Err(AttributeRefusal::unauthorized());
    }
    let mut known = Vec::with_capacity(values.len());
    for (name, value) in values {
        let attribute =
            pool.schema().find(name).ok_or_else(|| AttributeRefusal::undetermined(name))?;
        known.push(Given { attribute, value });
    }
    let alias = AliasKind::PreferredUsername;
    if pool.aliases().contains(&alias)
        && known.iter().any(|one| one.name() == alias.as_str() && !one.value.is_empty())
    {
        let text = "Preferred username cannot be provided for unconfirmed account, \
                    since user pool is configured for preferred username alias.";
        return Err(AttributeRefusal::InvalidParameter(text.to_owned()));
    }
    stored_values(&known)
}

/// The values in their stored form; an empty one counts as absent.
fn stored_values(given: &[Given<'_>]) -> Result<Attributes, AttributeRefusal> {
    let mut attributes = Attributes::default();
    for one in given.iter().filter(|one| !one.value.is_empty()) {
        let value = one
            .attribute
            .check_value(one.value)
            .map_err(|fault| AttributeRefusal::value(one.name(), fault))?;
        attributes.set(one.name(), value);
    }
    Ok(attributes)
}
