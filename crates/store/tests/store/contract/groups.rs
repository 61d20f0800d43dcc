//! Batches that share a transaction are decided one by one.

use std::sync::{Arc, Condvar, Mutex};

use store::{CommitError, Faults, Store};
use tokio::task::JoinHandle;

use crate::fixtures::*;
use crate::place::Place;

/// Holds the engine back until all batches of a test are waiting.
#[derive(Default)]
pub(crate) struct Gate {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    pub(crate) fn open(&self) {
        *self.open.lock().expect("the gate") = true;
        self.opened.notify_all();
    }

    pub(crate) fn close(&self) {
        *self.open.lock().expect("the gate") = false;
    }
}

impl Faults for Gate {
    fn before_group(&self) {
        let open = self.open.lock().expect("the gate");
        drop(self.opened.wait_while(open, |open| !*open).expect("the gate"));
    }
}

/// Sends the batches so that a grouping engine has them all before it decides one. Returns the
/// verdicts in order.
pub(crate) async fn together(
    store: &Store,
    gate: &Gate,
    batches: Vec<store::Batch>,
) -> Vec<Result<(), CommitError>> {
    let mut tasks: Vec<JoinHandle<_>> = Vec::new();
    for batch in batches {
        let (sent, is_sent) = tokio::sync::oneshot::channel();
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            let commit = store.commit(batch);
            let mut commit = std::pin::pin!(commit);
            let mut sent = Some(sent);
            std::future::poll_fn(|context| {
                let polled = commit.as_mut().poll(context);
                if let Some(sent) = sent.take() {
                    sent.send(()).expect("the test waits");
                }
                polled
            })
            .await
        }));
        is_sent.await.expect("the batch is sent");
    }
    gate.open();
    let mut verdicts = Vec::new();
    for task in tasks {
        verdicts.push(task.await.expect("the task"));
    }
    verdicts
}

pub(crate) async fn a_failed_batch_does_not_affect_its_neighbours(place: &dyn Place) {
    let gate = Arc::new(Gate::default());
    let store = place.open_with(gate.clone());
    let batches = (0..40).map(|at| {
        let mut batch = batch();
        // Every fourth batch wants the same name as the one before it.
        let name = if at % 4 == 3 { at - 1 } else { at };
        batch.insert(&user(&format!("u{at}"))).insert(&lookup(&format!("name {name}"), "u"));
        batch
    });
    let verdicts = together(&store, &gate, batches.collect()).await;
    for (at, verdict) in verdicts.iter().enumerate() {
        assert!(verdict.is_ok() || is_conflict(verdict), "batch {at}: {verdict:?}");
        assert_eq!(
            stored(&store, &user(&format!("u{at}"))).await.is_some(),
            verdict.is_ok(),
            "user {at}"
        );
    }
    for four in verdicts.chunks(4) {
        let landed: Vec<bool> = four.iter().map(Result::is_ok).collect();
        assert!(landed[0] && landed[1] && landed[2] != landed[3], "{landed:?}");
    }
}
