//! The token sessions of a user, in pools that track them: one row per user, rewritten as it was
//! read by every change.

use domain::ids;
use domain::session::{TokenSession, TokenSessions};
use domain::token::RefreshToken;
use store::{Batch, Get, Rev, User, UserSessions};
use wire::ExceptionType as Kind;

use crate::config::PoolConfig;
use crate::error::{Error, Fault, refuse};
use crate::request::Ctx;
use crate::tokens::families::Revocation;
use crate::users::Place;

/// Reads the row of a user's sessions.
pub fn row_of(place: &Place) -> Get<UserSessions> {
    UserSessions::get(&place.part, &place.user_id)
}

/// Reads the row for a sign-in or refresh; `None` if sessions are not tracked.
pub(crate) fn tracked(pool: &PoolConfig, place: &Place) -> Option<Get<UserSessions>> {
    pool.settings.tracks_sessions().then(|| row_of(place))
}

/// Refuses if the pool does not track sessions.
pub fn require_tracking(pool: &PoolConfig) -> Result<(), Error> {
    if pool.settings.tracks_sessions() { Ok(()) } else { Err(not_enabled()) }
}

/// The pool does not track sessions.
pub fn not_enabled() -> Error {
    refuse(Kind::OperationNotEnabled, "Session tracking is not enabled for the user pool.")
}

/// The user has no such session.
pub(crate) fn unknown() -> Error {
    refuse(Kind::ResourceNotFound, "Session does not exist.")
}

/// The sessions that have not ended.
pub fn live(ctx: &Ctx, user: &User, read: Option<&UserSessions>) -> Result<TokenSessions, Error> {
    let mut sessions = opened(read)?;
    sessions.drop_ended(ctx.now, user.token_gen);
    Ok(sessions)
}

/// Adds the session of a sign-in to the batch, and revokes the sessions that it displaces.
pub(crate) fn begin(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    client_id: &str,
    token: &RefreshToken,
    read: Option<&UserSessions>,
    batch: &mut Batch,
) -> Result<(), Error> {
    let place = Place::from(user);
    let mut sessions = live(ctx, user, read)?;
    let begun = TokenSession {
        id: ids::token_session_id(&ctx.server.rng),
        origin_jti: token.origin_jti.clone(),
        client_id: client_id.to_owned(),
        token_gen: token.generation,
        created: ctx.now,
        last_active: ctx.now,
        expires: token.expires,
        caller: ctx.caller().clone(),
    };
    for evicted in sessions.admit(begun, pool.settings.sessions_per_user()) {
        revoke(&place, &evicted, batch);
    }
    put(&place, &sessions, read, batch);
    Ok(())
}

/// Records in the batch that a family was refreshed, unless that is already recorded. If the
/// sessions cannot be read, nothing is recorded: the tokens are valid all the same.
pub(crate) fn note_activity(
    ctx: &Ctx,
    token: &RefreshToken,
    read: Option<&UserSessions>,
    batch: &mut Batch,
) {
    let (Some(row), Ok(mut sessions)) = (read, opened(read)) else { return };
    if sessions.note_activity(&token.origin_jti, ctx.now, ctx.caller()) {
        guard_user(&Place { part: row.part.clone(), user_id: row.user_id.clone() }, batch);
        batch.update(&UserSessions { doc: sessions.to_doc(), ..row.clone() });
    }
}

/// Ends a live session: deletes its record and revokes its tokens.
pub fn end(
    ctx: &Ctx,
    user: &User,
    session_id: &str,
    read: Option<&UserSessions>,
    batch: &mut Batch,
) -> Result<TokenSession, Error> {
    let place = Place::from(user);
    let mut sessions = live(ctx, user, read)?;
    let ended = sessions.take(session_id).ok_or_else(unknown)?;
    revoke(&place, &ended, batch);
    put(&place, &sessions, read, batch);
    Ok(ended)
}

/// Deletes the record of a family that the batch revokes. A record that cannot be read stays: it
/// must not keep a token alive.
pub(crate) fn forget_family(
    place: &Place,
    origin_jti: &str,
    read: Option<&UserSessions>,
    batch: &mut Batch,
) {
    let Ok(mut sessions) = opened(read) else { return };
    if sessions.take_family(origin_jti).is_some() {
        put(place, &sessions, read, batch);
    }
}

fn opened(read: Option<&UserSessions>) -> Result<TokenSessions, Error> {
    let Some(row) = read else { return Ok(TokenSessions::default()) };
    TokenSessions::from_doc(&row.doc).map_err(|error| {
        Fault::caused(format!("user {}: sessions cannot be read", row.user_id), error).into()
    })
}

fn revoke(place: &Place, session: &TokenSession, batch: &mut Batch) {
    let TokenSession { origin_jti, client_id, token_gen, expires, .. } = session;
    Revocation { origin_jti, client_id, token_gen: *token_gen, expires: *expires }
        .put(place, batch);
}

/// The user must still exist, as for every row below it: removing a user locks its row first, too.
fn guard_user(place: &Place, batch: &mut Batch) {
    let user = User::key(&place.part, &place.user_id);
    if !batch.names(&user) {
        batch.present(user);
    }
}

/// Writes the sessions over the row that was read.
fn put(place: &Place, sessions: &TokenSessions, read: Option<&UserSessions>, batch: &mut Batch) {
    guard_user(place, batch);
    if sessions.is_empty() {
        if let Some(row) = read {
            batch.delete(row);
        }
        return;
    }
    let row = UserSessions {
        part: place.part.clone(),
        user_id: place.user_id.clone(),
        doc: sessions.to_doc(),
        expires: sessions.expires().millis(),
        rev: Rev(0),
    };
    batch.put(&row, read.map(|read| read.rev));
}
