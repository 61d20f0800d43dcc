//! The writer thread.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use super::checkpoint::Checkpoints;
use super::group;
use super::session::Session;
use crate::commit::{CommitFailure, Faults, Prepared};
use crate::error::StoreError;

/// Maximum number of batches that share a transaction, and so its fsync.
const GROUP: usize = 64;

/// The handle to the writer thread.
pub(super) struct Writer {
    queue: Sender<Message>,
}

enum Message {
    Commit(Request),
    Finish(oneshot::Sender<()>),
}

/// A batch on its way to the writer.
struct Request {
    batch: Prepared,
    answer: oneshot::Sender<Result<(), CommitFailure>>,
}

impl Writer {
    /// Starts the thread.
    pub(super) fn start(
        session: Session,
        checkpoints: Arc<Checkpoints>,
        faults: Option<Arc<dyn Faults>>,
    ) -> std::io::Result<(Writer, JoinHandle<()>)> {
        let (queue, requests) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || run(session, &requests, &checkpoints, faults.as_deref()))?;
        Ok((Writer { queue }, thread))
    }

    /// Sends a batch and waits for the verdict. The batch is sent when this is first polled.
    pub(super) async fn commit(&self, batch: Prepared) -> Result<(), CommitFailure> {
        let (answer, verdict) = oneshot::channel();
        self.queue
            .send(Message::Commit(Request { batch, answer }))
            .map_err(|_| CommitFailure::Failed(StoreError::Closed))?;
        verdict.await.unwrap_or(Err(CommitFailure::Unknown(StoreError::Closed)))
    }

    /// Waits until everything sent so far is decided, then ends the thread.
    pub(super) async fn finish(&self) {
        let (done, finished) = oneshot::channel();
        if self.queue.send(Message::Finish(done)).is_ok() {
            // An error only means that the thread has already ended.
            let _ = finished.await;
        }
    }

    /// Ends the thread once everything sent so far is decided.
    pub(super) fn finish_soon(&self) {
        let (done, _) = oneshot::channel();
        // An error only means that the thread has already ended.
        let _ = self.queue.send(Message::Finish(done));
    }
}

fn run(
    mut session: Session,
    requests: &Receiver<Message>,
    checkpoints: &Checkpoints,
    faults: Option<&dyn Faults>,
) {
    loop {
        let (group, finish) = collect(requests, faults);
        if !group.is_empty() {
            decide(&mut session, group);
            checkpoints.written(session.connection());
        }
        if let Some(done) = finish {
            drop(session);
            // An error only means that no caller waits for the end.
            let _ = done.send(());
            return;
        }
    }
}

/// Waits for a batch and takes those queued after it. A sender is returned if the thread must end
/// after them.
fn collect(
    requests: &Receiver<Message>,
    faults: Option<&dyn Faults>,
) -> (Vec<Request>, Option<oneshot::Sender<()>>) {
    let mut group = Vec::new();
    let mut next = requests.recv().ok();
    if let (Some(Message::Commit(_)), Some(faults)) = (&next, faults) {
        faults.before_group();
    }
    loop {
        match next {
            Some(Message::Commit(request)) => group.push(request),
            Some(Message::Finish(done)) => return (group, Some(done)),
            None if group.is_empty() => return (group, Some(oneshot::channel().0)),
            None => return (group, None),
        }
        if group.len() == GROUP {
            return (group, None);
        }
        next = requests.try_recv().ok();
    }
}

/// Decides a group. No caller gets a verdict before the group's COMMIT.
fn decide(session: &mut Session, group: Vec<Request>) {
    let batches: Vec<&Prepared> = group.iter().map(|request| &request.batch).collect();
    let verdicts = group::decide(session, &batches);
    for (request, verdict) in group.into_iter().zip(verdicts) {
        // An error only means that the caller no longer waits.
        let _ = request.answer.send(verdict);
    }
}
