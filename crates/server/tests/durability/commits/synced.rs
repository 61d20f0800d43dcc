//! A commit is acknowledged only once its write to the log is on disk.

use testkit::vfs::{Fate, Moment, Unsynced};

use super::*;

const WRITERS: i64 = 8;
const COMMITS_EACH: i64 = 30;

/// Writers that share groups while the log is checkpointed and restarted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_commit_is_synced() {
    let watched = Watched::open(SHORT_LOG);
    watched.store.commit(new_pool(0)).await.expect("a commit");
    let writers: Vec<_> = (1..=WRITERS)
        .map(|writer| {
            let (recording, store) = (watched.recording.clone(), watched.store.clone());
            tokio::spawn(async move {
                for at in 0..COMMITS_EACH {
                    let number = writer * 1_000 + at;
                    let name = format!("{writer}-{}", at / 3);
                    let batch = match at % 3 {
                        0 => new_user(&name, number),
                        1 => changed_user(&name, number, number - 1),
                        _ => deleted_user(&name, number, number - 1),
                    };
                    assert_synced(&recording, &store, batch).await;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.expect("a writer");
    }
    let begun_again =
        watched.recording.since(Moment(0)).iter().filter(|event| is_log_header(event)).count();
    assert!(begun_again > 1, "the log was never begun again");
}

async fn assert_synced(recording: &Recording, store: &Store, batch: Batch) {
    let (rev, then) = (batch.rev(), recording.now());
    assert_eq!(recording.fate(then, &bytes_of(rev)), Fate::Unwritten);
    store.commit(batch).await.expect("a commit");
    assert_eq!(
        recording.fate(then, &bytes_of(rev)),
        Fate::Synced,
        "acknowledged before it was on the disk"
    );
}

/// Proves that the check can fail: a disk that acknowledges syncs without doing them affects the
/// log as `synchronous=NORMAL` does.
#[tokio::test]
async fn the_check_detects_a_skipped_sync() {
    let watched = Watched::open(SHORT_LOG);
    watched.store.commit(new_pool(0)).await.expect("a commit");
    watched.recording.lose_syncs(FileKind::Log);
    let then = watched.recording.now();
    watched.store.commit(new_user("nobody", 1)).await.expect("a commit");
    assert_eq!(watched.recording.fate(then, &bytes_of(rev(1))), Fate::Unsynced);
    let left = TempDir::new();
    watched.recording.power_loss(watched.recording.now(), Unsynced::Lost, left.path());
    assert_eq!(state_of(&left).await, Some(State::new()), "the user is lost");
}
