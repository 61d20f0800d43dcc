//! `[aws]`: regions, account, issuer form, access keys.

use std::path::PathBuf;

use domain::client::UnsetAttributes;
use pools::IssuerForm;
use zeroize::Zeroizing;

use super::faults::Faults;
use super::settings::settings;
use super::{ConfigError, none_of, secret_file};
use crate::aws_json::sigv4::verify::is_region;
use crate::edge::access_keys::{AccessKey, AccessKeys, fits_action};

/// AWS's own secrets have 40 characters; a shorter one can be guessed.
const MIN_SECRET_CHARS: usize = 20;

settings! {
    /// What clients know from AWS: regions, the account, the issuer.
    section "aws" Section => Aws (Debug) {
        /// The regions that user pools may be in and that signatures may name; at least one.
        /// Requests that name no region use the first.
        regions: Vec<String> => Vec<String> = regions, required, r#"["eu-west-1"]"#;

        /// The AWS account in ARNs, twelve digits.
        account_id: String => String = |_name, text: String, faults: &mut Faults| {
            faults.keep(account_id(&text))
        }, value(r#""000000000000""#), r#""111122223333""#;

        /// own: the issuer in tokens is public_url followed by the pool's id. aws: it has Amazon's
        /// form, for verifiers that insist on it; they must be given this server's keys.
        issuer: String => IssuerForm = |name, text: String, faults: &mut Faults| {
            faults.keep(issuer(name, &text))
        }, value(r#""own""#), r#""aws""#;

        /// standard: an app client without ReadAttributes or WriteAttributes may read or write the
        /// standard attributes, as Amazon's API reference says; custom ones must be listed. all: it
        /// may read and write every attribute, as Amazon's developer guide says.
        unset_attributes: String => UnsetAttributes = |name, text: String, faults: &mut Faults| {
            faults.keep(unset_attributes(name, &text))
        }, value(r#""standard""#), r#""all""#;

        with
        /// The administrators' access keys, at least one.
        access_keys: Vec<KeyEntry> => AccessKeys = access_keys;
    }
}

settings! {
    /// Who may administer the server: an id and a secret, which clients use as AWS credentials. At
    /// least one is required, and each needs exactly one of secret_file, secret_env and secret.
    list "aws.access_keys" KeyEntry {
        /// The access key id: 3 to 128 letters, digits, '_', '-' or '.'.
        id: String, required, r#""AKIAOPERATOR""#;

        /// A file with the secret, readable only by its owner; at least 20 characters. Create one
        /// with: openssl rand -base64 30
        secret_file: Option<PathBuf>, nothing, r#""/etc/poolkeeper/operator.secret""#;

        /// The environment variable that holds the secret.
        secret_env: Option<String>, nothing, r#""POOLKEEPER_OPERATOR_SECRET""#;

        /// The secret itself; this file must then be readable only by its owner.
        secret: Option<Zeroizing<String>>, nothing, r#""a secret of at least 20 characters""#;

        /// What the key may do, with wildcards; everything if left out.
        actions: Option<Vec<String>>, nothing,
        r#"["cognito-idp:AdminGetUser", "cognito-idp:List*"]"#;

        /// The ARNs of the pools that the key may do it on, with wildcards; all pools if left out.
        pools: Option<Vec<String>>, nothing,
        r#"["arn:aws:cognito-idp:eu-west-1:*:userpool/eu-west-1_Example00"]"#;
    }
}

impl Section {
    pub(super) fn has_inline_secret(&self) -> bool {
        self.access_keys.iter().any(|key| key.secret.is_some())
    }

    /// Whether the secret is in a file or in the environment.
    pub(super) fn names_a_secret(&self) -> bool {
        self.access_keys.iter().any(|key| key.secret_file.is_some() || key.secret_env.is_some())
    }

    pub(super) fn check(self, faults: &mut Faults) -> Option<Aws> {
        self.each(faults)
    }
}

fn regions(_name: &str, given: Vec<String>, faults: &mut Faults) -> Option<Vec<String>> {
    if given.is_empty() {
        faults.note("aws.regions is missing; list the regions your clients use, e.g. regions = [\"eu-west-1\"].");
    }
    faults.keep_all(given.iter().map(|name| region(name)));
    Some(given)
}

fn access_keys(_name: &str, entries: Vec<KeyEntry>, faults: &mut Faults) -> Option<AccessKeys> {
    if entries.is_empty() {
        faults.note(
            "aws.access_keys is missing, so nobody could administer this server; give at least one key with id and \
             secret_file.",
        );
    }
    for (index, key) in entries.iter().enumerate() {
        if entries.iter().skip(index + 1).any(|other| other.id == key.id) {
            faults.note(format!("aws.access_keys has {} twice; remove one.", key.id));
        }
    }
    Some(AccessKeys::new(entries.into_iter().filter_map(|entry| entry.check(faults)).collect()))
}

fn unset_attributes(name: &str, text: &str) -> Result<UnsetAttributes, ConfigError> {
    match text {
        "standard" => Ok(UnsetAttributes::Standard),
        "all" => Ok(UnsetAttributes::All),
        _ => Err(none_of(name, ["standard", "all"])),
    }
}

fn issuer(name: &str, given: &str) -> Result<IssuerForm, ConfigError> {
    match given {
        "own" => Ok(IssuerForm::Own),
        "aws" => Ok(IssuerForm::Aws),
        _ => Err(none_of(name, ["own", "aws"])),
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

/// The account in ARNs if none is set.
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

/// Checks that an access key id can be part of a credential scope.
pub fn access_key_id(id: &str) -> Result<(), ConfigError> {
    if (3..=128).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    {
        return Ok(());
    }
    Err(ConfigError::new(format!(
        "The access key id '{id}' cannot be used; use 3 to 128 letters, digits, '_', '-' or '.'."
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
        "The action {action} of access key {id} is not an operation; write cognito-idp:AdminGetUser, or cognito-idp:Admin*."
    )))
}

/// Whether a pattern matches any operation of either service; one that matches none is a mistake.
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
