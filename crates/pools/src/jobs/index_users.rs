//! Indexes users that are older than the index by attribute values.

use serde_json::json;
use store::{Batch, CommitError, Job, Prefix, Record, Rev, User};

use super::turn::Turn;
use super::{commit, doc_of};
use crate::config::DELETING;
use crate::error::Error;
use crate::users::rows as user_rows;

/// Most users indexed per commit: each has a row for each attribute, typically ten, at most
/// seventy.
const USERS: u32 = 20;
/// Most commits of one job in a pass; then others have their turn.
const COMMITS: u32 = 1_000;

/// How far the job has got.
struct Progress {
    part: usize,
    after: Option<String>,
}

/// Slice by slice, each recorded in the job, then the job itself. A user that changes meanwhile is
/// read again. `false` if the job is to be resumed later.
pub(super) async fn run(turn: &mut Turn<'_>, job: &Job) -> Result<bool, Error> {
    let server = turn.server;
    let pool = server.store.read(store::Pool::get(job.id.as_str())).await?;
    let Some(pool) = pool.filter(|pool| pool.state != DELETING) else {
        return finish(turn, job).await;
    };
    let parts: Vec<String> = store::placement::parts(&pool.pool_id, pool.n_parts).collect();
    let (mut job, mut most) = (job.clone(), USERS);
    for _ in 0..COMMITS {
        if !turn.goes_on().await? {
            return Ok(false);
        }
        let at = progress(&job, pool.n_parts)?;
        let Some(part) = parts.get(at.part) else { return finish(turn, &job).await };
        let page = Prefix::<User>::in_part(part).limit(most);
        let page = match &at.after {
            None => page,
            Some(user_id) => User::page(part, Some(user_id.as_str()), most),
        };
        let users = server.store.read(page).await?;
        let next = match users.last() {
            Some(last) => Progress { part: at.part, after: Some(last.user_id.clone()) },
            None => Progress { part: at.part + 1, after: None },
        };
        match enter(turn, &job, &users, &next, pool.n_parts).await? {
            Some(moved) => (job, most) = (moved, USERS),
            // A user changed, or another node did the work.
            None => match server.store.read(Job::get(&job.kind, &job.id)).await? {
                Some(read) => (job, most) = (read, (most / 2).max(1)),
                None => return Ok(true),
            },
        }
    }
    Ok(false)
}

/// `None` if something changed since it was read.
async fn enter(
    turn: &Turn<'_>,
    job: &Job,
    users: &[User],
    next: &Progress,
    n_parts: i64,
) -> Result<Option<Job>, Error> {
    let rev = Rev(turn.server.rng.positive_i63());
    let mut batch = Batch::new(rev);
    batch.at(turn.server.clock.now().millis());
    for user in users {
        // A user that cannot be read must not keep the others from being indexed; the doctor
        // reports it.
        if let Err(error) = user_rows::index(user, &mut batch) {
            tracing::error!(user = user.user_id, %error, "a user cannot be indexed");
            continue;
        }
        batch.unchanged(user);
    }
    let doc =
        json!({ "v": 1, "n_parts": n_parts, "part": next.part, "after": next.after }).to_string();
    let moved = Job { doc, ..job.clone() };
    batch.update(&moved);
    match turn.server.store.commit(batch).await {
        Ok(()) => Ok(Some(Job { rev, ..moved })),
        Err(CommitError::Conflict) => Ok(None),
        Err(CommitError::Store(error)) => Err(error.into()),
    }
}

/// Starts over if the pool's users were redistributed since.
fn progress(job: &Job, n_parts: i64) -> Result<Progress, Error> {
    let doc = doc_of(job)?;
    let part = doc["part"].as_u64().and_then(|part| usize::try_from(part).ok());
    Ok(match part.filter(|_| doc["n_parts"] == n_parts) {
        Some(part) => Progress { part, after: doc["after"].as_str().map(str::to_owned) },
        None => Progress { part: 0, after: None },
    })
}

async fn finish(turn: &Turn<'_>, job: &Job) -> Result<bool, Error> {
    let mut batch = Batch::new(Rev(turn.server.rng.positive_i63()));
    batch.remove(job.to_key());
    commit(turn.server, batch).await?;
    Ok(true)
}
