//! The class of an operation, which decides its rate limit: derived from its name, as the service
//! groups its quotas. `model/overlay.toml` corrects what the rule gets wrong.

use super::api::Api;
use super::overlay::Auth;

/// Parts of names of resources that belong to a user.
const USER_RESOURCES: [&str; 10] = [
    "Device",
    "MFAPreference",
    "SoftwareToken",
    "Settings",
    "AuthEvent",
    "Session",
    "GroupsForUser",
    "WebAuthn",
    "AuthFactors",
    "Code",
];
const READS: [&str; 4] = ["Get", "Describe", "List", "Lookup"];

/// The variant of `wire::Class` that follows from the name.
pub(super) fn by_rule(api: Api, name: &str, auth: Auth) -> &'static str {
    let is_admin = name.starts_with("Admin");
    let verb = name.strip_prefix("Admin").unwrap_or(name);
    let is_read = READS.iter().any(|read| verb.starts_with(read));
    match api {
        Api::Identity if auth == Auth::SigV4 => {
            either(is_read, "IdentityPoolRead", "IdentityPoolUpdate")
        }
        Api::Identity => "IdentityFederation",
        Api::Idp if is_admin || auth != Auth::SigV4 => of_user(verb, is_read),
        Api::Idp => of_pool(verb, is_read),
    }
}

fn of_user(verb: &str, is_read: bool) -> &'static str {
    let has = |marks: &[&str]| marks.iter().any(|mark| verb.contains(mark));
    match () {
        () if has(&["InitiateAuth", "RespondToAuthChallenge"]) => "UserAuthentication",
        () if has(&["SignUp", "CreateUser"]) => "UserCreation",
        () if has(&["Password"]) => "UserAccountRecovery",
        () if has(&USER_RESOURCES) => either(is_read, "UserResourceRead", "UserResourceUpdate"),
        () if has(&["Token"]) => "UserToken",
        () => either(is_read, "UserRead", "UserUpdate"),
    }
}

fn of_pool(verb: &str, is_read: bool) -> &'static str {
    match () {
        () if verb.starts_with("ListUsers") => "UserList",
        () if verb.contains("UserPoolClient") => {
            either(is_read, "UserPoolClientRead", "UserPoolClientUpdate")
        }
        () if verb.ends_with("UserPool") || verb.ends_with("UserPools") => {
            either(is_read, "UserPoolRead", "UserPoolUpdate")
        }
        () => either(is_read, "UserPoolResourceRead", "UserPoolResourceUpdate"),
    }
}

fn either(is_read: bool, read: &'static str, update: &'static str) -> &'static str {
    if is_read { read } else { update }
}
