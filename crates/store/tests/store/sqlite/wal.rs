//! The write-ahead log does not grow without bound.

use std::fs;

use store::{Options, Store, User};

use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

/// Under constant writes the log is checkpointed and restarted; otherwise it would hold all of
/// them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_is_restarted_under_load() {
    let place = SqliteFolder::new();
    let mut options: Options = place.options();
    options.sqlite.wal_pages = 200;
    let store = Store::open(options).expect("the place opens");
    let log = place.dir().join("poolkeeper.db-wal");
    let mut written: u64 = 0;
    let mut largest = 0;
    // Until far more has been written than the log may hold.
    while written < 64 << 20 {
        let tasks: Vec<_> = (0..32)
            .map(|at| {
                let store = store.clone();
                let row = User {
                    attributes: format!("{written} ").repeat(2_000),
                    ..user(&format!("u{at}"))
                };
                tokio::spawn(async move { commit(&store, |batch| batch.replace(&row)).await })
            })
            .collect();
        for task in tasks {
            task.await.expect("the task").expect("a commit");
        }
        written += 32 * 4_096;
        largest = largest.max(fs::metadata(&log).expect("the log").len());
    }
    assert!(largest < 32 << 20, "the log grew to {largest} bytes");
    store.close().await;
    assert!(!log.exists(), "closing leaves no log");
}
