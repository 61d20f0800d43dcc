//! Identifiers in the service's forms.

use zeroize::Zeroizing;

use crate::{Rng, Time};

const ALPHANUMERIC: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOWER: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A new user pool id: `<region>_<9 alphanumerics>`.
pub fn pool_id(region: &str, rng: &Rng) -> String {
    format!("{region}_{}", random(rng, ALPHANUMERIC, 9))
}

/// Whether a text has the form of a user pool id (API reference, `UserPoolIdType`).
pub fn is_pool_id(text: &str) -> bool {
    let Some((region, name)) = text.rsplit_once('_') else { return false };
    text.len() <= 55
        && !region.is_empty()
        && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a text has the form of an app client id (API reference, `ClientIdType`).
pub fn is_client_id(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'+')
}

/// The part of a pool id after the underscore: the pool name of SRP. The whole text if it has no
/// underscore.
pub fn pool_name(pool_id: &str) -> &str {
    pool_id.rsplit_once('_').map_or(pool_id, |(_, name)| name)
}

/// The region of a pool id, the part before the last underscore; empty if there is no underscore.
pub fn region(pool_id: &str) -> &str {
    pool_id.rsplit_once('_').map_or("", |(region, _)| region)
}

/// A new app client id: 26 characters `[a-z0-9]`.
pub fn client_id(rng: &Rng) -> String {
    random(rng, LOWER, 26)
}

/// A new client secret: 52 characters `[a-z0-9]`, about 268 bits.
pub fn client_secret(rng: &Rng) -> Zeroizing<String> {
    Zeroizing::new(random(rng, LOWER, 52))
}

/// The id of a client secret: `<client id>--<milliseconds since the epoch>`.
pub fn client_secret_id(client_id: &str, created: Time) -> String {
    format!("{client_id}--{}", created.millis())
}

/// A new immutable group id. Memberships are keyed by it, so that a later group of the same name
/// does not revive them.
pub fn group_id(rng: &Rng) -> String {
    rng.uuid()
}

/// A new token session id: `tkn` and 25 characters `[a-z0-9]`, about 129 bits.
pub fn token_session_id(rng: &Rng) -> String {
    format!("tkn{}", random(rng, LOWER, 25))
}

/// The Amazon resource name of a user pool.
pub fn pool_arn(account_id: &str, pool_id: &str) -> String {
    format!("arn:aws:cognito-idp:{}:{account_id}:userpool/{pool_id}", region(pool_id))
}

/// The Amazon resource name of the role that the service makes for itself in an account.
pub fn service_role_arn(account_id: &str) -> String {
    format!(
        "arn:aws:iam::{account_id}:role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp"
    )
}

/// The pool id in the Amazon resource name of a user pool; account and partition are not checked.
/// `None` if it does not name a user pool.
pub fn pool_of_arn(arn: &str) -> Option<&str> {
    let mut parts = arn.splitn(6, ':');
    let (scheme, _partition, service) = (parts.next()?, parts.next()?, parts.next()?);
    let (_region, _account, resource) = (parts.next()?, parts.next()?, parts.next()?);
    let id = resource.strip_prefix("userpool/")?;
    (scheme == "arn" && service == "cognito-idp" && is_pool_id(id)).then_some(id)
}

fn random(rng: &Rng, alphabet: &[u8], length: usize) -> String {
    let most = u32::try_from(alphabet.len()).unwrap_or(1);
    (0..length)
        .filter_map(|_| alphabet.get(usize::try_from(rng.below(most)).unwrap_or(0)))
        .map(|byte| char::from(*byte))
        .collect()
}
