//! Users and sessions in the form of the API.

use domain::session::{TokenSession, TokenSessions};
use pools::error::{Error, Fault};
use pools::request::paging;
use pools::users::attributes_of;
use store::User;
use wire::idp::{AttributeType, SessionDescriptionType, SessionTypeType, UserStatusType, UserType};
use wire::{Sensitive, Timestamp};

/// Device type of a client that sent no user agent.
const UNKNOWN: &str = "unknown";

/// A user's status in the form of the API.
pub(crate) fn status(user: &User) -> Result<UserStatusType, Error> {
    UserStatusType::parse(&user.status)
        .ok_or_else(|| Fault::new(format!("user {}: unknown status", user.user_id)).into())
}

/// A user in the form of lists and AdminCreateUser.
pub(crate) fn user(user: &User) -> Result<UserType, Error> {
    user_with(user, attributes_of(user)?.to_wire(&user.user_id))
}

/// Like [`user`], with a selection of its attributes.
pub(crate) fn user_with(user: &User, attributes: Vec<AttributeType>) -> Result<UserType, Error> {
    Ok(UserType {
        username: Some(Sensitive::from(user.username.clone())),
        attributes: Some(attributes),
        user_create_date: Some(Timestamp(user.created)),
        user_last_modified_date: Some(Timestamp(user.modified)),
        enabled: Some(user.enabled),
        user_status: Some(status(user)?),
        mfa_options: None,
    })
}

/// The live sessions, most recently used first. `current` is the family of the caller's token.
pub(crate) fn sessions(
    sessions: &TokenSessions,
    current: Option<&str>,
) -> Vec<SessionDescriptionType> {
    let mut newest_first: Vec<&TokenSession> = sessions.iter().collect();
    newest_first.reverse();
    newest_first.sort_by_key(|session| std::cmp::Reverse(session.last_active));
    newest_first.into_iter().map(|one| session(one, current)).collect()
}

/// Lists of sessions have one page: no list issues a token, so no token is valid.
pub(crate) fn require_first_page(next_token: Option<&str>) -> Result<(), Error> {
    next_token.map_or(Ok(()), |_| Err(paging::invalid()))
}

fn session(session: &TokenSession, current: Option<&str>) -> SessionDescriptionType {
    SessionDescriptionType {
        session_id: Some(session.id.clone()),
        session_type: Some(SessionTypeType::Token),
        client_id: Some(Sensitive::from(session.client_id.clone())),
        create_date: Some(Timestamp(session.created.millis())),
        last_active_date: Some(Timestamp(session.last_active.millis())),
        device_type: Some(session.caller.device().unwrap_or(UNKNOWN).to_owned()),
        last_ip_address: session.caller.address.map(|address| Sensitive::from(address.to_string())),
        last_location: None,
        origin_session_id: None,
        is_current_session: Some(current == Some(session.origin_jti.as_str())),
    }
}
