//! What a seed chooses for its steps: the id of what one makes, so that others can write it down
//! beforehand, and that of its commit, so that a seed that was killed can tell whether its last
//! step was done. No request can choose either: only the command line passes them.

use domain::ids;
use domain::names::sub_of;
use store::placement::SERVER_PART;
use store::{CommitMark, Rev, StoreError};
use wire::ExceptionType as Kind;

use crate::error::{Error, refuse};
use crate::request::{Ctx, Server};

/// What is chosen before a request is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The id of what the operation makes: a user pool, an app client, or a user, whose id is its
    /// `sub`.
    pub id: Option<String>,
    /// The id of the commit: random and positive, another one for every request.
    pub commit: i64,
}

/// The [`CommitMark`] of this id tells the last commit with a chosen id. No batch has it for an id.
const LAST: i64 = 0;

/// The last commit with a chosen id that did what was asked for; `None`: there was none.
///
/// # Errors
/// See [`StoreError`].
pub async fn last_commit(server: &Server) -> Result<Option<i64>, StoreError> {
    let mark = server.store.read(CommitMark::get(SERVER_PART, LAST)).await?;
    Ok(mark.map(|mark| mark.rev.0))
}

/// Goes into a batch with a chosen id, and takes its `rev`.
pub fn mark() -> CommitMark {
    CommitMark {
        part: SERVER_PART.to_owned(),
        batch_id: LAST,
        expires: i64::MAX,
        rev: Rev::UNWRITTEN,
    }
}

/// The id of a new user pool, in the request's region.
pub fn pool_id(ctx: &Ctx) -> Result<String, Error> {
    let region = &ctx.call.region;
    let Some(id) = &ctx.chosen_id else { return Ok(ids::pool_id(region, &ctx.server.rng)) };
    if ids::is_pool_id(id) && ids::region(id) == region {
        return Ok(id.clone());
    }
    Err(refuse(
        Kind::InvalidParameter,
        format!("'{id}' is not the id of a user pool; write one as eu-west-1_Shop00001."),
    ))
}

/// The id of a new app client.
pub fn client_id(ctx: &Ctx) -> Result<String, Error> {
    let Some(id) = &ctx.chosen_id else { return Ok(ids::client_id(&ctx.server.rng)) };
    if ids::is_client_id(id) {
        return Ok(id.clone());
    }
    let text = format!(
        "'{id}' is not the id of an app client: 1 to 128 letters of a-z, A-Z, 0-9, _ and +."
    );
    Err(refuse(Kind::InvalidParameter, text))
}

/// The `sub` of a new user.
pub fn user_id(ctx: &Ctx) -> Result<String, Error> {
    let Some(id) = &ctx.chosen_id else { return Ok(ctx.server.rng.uuid()) };
    if sub_of(id).as_deref() == Some(id) {
        return Ok(id.clone());
    }
    let text = format!(
        "'{id}' is not the sub of a user: a UUID in lower case, as 6f1c2a34-0b1d-4c6e-9f00-5d1b2c3a4e5f."
    );
    Err(refuse(Kind::InvalidParameter, text))
}

/// What has the id already.
pub fn taken(what: &str, id: &str) -> Error {
    refuse(Kind::InvalidParameter, format!("There is {what} {id} already."))
}
