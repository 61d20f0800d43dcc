//! Ids that a seed chooses for its steps: the id of the resource being created, so that others can
//! know it beforehand, and the id of the commit, so that an interrupted seed can tell whether its
//! last step was committed. Only the command line passes them; client requests cannot choose
//! either.

use domain::ids;
use domain::names::sub_of;
use store::placement::SERVER_PART;
use store::{CommitMark, Rev, StoreError};
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};
use crate::request::{Ctx, Server};

/// Ids that are fixed before a request is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Id of the resource being created: a user pool, an app client, or a user (its `sub`).
    pub id: Option<String>,
    /// Id of the commit: random, positive and different for every request.
    pub commit: i64,
}

/// The [`CommitMark`] with this id records the last commit with a chosen id. No batch uses it as
/// its own id.
const LAST: i64 = 0;

/// The id of the last successful commit with a chosen id; `None` if there was none.
///
/// # Errors
/// See [`StoreError`].
pub async fn last_commit(server: &Server) -> Result<Option<i64>, StoreError> {
    let mark = server.store.read(CommitMark::get(SERVER_PART, LAST)).await?;
    Ok(mark.map(|mark| mark.rev.0))
}

/// The mark that a batch with a chosen id carries; it takes the batch's `rev`.
pub(crate) fn mark() -> CommitMark {
    CommitMark {
        part: SERVER_PART.to_owned(),
        batch_id: LAST,
        expires: i64::MAX,
        rev: Rev::UNWRITTEN,
    }
}

/// The id for a new user pool: the chosen one, or a random one in the request's region.
pub(crate) fn pool_id(ctx: &Ctx) -> Result<String, Error> {
    let region = &ctx.call.region;
    let Some(id) = &ctx.chosen_id else { return Ok(ids::pool_id(region, &ctx.server.rng)) };
    if ids::is_pool_id(id) && ids::region(id) == region {
        return Ok(id.clone());
    }
    Err(refuse(
        Kind::InvalidParameter,
        format!("'{id}' is not the id of a user pool; use a form such as eu-west-1_Shop00001."),
    ))
}

/// The id for a new app client: the chosen one, or a random one.
pub(crate) fn client_id(ctx: &Ctx) -> Result<String, Error> {
    let Some(id) = &ctx.chosen_id else { return Ok(ids::client_id(&ctx.server.rng)) };
    if ids::is_client_id(id) {
        return Ok(id.clone());
    }
    let text = format!(
        "'{id}' is not the id of an app client: 1 to 128 letters of a-z, A-Z, 0-9, _ and +."
    );
    Err(refuse(Kind::InvalidParameter, text))
}

/// The `sub` for a new user: the chosen one, or a random one.
pub(crate) fn user_id(ctx: &Ctx) -> Result<String, Error> {
    let Some(id) = &ctx.chosen_id else { return Ok(ctx.server.rng.uuid()) };
    if sub_of(id).as_deref() == Some(id) {
        return Ok(id.clone());
    }
    let text = format!(
        "'{id}' is not the sub of a user: a UUID in lower case, such as 6f1c2a34-0b1d-4c6e-9f00-5d1b2c3a4e5f."
    );
    Err(refuse(Kind::InvalidParameter, text))
}

/// A chosen id that is already in use.
pub(crate) fn taken(what: &str, id: &str) -> Error {
    refuse(Kind::InvalidParameter, format!("The id {id} is already used by {what}."))
}
