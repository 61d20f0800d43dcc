//! A full disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use store::{CommitError, Faults, Options, Store, StoreError, User, placement};

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
    assert!(!store.is_writable() && !store.has_room(Duration::ZERO));
    assert!(committed > 5);
    for at in 0..committed {
        assert!(stored(&store, &user(&format!("u{at}"))).await.is_some());
    }
    let freed = stored(&store, &user("u0")).await.expect("the row");
    // A batch that inserts a user leaves no mark.
    let mut batch = batch();
    batch.delete(&freed).insert(&user("small"));
    store.commit(batch).await.expect("a commit");
    assert!(!store.is_writable(), "a row that took the place of another proves no room");
    for seconds in [0, HALF_A_MINUTE] {
        store.probe(1, Duration::from_secs(seconds)).await.expect("a commit");
    }
    assert!(store.is_writable() && store.has_room(Duration::ZERO));
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

/// The system is asked for the free space of the folder, at most once a second.
#[tokio::test]
async fn there_is_room_while_enough_is_free() {
    for (min_free, expected) in [(0, true), (1, true), (u64::MAX, false)] {
        let place = SqliteFolder::new();
        let store = Store::open(Options { min_free, ..place.options() }).expect("the place opens");
        assert_eq!(store.has_room(Duration::ZERO), expected, "{min_free}");
        assert!(store.is_writable());
    }
}

/// What a test fills and empties.
#[derive(Default)]
struct Disk(AtomicBool);

impl Faults for Disk {
    fn is_full(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// How long no commit must have failed, in seconds.
const HALF_A_MINUTE: u64 = 30;

/// A store that takes no writes is tried with small ones, which often succeed on a full disk too.
#[tokio::test]
async fn probes_find_out_when_there_is_space_again() {
    let (place, disk) = (SqliteFolder::new(), Arc::new(Disk::default()));
    let store = Store::open(Options { faults: Some(disk.clone()), ..place.options() })
        .expect("the place opens");
    let probe = async |seconds: u64| store.probe(1, Duration::from_secs(seconds)).await;
    probe(0).await.expect("nothing to find out");
    assert_eq!(store.counts().commits, 0);
    disk.0.store(true, Ordering::SeqCst);
    assert!(is_full(&commit(&store, |batch| batch.insert(&user("u"))).await));
    assert!(is_full(&probe(5).await));
    assert!(!store.is_writable());
    disk.0.store(false, Ordering::SeqCst);
    assert!(!store.is_writable(), "nobody has tried");
    for seconds in [100, 105, 99 + HALF_A_MINUTE] {
        probe(seconds).await.expect("a commit");
        assert!(!store.is_writable() && !store.has_room(Duration::ZERO), "{seconds}");
    }
    // Something grew meanwhile, or tried to.
    disk.0.store(true, Ordering::SeqCst);
    assert!(is_full(&commit(&store, |batch| batch.insert(&user("u"))).await));
    disk.0.store(false, Ordering::SeqCst);
    for seconds in [130, 129 + HALF_A_MINUTE] {
        probe(seconds).await.expect("a commit");
        commit(&store, |batch| batch.replace(&user("rewritten"))).await.expect("a commit");
        assert!(!store.is_writable(), "{seconds}");
    }
    probe(130 + HALF_A_MINUTE).await.expect("a commit");
    assert!(store.is_writable() && store.has_room(Duration::ZERO));
    // The row of the probe expires like any mark.
    assert_eq!(store.expire(placement::SERVER_PART, i64::MAX, 10).await, Ok(1));
}
