//! Deleted attributes: DeleteUserAttributes and AdminDeleteUserAttributes.

use super::update::{check_user_may_write, require_sign_in_name};
use super::{AttributeRefusal, Attributes};
use crate::client::AppClient;
use crate::pool::UserPool;

/// The attributes left when a user deletes some.
///
/// # Errors
/// The first rule broken, with the operation's message.
pub fn check_delete(
    pool: &UserPool,
    client: &AppClient,
    current: &Attributes,
    names: &[String],
) -> Result<Attributes, AttributeRefusal> {
    check_user_may_write(pool, client, names.iter().map(String::as_str))?;
    let left = check_admin_delete(pool, current, names)?;
    require_sign_in_name(pool, current, &left)?;
    Ok(left)
}

/// The attributes left when an administrator deletes some. Deleting a contact attribute deletes its
/// verified flag too.
///
/// # Errors
/// The first rule broken, with the operation's message.
pub fn check_admin_delete(
    pool: &UserPool,
    current: &Attributes,
    names: &[String],
) -> Result<Attributes, AttributeRefusal> {
    let mut left = current.clone();
    let mut faults = String::new();
    for name in names {
        let fault = match pool.schema().find(name) {
            None => "Attribute does not exist in the schema.",
            Some(known) if known.is_service_owned() => {
                return Err(AttributeRefusal::non_mutable(name));
            }
            Some(known) if known.required => "Required attributes cannot be deleted.",
            Some(known) if !known.mutable => {
                "Attribute cannot be updated. (changing an immutable attribute)"
            }
            Some(known) => {
                left.remove(&known.name);
                continue;
            }
        };
        faults.push_str(&format!("user.{name}: {fault}\n"));
    }
    if faults.is_empty() {
        return Ok(left);
    }
    Err(AttributeRefusal::InvalidParameter(format!("Invalid user attributes: {faults}")))
}
