//! Texts of the service that more than one endpoint answers with. Clients match on them, so they
//! are exact to the full stop.

use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};

/// The service's text for every exceeded request rate.
pub const RATE_EXCEEDED: &str = "Rate exceeded";

/// The user pool does not exist, or is being deleted.
pub(crate) fn pool_unknown(pool_id: &str) -> Error {
    refuse(Kind::ResourceNotFound, format!("User pool {pool_id} does not exist."))
}

/// The app client does not exist, or belongs to another pool.
pub fn client_unknown(client_id: &str) -> Error {
    refuse(Kind::ResourceNotFound, format!("User pool client {client_id} does not exist."))
}

/// The user does not exist, for operations that say so.
pub(crate) fn user_unknown() -> Error {
    refuse(Kind::UserNotFound, "User does not exist.")
}

/// The user does not exist, for code operations (ConfirmSignUp, ResendConfirmationCode,
/// ForgotPassword).
pub(crate) fn user_client_unknown() -> Error {
    refuse(Kind::UserNotFound, "Username/client id combination not found.")
}

/// The user is disabled.
pub(crate) fn user_disabled() -> Error {
    refuse(Kind::NotAuthorized, "User is disabled.")
}

/// The user has not confirmed the sign-up.
pub(crate) fn user_not_confirmed() -> Error {
    refuse(Kind::UserNotConfirmed, "User is not confirmed.")
}

/// The user must reset the password first.
pub(crate) fn password_reset_required() -> Error {
    refuse(Kind::PasswordResetRequired, "Password reset required for the user")
}

/// A wrong password, and every failure that must look like one.
pub(crate) fn incorrect_password() -> Error {
    refuse(Kind::NotAuthorized, "Incorrect username or password.")
}

/// The subject is locked out.
pub(crate) fn attempts_exceeded() -> Error {
    refuse(Kind::NotAuthorized, "Password attempts exceeded")
}

/// An hourly limit is used up.
pub(crate) fn limit_exceeded() -> Error {
    refuse(Kind::LimitExceeded, "Attempt limit exceeded, please try after some time.")
}

/// Too much load at once: nothing was decided, and the caller may try again.
pub(crate) fn too_many_requests() -> Error {
    refuse(Kind::TooManyRequests, "Too many requests")
}

/// More requests than a rate limit allows.
pub fn rate_exceeded() -> Error {
    refuse(Kind::TooManyRequests, RATE_EXCEEDED)
}

/// Concurrent changes to the same rows: nothing was decided, and the caller may try again.
pub(crate) fn concurrent_modification() -> Error {
    refuse(Kind::ConcurrentModification, "The resource is being modified by another request.")
}

/// A wrong code.
pub(crate) fn code_mismatch() -> Error {
    refuse(Kind::CodeMismatch, "Invalid verification code provided, please try again.")
}

/// An expired code, or no code outstanding.
pub(crate) fn code_expired() -> Error {
    refuse(Kind::ExpiredCode, "Invalid code provided, please request a code again.")
}

/// A parameter of the string map that a flow or a challenge requires.
pub fn missing_parameter(name: &str) -> Error {
    refuse(Kind::InvalidParameter, format!("Missing required parameter {name}"))
}

/// Not a challenge session, or one issued for another user, client or challenge.
pub(crate) fn session_invalid() -> Error {
    refuse(Kind::NotAuthorized, "Invalid session for the user.")
}

/// An expired challenge session.
pub(crate) fn session_expired() -> Error {
    refuse(Kind::NotAuthorized, "Invalid session for the user, session is expired.")
}

/// A challenge session that was already used.
pub(crate) fn session_spent() -> Error {
    refuse(Kind::NotAuthorized, "Invalid session for the user, session can only be used once.")
}

/// Not a refresh token, or one of another client or pool.
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

/// The group does not exist.
pub fn group_unknown() -> Error {
    refuse(Kind::ResourceNotFound, "Group not found.")
}

/// Another user already has the alias.
pub(crate) fn alias_taken(attribute: &str) -> Error {
    refuse(Kind::AliasExists, format!("An account with the given {attribute} already exists."))
}
