//! The service's texts that more than one operation answers with (errors that clients match on,
//! exact to the full stop).

use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};

/// The service's text at every limit on the rate of requests.
pub const RATE_EXCEEDED: &str = "Rate exceeded";

/// The user pool is unknown, or being deleted.
pub(crate) fn pool_unknown(pool_id: &str) -> Error {
    refuse(Kind::ResourceNotFound, format!("User pool {pool_id} does not exist."))
}

/// The app client is unknown, or of another pool.
pub fn client_unknown(client_id: &str) -> Error {
    refuse(Kind::ResourceNotFound, format!("User pool client {client_id} does not exist."))
}

/// The user is unknown to an operation that says so.
pub(crate) fn user_unknown() -> Error {
    refuse(Kind::UserNotFound, "User does not exist.")
}

/// The user is unknown to a code operation (ConfirmSignUp, ResendConfirmationCode, ForgotPassword).
pub(crate) fn user_client_unknown() -> Error {
    refuse(Kind::UserNotFound, "Username/client id combination not found.")
}

/// The user is disabled.
pub(crate) fn user_disabled() -> Error {
    refuse(Kind::NotAuthorized, "User is disabled.")
}

/// A wrong password, and every failure that must look like one.
pub(crate) fn incorrect_password() -> Error {
    refuse(Kind::NotAuthorized, "Incorrect username or password.")
}

/// The lock-out holds.
pub(crate) fn attempts_exceeded() -> Error {
    refuse(Kind::NotAuthorized, "Password attempts exceeded")
}

/// A limit per hour is used up.
pub(crate) fn limit_exceeded() -> Error {
    refuse(Kind::LimitExceeded, "Attempt limit exceeded, please try after some time.")
}

/// Too much at once: nothing was decided, the caller may try again.
pub(crate) fn too_many_requests() -> Error {
    refuse(Kind::TooManyRequests, "Too many requests")
}

/// More requests than a limit allows.
pub fn rate_exceeded() -> Error {
    refuse(Kind::TooManyRequests, RATE_EXCEEDED)
}

/// Others kept changing the same thing: nothing was decided, the caller may try again.
pub(crate) fn concurrent_modification() -> Error {
    refuse(Kind::ConcurrentModification, "It is being changed by others at this moment.")
}

/// A wrong code.
pub(crate) fn code_mismatch() -> Error {
    refuse(Kind::CodeMismatch, "Invalid verification code provided, please try again.")
}

/// A code that is too old, or none outstanding.
pub(crate) fn code_expired() -> Error {
    refuse(Kind::ExpiredCode, "Invalid code provided, please request a code again.")
}

/// A map parameter that a flow or a challenge needs.
pub fn missing_parameter(name: &str) -> Error {
    refuse(Kind::InvalidParameter, format!("Missing required parameter {name}"))
}

/// A challenge session that is none, or not of this user, client or challenge.
pub(crate) fn session_invalid() -> Error {
    refuse(Kind::NotAuthorized, "Invalid session for the user.")
}

/// A challenge session past its life.
pub(crate) fn session_expired() -> Error {
    refuse(Kind::NotAuthorized, "Invalid session for the user, session is expired.")
}

/// A challenge session that already produced a result.
pub(crate) fn session_spent() -> Error {
    refuse(Kind::NotAuthorized, "Invalid session for the user, session can only be used once.")
}

/// A refresh token that is none, or of another client or pool.
pub(crate) fn refresh_invalid() -> Error {
    refuse(Kind::NotAuthorized, "Invalid Refresh Token.")
}

/// A refresh token whose family was revoked, or whose user was signed out.
pub(crate) fn refresh_revoked() -> Error {
    refuse(Kind::NotAuthorized, "Refresh Token has been revoked")
}

/// An access token whose family was revoked, or whose user was signed out or disabled.
pub(crate) fn access_revoked() -> Error {
    refuse(Kind::NotAuthorized, "Access Token has been revoked")
}

/// The group is unknown.
pub fn group_unknown() -> Error {
    refuse(Kind::ResourceNotFound, "Group not found.")
}

/// An alias is already another user's.
pub(crate) fn alias_taken(attribute: &str) -> Error {
    refuse(Kind::AliasExists, format!("An account with the given {attribute} already exists."))
}
