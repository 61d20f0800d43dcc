//! Backups while commits go on.

use std::cell::Cell;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use store::{BackupError, Options, Pool, Store, User};

use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

/// Two rows that are always written together and hold the number of their commit.
fn pair(number: u64) -> [User; 2] {
    ["left", "right"]
        .map(|name| User { attributes: format!("{number} ").repeat(1_000), ..user(name) })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_is_one_snapshot_and_does_not_block_commits() {
    let place = SqliteFolder::new();
    let store = place.open();
    commit(&store, |batch| batch.insert(&pool())).await.expect("a pool");
    for at in 0..500 {
        let row = User { attributes: "x".repeat(20_000), ..user(&format!("bulk-{at}")) };
        commit(&store, |batch| batch.insert(&row)).await.expect("a row");
    }
    let (stop, number) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let writing = {
        let (store, stop, number) = (store.clone(), Arc::clone(&stop), Arc::clone(&number));
        tokio::spawn(async move {
            while !stop.load(Ordering::Relaxed) {
                let [left, right] = pair(number.fetch_add(1, Ordering::Relaxed));
                commit(&store, |batch| batch.replace(&left).replace(&right))
                    .await
                    .expect("a commit");
            }
        })
    };
    while number.load(Ordering::Relaxed) < 3 {
        tokio::task::yield_now().await;
    }
    let to = place.dir().join("backup");
    let written = {
        let (store, to, number) = (store.clone(), to.clone(), Arc::clone(&number));
        // There are commits between any two steps of the copy: if they made it restart, it would
        // never end.
        let goes_on = move || {
            let seen = number.load(Ordering::Relaxed);
            while number.load(Ordering::Relaxed) < seen + 2 {
                std::thread::yield_now();
            }
            true
        };
        tokio::task::spawn_blocking(move || store.backup(&to, &goes_on))
            .await
            .expect("the thread")
            .expect("a backup")
    };
    stop.store(true, Ordering::Relaxed);
    writing.await.expect("the writer");
    assert_eq!(written.master_key_ids, ["master"]);
    let metadata = fs::metadata(&to).expect("the file");
    assert_eq!((metadata.len(), metadata.permissions().mode() & 0o777), (written.bytes, 0o600));

    let dir = place.dir().join("restored");
    let restored = store::restore(&to, &dir, &|| true).expect("restored");
    assert_eq!(
        (restored.schema, restored.master_key_ids.as_slice()),
        (restored.newest_schema, &["master".to_owned()][..])
    );
    let copy = Store::open(Options::sqlite(&dir)).expect("the copy opens");
    assert!(copy.read(Pool::get(POOL)).await.expect("a read").is_some());
    let [left, right] = pair(0);
    let (left, right) =
        (stored(&copy, &left).await.expect("a row"), stored(&copy, &right).await.expect("a row"));
    assert_eq!((left.attributes, left.rev), (right.attributes, right.rev));
    assert!(stored(&copy, &user("bulk-499")).await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_or_refused_backup_leaves_nothing() {
    let place = SqliteFolder::new();
    let store = place.open();
    let to = place.dir().join("backup");
    assert!(matches!(store.backup(&to, &|| false), Err(BackupError::Stopped)));
    fs::write(&to, "mine").expect("a file");
    assert!(matches!(store.backup(&to, &|| true), Err(BackupError::Exists(path)) if path == to));
    assert_eq!(fs::read(&to).expect("the file"), b"mine");
    fs::remove_file(&to).expect("removed");
    std::os::unix::fs::symlink("/no/such/file", &to).expect("a link");
    assert!(matches!(store.backup(&to, &|| true), Err(BackupError::Exists(_))));
    fs::remove_file(&to).expect("removed");
    let names = || {
        fs::read_dir(place.dir())
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name())
    };
    assert!(
        names().all(|name| name.to_string_lossy().starts_with("poolkeeper.")),
        "{:?}",
        names().collect::<Vec<_>>()
    );
    store.backup(&to, &|| true).expect("a backup");
    // A restore leaves nothing either, whenever it is stopped.
    let dir = place.dir().join("new/restored");
    for questions in 0.. {
        let left = Cell::new(questions);
        let goes_on = || left.replace(left.get().max(1) - 1) > 0;
        match store::restore(&to, &dir, &goes_on) {
            Err(BackupError::Stopped) => {
                assert!(!place.dir().join("new").exists(), "after {questions} questions");
            }
            restored => {
                restored.expect("restored");
                assert_eq!(questions, 3);
                break;
            }
        }
    }
    store.close().await;
    assert!(matches!(
        store.backup(&place.dir().join("later"), &|| true),
        Err(BackupError::Store(_))
    ));
}
