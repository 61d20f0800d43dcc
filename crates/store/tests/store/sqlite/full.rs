//! A full disk.

use std::sync::Arc;

use store::{CommitError, Options, Store, StoreError, User};

use crate::contract::groups::{Gate, together};
use crate::fixtures::*;
use crate::place::{Place, SqliteFolder};

fn is_full(outcome: &Result<(), CommitError>) -> bool {
    matches!(outcome, Err(CommitError::Store(StoreError::Full(_))))
}

fn options(place: &SqliteFolder, max_pages: u32) -> Options {
    let mut options = place.options();
    options.sqlite.max_pages = Some(max_pages);
    options
}

/// Batches too large for the disk fail; the others in the group are committed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_batch_of_a_group_is_decided_separately() {
    let place = SqliteFolder::new();
    let gate = Arc::new(Gate::default());
    let store = Store::open(Options { faults: Some(gate.clone()), ..options(&place, 200) })
        .expect("the place opens");
    let large = "x".repeat(4_096 * 300);
    let batches = (0..20).map(|at| {
        let mut row = user(&format!("u{at}"));
        if at % 3 == 1 {
            row.attributes.clone_from(&large);
        }
        let mut batch = batch();
        batch.insert(&row).insert(&lookup(&format!("name {at}"), &row.user_id));
        batch
    });
    let verdicts = together(&store, &gate, batches.collect()).await;
    for (at, verdict) in verdicts.iter().enumerate() {
        let fails = at % 3 == 1;
        assert_eq!(is_full(verdict), fails, "batch {at}: {verdict:?}");
        assert_eq!(verdict.is_ok(), !fails, "batch {at}: {verdict:?}");
        let id = format!("u{at}");
        assert_eq!(stored(&store, &user(&id)).await.is_none(), fails);
        assert_eq!(stored(&store, &lookup(&format!("name {at}"), &id)).await.is_none(), fails);
    }
}

/// A full store still reads, and writes again once there is room.
#[tokio::test]
async fn a_full_store_recovers() {
    let place = SqliteFolder::new();
    let store = Store::open(options(&place, 100)).expect("the place opens");
    let mut committed = 0;
    let full = loop {
        let row = User { attributes: "x".repeat(3_000), ..user(&format!("u{committed}")) };
        match commit(&store, |batch| batch.insert(&row)).await {
            Ok(()) => committed += 1,
            full => break full,
        }
    };
    assert!(is_full(&full), "{full:?}");
    assert!(committed > 5);
    for at in 0..committed {
        assert!(stored(&store, &user(&format!("u{at}"))).await.is_some());
    }
    let freed = stored(&store, &user("u0")).await.expect("the row");
    // A batch that inserts a user leaves no mark.
    let mut batch = batch();
    batch.delete(&freed).insert(&user("small"));
    store.commit(batch).await.expect("a commit");
    let row = User { attributes: "y".repeat(2_000), ..user("again") };
    commit(&store, |batch| batch.insert(&row)).await.expect("a commit");
    store.close().await;
    let store = Store::open(options(&place, 0)).expect("the place opens");
    assert!(stored(&store, &row).await.is_some());
    assert_eq!(
        store::doctor::deep(&store).await.iter().filter(|finding| finding.check == "files").count(),
        0
    );
}
