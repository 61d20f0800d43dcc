//! A disk that fails a sync: nothing is acknowledged on its word.

use store::CommitError;
use testkit::vfs::{Fate, Moment, Unsynced};

use super::*;

/// The store sends the batch again; what it finally acknowledges is on disk.
#[tokio::test]
async fn a_commit_survives_a_failed_sync() {
    let watched = Watched::open(4_000);
    watched.store.commit(new_pool(0)).await.expect("a commit");
    for number in 1..20 {
        watched.recording.fail_syncs(FileKind::Log, u32::try_from(number % 3).expect("small"));
        let then = watched.recording.now();
        let name = format!("u{number}");
        watched.store.commit(new_user(&name, number)).await.expect("a commit");
        assert_eq!(watched.recording.fate(then, &bytes_of(rev(number))), Fate::Synced);
        let left = TempDir::new();
        watched.recording.power_loss(watched.recording.now(), Unsynced::Lost, left.path());
        assert!(state_of(&left).await.expect("a pool").contains_key(&name));
    }
}

/// Nothing is acknowledged while the disk keeps failing. Once the disk works, the store does too,
/// and nothing is half written.
#[tokio::test]
async fn nothing_is_acknowledged_while_the_disk_fails() {
    let watched = Watched::open(4_000);
    watched.store.commit(new_pool(0)).await.expect("a commit");
    watched.recording.fail_syncs(FileKind::Log, u32::MAX);
    let refused = watched.store.commit(new_user("refused", 1)).await;
    assert!(matches!(refused, Err(CommitError::Store(_))), "{refused:?}");
    assert!(
        watched
            .store
            .read(User::get(&user("", 0).part, "refused"))
            .await
            .expect("a read")
            .is_none(),
        "read before it lasts"
    );
    watched.recording.fail_syncs(FileKind::Log, 0);
    watched.store.commit(new_user("accepted", 2)).await.expect("a commit");
    let left = TempDir::new();
    watched.recording.power_loss(watched.recording.now(), Unsynced::Lost, left.path());
    assert_eq!(state_of(&left).await, Some(State::from([("accepted".to_owned(), 2)])));
}

/// The log is not restarted before the database it was copied into is synced.
#[tokio::test]
async fn a_checkpoint_survives_a_failed_sync() {
    let watched = Watched::open(SHORT_LOG);
    watched.store.commit(new_pool(0)).await.expect("a commit");
    watched.recording.fail_syncs(FileKind::Database, 3);
    let mut expected = State::new();
    let mut number = 0;
    // Until a sync succeeds and the log is restarted after it.
    while watched.recording.since(Moment(0)).iter().filter(|event| is_log_header(event)).count() < 2
    {
        number += 1;
        let name = format!("u{number}");
        watched.store.commit(new_user(&name, number)).await.expect("a commit");
        expected.insert(name, number);
        assert!(number < 5_000, "the log is never begun again");
    }
    for way in [Unsynced::Lost, Unsynced::Torn(1), Unsynced::Torn(2)] {
        let left = TempDir::new();
        watched.recording.power_loss(watched.recording.now(), way, left.path());
        assert_eq!(state_of(&left).await.as_ref(), Some(&expected), "{way:?}");
    }
}
