//! `[aws]`: regions, account, issuer form, access keys.

use std::path::PathBuf;

use pools::IssuerForm;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::faults::Faults;
use super::{ConfigError, none_of, secret_file};
use crate::aws_json::sigv4::verify::is_region;
use crate::edge::access_keys::{AccessKey, AccessKeys, fits_action};

/// AWS's own secrets have 40 characters; a shorter one can be guessed.
const MIN_SECRET_CHARS: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    #[serde(default)]
    regions: Vec<String>,
    account_id: Option<String>,
    #[serde(default)]
    access_keys: Vec<KeyEntry>,
    issuer: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyEntry {
    id: String,
    secret: Option<Zeroizing<String>>,
    secret_file: Option<PathBuf>,
    secret_env: Option<String>,
    actions: Option<Vec<String>>,
    pools: Option<Vec<String>>,
}

/// The checked section.
#[derive(Debug)]
pub struct Aws {
    /// The regions that pools may be in, at least one.
    pub regions: Vec<String>,
    /// Twelve digits.
    pub account_id: String,
    /// The form of the issuer in tokens.
    pub issuer: IssuerForm,
    /// At least one.
    pub access_keys: AccessKeys,
}

impl Section {
    pub(super) fn has_inline_secret(&self) -> bool {
        self.access_keys.iter().any(|key| key.secret.is_some())
    }

    /// Whether a secret stands elsewhere.
    pub(super) fn names_a_secret(&self) -> bool {
        self.access_keys.iter().any(|key| key.secret_file.is_some() || key.secret_env.is_some())
    }

    pub(super) fn check(self, faults: &mut Faults) -> Option<Aws> {
        if self.regions.is_empty() {
            faults.note("aws.regions is missing; list the regions your clients use, e.g. regions = [\"eu-west-1\"].");
        }
        faults.keep_all(self.regions.iter().map(|name| region(name)));
        if self.access_keys.is_empty() {
            faults.note(
                "aws.access_keys is missing, so nobody could administer this server; give at least one key with id and \
                 secret_file.",
            );
        }
        for (index, key) in self.access_keys.iter().enumerate() {
            if self.access_keys.iter().skip(index + 1).any(|other| other.id == key.id) {
                faults.note(format!("aws.access_keys has {} twice; remove one.", key.id));
            }
        }
        let keys: Vec<AccessKey> =
            self.access_keys.into_iter().filter_map(|entry| entry.check(faults)).collect();
        let account_id =
            faults.keep(account_id(self.account_id.as_deref().unwrap_or(DEFAULT_ACCOUNT_ID)));
        let issuer = faults.keep(issuer(self.issuer.as_deref()));
        Some(Aws {
            regions: self.regions,
            account_id: account_id?,
            issuer: issuer?,
            access_keys: AccessKeys::new(keys),
        })
    }
}

fn issuer(given: Option<&str>) -> Result<IssuerForm, ConfigError> {
    match given {
        None | Some("own") => Ok(IssuerForm::Own),
        Some("aws") => Ok(IssuerForm::Aws),
        Some(_) => Err(none_of("aws.issuer", ["own", "aws"])),
    }
}

/// Checks the name of a region.
pub fn region(name: &str) -> Result<(), ConfigError> {
    if is_region(name) {
        return Ok(());
    }
    Err(ConfigError::new(format!(
        "aws.regions has '{name}', which is not a region; use lower-case letters, digits and hyphens, e.g. eu-west-1."
    )))
}

/// The account in ARNs when none is set.
pub const DEFAULT_ACCOUNT_ID: &str = "000000000000";

/// Checks an AWS account id.
pub fn account_id(text: &str) -> Result<String, ConfigError> {
    if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(text.to_owned());
    }
    Err(ConfigError::new(format!(
        "The account id '{text}' is not twelve digits; write it as 111122223333."
    )))
}

/// Checks an access key id: one that can stand in a credential scope.
pub fn access_key_id(id: &str) -> Result<(), ConfigError> {
    if (3..=128).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    {
        return Ok(());
    }
    Err(ConfigError::new(format!(
        "The access key id '{id}' cannot be used; take 3 to 128 letters, digits, '_', '-' or '.'."
    )))
}

impl KeyEntry {
    fn check(self, faults: &mut Faults) -> Option<AccessKey> {
        let Self { id, secret, secret_file, secret_env, actions, pools } = self;
        faults.keep(access_key_id(&id));
        let actions_of = actions.iter().flatten();
        faults.keep_all(actions_of.map(|action| require_operation(&id, action)));
        let secret = match (secret, secret_file, secret_env) {
            (Some(secret), None, None) => Ok(secret),
            (None, Some(path), None) => from_file(&id, &path),
            (None, None, Some(name)) => from_env(&id, &name),
            _ => Err(ConfigError::new(format!(
                "The access key {id} needs exactly one of secret_file, secret_env and secret."
            ))),
        };
        let secret = faults.keep(secret.and_then(|secret| long_enough(&id, secret)))?;
        Some(AccessKey::new(id, secret.as_str()).with_actions(actions).with_pools(pools))
    }
}

fn long_enough(id: &str, secret: Zeroizing<String>) -> Result<Zeroizing<String>, ConfigError> {
    if secret.chars().count() >= MIN_SECRET_CHARS {
        return Ok(secret);
    }
    Err(ConfigError::new(format!(
        "The secret of access key {id} has fewer than {MIN_SECRET_CHARS} characters; make one with: openssl rand -base64 30"
    )))
}

fn require_operation(id: &str, action: &str) -> Result<(), ConfigError> {
    if names_an_operation(action) {
        return Ok(());
    }
    Err(ConfigError::new(format!(
        "The action {action} of access key {id} is no operation; write cognito-idp:AdminGetUser, or cognito-idp:Admin*."
    )))
}

/// Whether a pattern fits any operation of either service: one that fits none is a slip of the pen.
fn names_an_operation(pattern: &str) -> bool {
    wire::Service::ALL.into_iter().any(|service| {
        let name =
            |operation: &wire::Operation| format!("{}:{}", service.signing_name(), operation.name);
        wire::operations(service).iter().any(|operation| fits_action(pattern, &name(operation)))
    })
}

fn from_file(id: &str, path: &std::path::Path) -> Result<Zeroizing<String>, ConfigError> {
    if !path.is_absolute() {
        return Err(ConfigError::new(format!(
            "The secret_file of access key {id} is not absolute; write the whole path."
        )));
    }
    secret_file::read(path)
}

fn from_env(id: &str, name: &str) -> Result<Zeroizing<String>, ConfigError> {
    let secret = std::env::var(name).map_err(|_| {
        ConfigError::new(format!(
            "The environment variable {name}, the secret of access key {id}, is not set."
        ))
    })?;
    Ok(Zeroizing::new(secret))
}
