//! Interrupted copies are resumed.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use store::copy::{self, CopyError, Stage};
use store::{Fault, Faults, Rev};
use tokio::runtime::Handle;

use super::{Places, copied, copied_while, rows};

pub(crate) async fn a_stopped_copy_resumes(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 4, 300).await;
    let mut runs = 0;
    loop {
        runs += 1;
        let mut reports = 0;
        // Long enough for a commit or two in each run.
        let outcome = copied_while(&source, &target, Some(16), |progress| {
            reports += 1;
            reports < 30 || progress.stage == Stage::Verifying
        });
        match outcome.await {
            Ok(_) => break,
            Err(error) => assert_eq!(error, CopyError::Stopped),
        }
        assert!(runs < 100, "the copy makes progress");
    }
    assert!(runs > 3, "{runs} runs");
    rows::require(&target, 16, 300).await;
}

/// Otherwise a large pool on SQLite would start over each time.
pub(crate) async fn a_copy_resumes_within_a_part(places: &Places) {
    let (from, to) = places.both();
    const USERS: usize = 1_100;
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, USERS).await;
    let stopped = copied_while(&source, &target, Some(16), |progress| {
        progress.table != "users" || progress.rows < 1_000
    });
    assert_eq!(stopped.await, Err(CopyError::Stopped));
    let before = target.counts().changes;
    let mut again = Vec::new();
    let whole = copied_while(&source, &target, Some(16), |progress| {
        again.push(progress);
        true
    });
    let all: u64 = whole.await.expect("a copy").tables.iter().map(|(_, rows)| rows).sum();
    let written = target.counts().changes - before;
    assert!(written + 600 < all, "{written} changes after the stop, {all} rows");
    assert_eq!(again.first().map(|progress| progress.table), Some("users"));
    rows::require(&target, 16, USERS).await;
}

/// Loses the first answer, or the request, of every batch.
struct Losing(AtomicU32);

impl Faults for Losing {
    fn on_send(&self, _rev: Rev, send: u32) -> Fault {
        match (send, self.0.fetch_add(1, Ordering::Relaxed) % 3) {
            (0, 0) => Fault::LoseAnswer,
            (0, 1) => Fault::LoseRequest,
            (0, _) => Fault::Late,
            _ => Fault::Deliver,
        }
    }
}

pub(crate) async fn lost_answers_do_no_harm(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open_with(Arc::new(Losing(AtomicU32::new(0)))));
    rows::fill(&source, 1, 300).await;
    copied(&source, &target, Some(16)).await.expect("a copy");
    assert!(!copy::is_unfinished(&target).await.expect("a read"));
    rows::require(&target, 16, 300).await;
}

/// The first copy must not write after the second has finished: the target may be in use.
pub(crate) async fn a_second_copy_takes_over(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 300).await;
    let mut is_first = true;
    let outcome = copied_while(&source, &target, Some(16), |progress| {
        if progress.table == "lookups" && std::mem::take(&mut is_first) {
            let second = copied(&source, &target, Some(16));
            tokio::task::block_in_place(|| Handle::current().block_on(second))
                .expect("the second copy");
        }
        true
    });
    assert_eq!(outcome.await, Err(CopyError::Overtaken));
    assert!(!is_first);
    assert!(!copy::is_unfinished(&target).await.expect("a read"));
    rows::require(&target, 16, 300).await;
}

pub(crate) async fn an_unfinished_copy_is_recognized(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 10).await;
    assert!(!copy::is_unfinished(&target).await.expect("a read"));
    for stage in [Stage::Copying, Stage::Verifying] {
        let stopped =
            copied_while(&source, &target, Some(16), |progress| progress.stage != stage).await;
        assert_eq!(stopped, Err(CopyError::Stopped));
        assert!(copy::is_unfinished(&target).await.expect("a read"));
    }
    copied(&source, &target, Some(16)).await.expect("a copy");
    assert!(!copy::is_unfinished(&target).await.expect("a read"));
    assert!(!copy::is_unfinished(&source).await.expect("a read"));
}
