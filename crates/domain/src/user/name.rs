//! The name under which a user signs up.

use super::required::{missing_required, require};
use super::{AttributeRefusal, Attributes, active_aliases};
use crate::names::{AliasKind, lookup_value, normalise};
use crate::pool::UserPool;

/// The names of a new user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignUpName {
    /// The real username, or `None` if the server makes one: a UUID equal to the user's `sub`.
    pub username: Option<String>,
    /// Sign-in names that the user holds from the start, as sent; each must be free.
    pub aliases: Vec<(AliasKind, String)>,
}

/// Checks the name of a sign-up and, in a pool with username attributes, fills in the attribute
/// whose value the name is.
///
/// # Errors
/// A name of the wrong form, one that contradicts the attribute, or a required username attribute
/// in neither the name nor the request.
pub fn sign_up_name(
    pool: &UserPool,
    username: &str,
    attributes: &mut Attributes,
) -> Result<SignUpName, AttributeRefusal> {
    let name = fill_name(pool, username, attributes)?;
    let by_name = pool.username_attributes();
    let mut missing = missing_required(pool, attributes);
    missing.retain(|name| by_name.iter().any(|kind| kind.as_str() == name));
    require(&missing)?;
    Ok(name)
}

/// Like [`sign_up_name`], for AdminCreateUser, which does not enforce required attributes.
///
/// # Errors
/// A name of the wrong form, or one that contradicts the attribute; a verified flag without its
/// attribute.
pub fn admin_create_name(
    pool: &UserPool,
    username: &str,
    attributes: &mut Attributes,
) -> Result<SignUpName, AttributeRefusal> {
    let name = fill_name(pool, username, attributes)?;
    for kind in AliasKind::CONTACTS {
        require_contact(attributes, kind)?;
    }
    Ok(name)
}

/// Refuses the verified flag of a contact attribute that the user does not have.
pub(super) fn require_contact(
    attributes: &Attributes,
    kind: AliasKind,
) -> Result<(), AttributeRefusal> {
    let flagged = kind.verified_flag().is_some_and(|flag| attributes.get(flag).is_some());
    if !flagged || attributes.get(kind.as_str()).is_some() {
        return Ok(());
    }
    let text = match kind {
        AliasKind::PhoneNumber => "Phone Number is required to verify/un-verify a phone number",
        _ => "Email is required to verify/un-verify an email",
    };
    Err(AttributeRefusal::InvalidParameter(text.to_owned()))
}

/// Checks the name alone, and fills in its attribute.
pub(super) fn fill_name(
    pool: &UserPool,
    username: &str,
    attributes: &mut Attributes,
) -> Result<SignUpName, AttributeRefusal> {
    let by_name = pool.username_attributes();
    if by_name.is_empty() {
        check_free_name(pool, username)?;
        return Ok(SignUpName {
            username: Some(username.to_owned()),
            aliases: active_aliases(pool, attributes, false),
        });
    }
    let Some(kind) = by_name.iter().find(|kind| kind.fits(username)) else {
        return Err(AttributeRefusal::InvalidParameter(wrong_form(&by_name).to_owned()));
    };
    if let Some(attribute) = pool.schema().find(kind.as_str()) {
        attribute
            .check_value(username)
            .map_err(|fault| AttributeRefusal::value(kind.as_str(), fault))?;
    }
    let key = |value: &str| lookup_value(*kind, value, pool.case_sensitive());
    match attributes.get(kind.as_str()) {
        None => attributes.set(kind.as_str(), username),
        Some(value) if key(value) == key(username) => {}
        Some(_) => {
            let text = format!("Username and the {kind} attribute should be the same.");
            return Err(AttributeRefusal::InvalidParameter(text));
        }
    }
    Ok(SignUpName { username: None, aliases: active_aliases(pool, attributes, false) })
}

fn wrong_form(by_name: &[AliasKind]) -> &'static str {
    match by_name {
        [AliasKind::Email] => "Username should be an email.",
        [AliasKind::PhoneNumber] => "Username should be a phone number.",
        _ => "Username should be either an email or a phone number.",
    }
}

/// Checks that a free-form name does not look like an alias of the pool. The normal form, under
/// which names are looked up, is checked too: a name in full-width letters must not take the place
/// of somebody's address.
///
/// # Errors
/// The refusal, with SignUp's message.
pub fn check_free_name(pool: &UserPool, username: &str) -> Result<(), AttributeRefusal> {
    let normal = normalise(username, pool.case_sensitive());
    let contacts = [AliasKind::Email, AliasKind::PhoneNumber];
    let aliases = pool.aliases();
    let taken =
        |kind: &AliasKind| aliases.contains(kind) && (kind.fits(username) || kind.fits(&normal));
    match contacts.iter().find(|kind| taken(kind)) {
        Some(kind) => {
            let text = format!(
                "Username cannot be of {kind} format, since user pool is configured for {kind} alias."
            );
            Err(AttributeRefusal::InvalidParameter(text))
        }
        None => Ok(()),
    }
}
