//! Commits that wait together share a sync, and each is on disk when it is acknowledged.

use std::sync::{Arc, Condvar, Mutex};

use store::Faults;
use testkit::vfs::Fate;

use super::*;

const BATCHES: i64 = 64;

/// Blocks the writer until all batches are waiting for it.
#[derive(Default)]
struct Gate {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Faults for Gate {
    fn before_group(&self) {
        let open = self.open.lock().expect("the gate");
        drop(self.opened.wait_while(open, |open| !*open).expect("the gate"));
    }
}

#[tokio::test]
async fn a_group_shares_a_sync() {
    let gate = Arc::new(Gate::default());
    let watched = Watched::open_with(4_000, |options| options.faults = Some(gate.clone()));
    let then = watched.recording.now();
    let mut waiting = Vec::new();
    for number in 1..=BATCHES {
        let (sent, is_sent) = tokio::sync::oneshot::channel();
        let (recording, store) = (watched.recording.clone(), watched.store.clone());
        waiting.push(tokio::spawn(async move {
            let mut commit = std::pin::pin!(store.commit(new_user(&format!("u{number}"), number)));
            let mut sent = Some(sent);
            std::future::poll_fn(|context| {
                let polled = commit.as_mut().poll(context);
                sent.take().into_iter().for_each(|sent| sent.send(()).expect("the test waits"));
                polled
            })
            .await
            .expect("a commit");
            recording.fate(then, &bytes_of(rev(number)))
        }));
        is_sent.await.expect("the batch is sent");
    }
    *gate.open.lock().expect("the gate") = true;
    gate.opened.notify_all();
    for waiting in waiting {
        assert_eq!(waiting.await.expect("the task"), Fate::Synced);
    }
    let is_log_sync =
        |event: &Event| event.kind == FileKind::Log && matches!(event.what, What::Synced { .. });
    let syncs = watched.recording.since(then).into_iter().filter(is_log_sync).count();
    // One for the log's header and one for the group; a concurrent checkpoint may add more.
    assert!((1..=4).contains(&syncs), "{syncs} syncs for {BATCHES} batches");
}
