//! Work that goes on after a request: removing what a deleted pool or group left, and rows past their expiry.

mod delete_group;
mod delete_pool;
mod expiry;

use std::sync::Arc;
use std::time::Duration;

use domain::Time;
use serde_json::{Value, json};
use store::{Job, Record};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::error::{Error, Fault};
use crate::server::Server;

/// The `kind` of the job that removes a deleted pool's rows; its id is the pool's.
pub(crate) const DELETE_POOL: &str = "delete-pool";
/// The `kind` of the job that removes a deleted group's members; its id is the group's.
pub(crate) const DELETE_GROUP: &str = "delete-group";

/// Rows removed per commit.
const SLICE: u32 = 500;
/// How often the jobs look for work that nobody told them of.
const EVERY: Duration = Duration::from_secs(5);

/// The running jobs.
pub struct Jobs {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Jobs {
    /// Lets the slice under way finish, then ends.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

/// Starts the jobs of this server.
#[must_use]
pub fn spawn(server: &Arc<Server>) -> Jobs {
    let (stop, stopped) = watch::channel(false);
    let server = Arc::clone(server);
    let task = tokio::spawn(async move { run(&server, stopped).await });
    Jobs { stop, task }
}

/// Does all that is due now, to the end. Tests call this instead of waiting.
///
/// # Errors
/// The text of a fault of the store.
pub async fn run_once(server: &Arc<Server>) -> Result<(), String> {
    pass(server, &mut || false).await.map_err(|error| format!("{error:?}"))
}

async fn run(server: &Arc<Server>, mut stopped: watch::Receiver<bool>) {
    loop {
        let watch = stopped.clone();
        if let Err(error) = pass(server, &mut || *watch.borrow()).await {
            tracing::error!(?error, "a job failed and will be taken up again");
        }
        tokio::select! {
            _ = stopped.changed() => return,
            () = server.jobs_due.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
        if *stopped.borrow() {
            return;
        }
    }
}

async fn pass(server: &Arc<Server>, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<(), Error> {
    for job in server.store.read(Job::of(DELETE_GROUP)).await? {
        logged(&job, delete_group::run(server, &job, stop).await);
    }
    for job in server.store.read(Job::of(DELETE_POOL)).await? {
        logged(&job, delete_pool::run(server, &job, stop).await);
    }
    expiry::run(server, stop).await
}

/// One job that fails must not keep the others from their turn; it is taken up again at the next pass.
fn logged(job: &Job, outcome: Result<(), Error>) {
    if let Err(error) = outcome {
        tracing::error!(kind = job.kind, id = job.id, ?error, "a job failed and will be taken up again");
    }
}

/// The document of a new job that needs to know only when it began.
pub(crate) fn new_doc(now: Time) -> String {
    json!({ "v": 1, "began": now.millis() }).to_string()
}

/// The document of a group's job: the group's row is gone, so it says where the members are.
pub(crate) fn group_doc(pool_id: &str, n_parts: i64) -> String {
    json!({ "v": 1, "pool_id": pool_id, "n_parts": n_parts }).to_string()
}

fn doc_of(job: &Job) -> Result<Value, Error> {
    serde_json::from_str(&job.doc)
        .map_err(|_| Fault::new(format!("job {} {}: its document cannot be read", job.kind, job.id)).into())
}

/// Removes rows by their keys, whatever became of them since they were read.
async fn remove<R: Record>(server: &Arc<Server>, rows: &[R]) -> Result<(), Error> {
    let mut batch = store::Batch::new(store::Rev(server.rng.positive_i63()));
    for row in rows {
        batch.remove(row.to_key());
    }
    match server.store.commit(batch).await {
        // A conflict cannot be: nothing is expected of the rows. It would be met again at the next pass.
        Ok(()) | Err(store::CommitError::Conflict) => Ok(()),
        Err(store::CommitError::Store(error)) => Err(error.into()),
    }
}
