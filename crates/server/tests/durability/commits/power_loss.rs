//! Power loss at any moment: what was acknowledged is there, and nothing is half written.

use std::time::Duration;

use testkit::vfs::{Moment, Unsynced};

use super::*;

/// Commits after the first two, which create the store and the pool.
const COMMITS: i64 = 16;
/// A store without a checkpoint for this long will never make one.
const PATIENCE: Duration = Duration::from_secs(30);

/// The durable state after each acknowledgement, and when that was observed.
struct History(Vec<(Moment, Option<State>)>);

impl History {
    /// The acknowledged state at a moment, and the next one.
    fn around(&self, at: Moment) -> [Option<&State>; 2] {
        let acknowledged = self.0.iter().rposition(|(when, _)| *when <= at);
        let on_the_way = acknowledged.map_or(0, |number| number + 1).min(self.0.len() - 1);
        [acknowledged.and_then(|number| self.0[number].1.as_ref()), self.0[on_the_way].1.as_ref()]
    }
}

/// Creates the store, its first pool, then makes one commit after another. At every event, what is
/// on disk opens, passes the doctor, and is the acknowledged state or the next one.
#[tokio::test]
async fn power_loss_at_any_event_of_a_history() {
    let watched = Watched::open(SHORT_LOG);
    let (history, end) = live(&watched).await;
    for at in (0..=end.0).map(Moment) {
        let seed = u64::try_from(at.0).expect("few events");
        for way in [Unsynced::Lost, Unsynced::Torn(seed), Unsynced::Kept] {
            assert_left(&watched, &history, at, way).await;
        }
    }
    println!("{} events, each left in three ways", end.0);
}

async fn assert_left(watched: &Watched, history: &History, at: Moment, way: Unsynced) {
    let left = TempDir::new();
    watched.recording.power_loss(at, way, left.path());
    let found = state_of(&left).await;
    let expected = history.around(at);
    assert!(
        expected.contains(&found.as_ref()),
        "{way:?} at {at:?}: {found:?} is not one of {expected:?}"
    );
}

/// Users are created, changed and deleted.
async fn live(watched: &Watched) -> (History, Moment) {
    let (store, recording) = (&watched.store, &watched.recording);
    let mut history = vec![(recording.now(), None)];
    store.commit(new_pool(0)).await.expect("a commit");
    let mut state = State::new();
    history.push((recording.now(), Some(state.clone())));
    for number in 1..=COMMITS {
        let name = |number: i64| format!("u{number}");
        let batch = match number % 4 {
            2 => {
                state.insert(name(number - 1), number);
                changed_user(&name(number - 1), number, number - 1)
            }
            0 => {
                state.remove(&name(number - 3));
                deleted_user(&name(number - 3), number, number - 2)
            }
            _ => {
                state.insert(name(number), number);
                new_user(&name(number), number)
            }
        };
        store.commit(batch).await.expect("a commit");
        let committed = recording.now();
        history.push((committed, Some(state.clone())));
        if number % 4 == 0 {
            // After a checkpoint the next commit restarts the log.
            tokio::time::timeout(PATIENCE, checkpointed(recording, committed))
                .await
                .expect("no checkpoint is synced");
        }
    }
    let begun = recording.since(Moment(0)).iter().filter(|event| is_log_header(event)).count();
    assert!(begun > 1, "the log was never begun again");
    store.close().await;
    (History(history), recording.now())
}

async fn checkpointed(recording: &Recording, since: Moment) {
    let is_sync = |event: &Event| {
        event.kind == FileKind::Database && matches!(event.what, What::Synced { .. })
    };
    while !recording.since(since).iter().any(is_sync) {
        tokio::task::yield_now().await;
    }
}
