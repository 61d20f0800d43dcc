//! The password policy: what a policy that is given in part requires.

use wire::idp::UserPoolPolicyType;

/// The policies with every kind of character either required or not: `unnamed` is what holds for
/// those that a given password policy does not name. CreateUserPool does not require them
/// (measured); documents stored by earlier versions did.
pub(super) fn explicit(
    policies: Option<UserPoolPolicyType>,
    unnamed: bool,
) -> Option<UserPoolPolicyType> {
    let mut policies = policies?;
    if let Some(policy) = &mut policies.password_policy {
        policy.require_uppercase.get_or_insert(unnamed);
        policy.require_lowercase.get_or_insert(unnamed);
        policy.require_numbers.get_or_insert(unnamed);
        policy.require_symbols.get_or_insert(unnamed);
    }
    Some(policies)
}
