//! The NEW_PASSWORD_REQUIRED challenge: attributes requested and given together with the
//! new password.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::given::client_may_write;
use super::required::missing_required;
use super::{AttributeRefusal, Attributes};
use crate::client::AppClient;
use crate::names::AliasKind;
use crate::pool::UserPool;

/// Prefix of an attribute's name in the challenge and in its responses.
const PREFIX: &str = "userAttributes.";

/// The challenge parameters about attributes. `Debug` hides the values.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPasswordParameters {
    /// `requiredAttributes`: a JSON array of missing attributes, each with the prefix
    /// `userAttributes.`.
    pub required_attributes: String,
    /// `userAttributes`: a JSON object of the attributes that the user has and the client may read,
    /// without `sub`.
    pub user_attributes: String,
}

impl std::fmt::Debug for NewPasswordParameters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPasswordParameters")
            .field("required_attributes", &self.required_attributes)
            .finish_non_exhaustive()
    }
}

/// The parameters of the challenge for a user with these attributes.
pub fn new_password_parameters(
    pool: &UserPool,
    client: &AppClient,
    current: &Attributes,
) -> NewPasswordParameters {
    let missing = missing_required(pool, current);
    let required: Value =
        missing.iter().map(|name| Value::from(format!("{PREFIX}{name}"))).collect();
    let hidden = |name: &str| pool.schema().find(name).is_some_and(|one| one.developer_only);
    let shown =
        |name: &str| name != "sub" && !hidden(name) && client.read_attributes().include(name);
    let present = current.iter().filter(|(name, _)| shown(name));
    let user: Map<String, Value> =
        present.map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    NewPasswordParameters {
        required_attributes: required.to_string(),
        user_attributes: Value::Object(user).to_string(),
    }
}

/// The attributes given in the responses to the challenge: values as sent, by the name after
/// `userAttributes.`. Other responses are ignored.
pub fn given_new_password_attributes(
    responses: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    responses
        .iter()
        .filter_map(|(key, value)| Some((key.strip_prefix(PREFIX)?.to_owned(), value.clone())))
        .collect()
}

/// All attributes of the user after the challenge was answered with `responses`, the challenge
/// responses as sent.
///
/// # Errors
/// Like [`apply_new_password_attributes`].
pub fn check_new_password_attributes(
    pool: &UserPool,
    client: &AppClient,
    current: &Attributes,
    responses: &BTreeMap<String, String>,
) -> Result<Attributes, AttributeRefusal> {
    let given = given_new_password_attributes(responses);
    apply_new_password_attributes(pool, client, current, &given)
}

/// All attributes of the user after the challenge was answered with the attributes `given`, values
/// by name. An empty value sets nothing.
///
/// # Errors
/// An attribute that cannot be set here, an invalid value, or a required attribute still missing.
pub fn apply_new_password_attributes(
    pool: &UserPool,
    client: &AppClient,
    current: &Attributes,
    given: &BTreeMap<String, String>,
) -> Result<Attributes, AttributeRefusal> {
    let mut attributes = current.clone();
    for (name, value) in given {
        let Some(known) = pool.schema().find(name) else {
            return Err(AttributeRefusal::undetermined(name));
        };
        let present = current.get(&known.name).is_some();
        let contact = AliasKind::parse(&known.name);
        let held = contact.is_some_and(|kind| pool.verified_before_update().contains(&kind));
        if present && (known.required || held) {
            return Err(AttributeRefusal::NotAuthorized(format!(
                "Cannot modify an already provided {name}"
            )));
        }
        if !client_may_write(pool, client, name) || (present && !known.mutable) {
            return Err(AttributeRefusal::non_mutable(name));
        }
        if value.is_empty() {
            continue;
        }
        let value =
            known.check_value(value).map_err(|fault| AttributeRefusal::value(name, fault))?;
        // It was the previous value that was verified.
        if let Some(kind) = contact.filter(|_| current.get(&known.name) != Some(&value)) {
            attributes.set_verified(kind, false);
        }
        attributes.set(&known.name, value);
    }
    match missing_required(pool, &attributes).first() {
        None => Ok(attributes),
        Some(name) => Err(AttributeRefusal::InvalidParameter(format!(
            "Invalid attributes given, {name} is missing"
        ))),
    }
}
