//! Background jobs: removing what deleted pools and groups left, removing expired rows and rows of
//! pools that do not exist, and indexing users that are older than an index.
//!
//! Each job can resume after an interruption, and may run on two nodes at once.

mod bound;
mod delete_group;
mod delete_pool;
mod expiry;
mod index_users;
mod lease;
mod orphans;
mod remains;
mod runner;
mod turn;

use std::sync::Arc;

use domain::Time;
pub use runner::{Jobs, Runner};
use serde_json::{Value, json};
use store::{Batch, Job};

use crate::error::{Error, Fault};
use crate::request::Server;

/// `kind` of the job that removes a deleted pool's rows; its id is the pool's.
pub(crate) const DELETE_POOL: &str = Job::DELETE_POOL;
/// `kind` of the job that removes a deleted group's members; its id is the group's.
pub const DELETE_GROUP: &str = "delete-group";

/// Rows removed per commit.
const SLICE: u32 = 500;

/// Starts the jobs of this server.
#[must_use]
pub fn spawn(server: &Arc<Server>) -> Jobs {
    Runner::new(server, server.store.is_shared()).spawn()
}

/// Does all work that is due now, to the end, whatever other nodes do. Tests call this instead of
/// waiting.
///
/// # Errors
/// A fault of the store.
pub async fn run_once(server: &Arc<Server>) -> Result<(), Error> {
    Runner::new(server, false).run_once().await
}

/// The document of a new job that only needs its start time.
pub(crate) fn new_doc(now: Time) -> String {
    json!({ "v": 1, "began": now.millis() }).to_string()
}

/// The document of a group's job: the group's row is gone, so it records where the members are.
pub fn group_doc(pool_id: &str, n_parts: i64) -> String {
    json!({ "v": 1, "pool_id": pool_id, "n_parts": n_parts }).to_string()
}

fn doc_of(job: &Job) -> Result<Value, Error> {
    serde_json::from_str(&job.doc).map_err(|error| {
        let what = format!("job {} {}: its document cannot be read", job.kind, job.id);
        Fault::caused(what, error).into()
    })
}

/// Commits a batch that may as well be left to the next pass.
async fn commit(server: &Arc<Server>, batch: Batch) -> Result<(), Error> {
    match server.store.commit(batch).await {
        // Without expectations a conflict is impossible; otherwise another node did the work.
        Ok(()) | Err(store::CommitError::Conflict) => Ok(()),
        Err(store::CommitError::Store(error)) => Err(error.into()),
    }
}
