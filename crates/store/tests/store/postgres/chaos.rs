//! Races over a bad network: what is told is what has happened.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use store::{Batch, CommitError, Credential, Spent, Store, StoreError, User};

use super::{Scene, open};
use crate::contract::doctor::fill_pool;
use crate::fixtures::*;

/// Of a thousand transactions so many meet a fault.
const PER_THOUSAND: u32 = 200;

/// What a caller is told of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Done,
    Refused,
    Unknown,
}

async fn tell(store: &Store, batch: Batch) -> Told {
    match store.commit(batch).await {
        Ok(()) => Told::Done,
        Err(CommitError::Conflict) => Told::Refused,
        Err(CommitError::Store(StoreError::OutcomeUnknown(_))) => Told::Unknown,
        Err(error) => panic!("{error}"),
    }
}

async fn start(seed: u64, connections: usize) -> (Scene, Store) {
    let scene = Scene::new().await;
    let mut settings = scene.settings();
    settings.connections = connections;
    let store = open(settings);
    scene.faults.chaos(seed, PER_THOUSAND);
    (scene, store)
}

/// Each success adds one to the row, and leaves a row of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_counter_is_what_was_told() {
    let (scene, store) = start(11, 4).await;
    let counter = attempts("p", "s", 9);
    commit(&store, |batch| batch.replace(&counter)).await.expect("a commit");
    let next = Arc::new(AtomicI64::new(0));
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let (store, next, counter) = (store.clone(), next.clone(), counter.clone());
            tokio::spawn(async move {
                let mut told = Vec::new();
                while told.iter().filter(|(_, told)| *told == Told::Done).count() < 40 {
                    let mut row = stored(&store, &counter).await.expect("the counter");
                    row.count += 1;
                    let trace = format!("try {}", next.fetch_add(1, Ordering::SeqCst));
                    let mut batch = batch();
                    batch.update(&row);
                    // Decided by the mark alone, or by a row of its own too.
                    if row.count % 2 == 0 {
                        batch.insert(&user(&trace));
                    }
                    batch.replace(&message("p", &trace, 9));
                    told.push((trace, tell(&store, batch).await));
                }
                told
            })
        })
        .collect();
    let mut told = BTreeMap::new();
    for task in tasks {
        told.extend(task.await.expect("the task"));
    }
    scene.faults.lift();
    let injected = scene.faults.injected();
    assert!(injected.total() > 20, "{injected:?}");
    let mut there = 0;
    for (trace, told) in &told {
        let is_there = stored(&store, &message("p", trace, 9)).await.is_some();
        there += i64::from(is_there);
        assert!(
            *told == Told::Unknown || is_there == (*told == Told::Done),
            "{trace}: {told:?}, but there: {is_there}"
        );
    }
    assert_eq!(stored(&store, &counter).await.map(|row| row.count), Some(there));
    assert!(scene.no_transaction_is_open().await);
}

/// Several want each name, with a user and all that belongs to one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_name_has_one_owner() {
    let (scene, store) = start(12, 6).await;
    let mut pool = batch();
    fill_pool(&mut pool, POOL);
    store.commit(pool).await.expect("a pool");
    for round in 0..40 {
        let tasks: Vec<_> = (0..3)
            .map(|task| {
                let store = store.clone();
                tokio::spawn(async move {
                    let (id, name) =
                        (format!("user {task} of round {round}"), format!("name {round}"));
                    let mut batch = batch();
                    batch
                        .insert(&User { username: name.clone(), ..user(&id) })
                        .insert(&lookup(&name, &id));
                    batch.insert(&credential(&id, "password")).present(store::Pool::key(POOL));
                    (tell(&store, batch).await, id)
                })
            })
            .collect();
        let holder = async || {
            stored(&store, &lookup(&format!("name {round}"), "")).await.map(|row| row.user_id)
        };
        let mut told = Vec::new();
        for task in tasks {
            told.push(task.await.expect("the task"));
        }
        let owner = holder().await;
        for (told, id) in told {
            let owns = owner.as_ref() == Some(&id);
            assert!(
                told == Told::Unknown || owns == (told == Told::Done),
                "{id}: {told:?}, owner {owner:?}"
            );
            let part = part_of(&id);
            let (user, credentials) = store
                .read((User::get(&part, &id), Credential::of(&part, &id)))
                .await
                .expect("a read");
            assert_eq!((user.is_some(), credentials.len()), (owns, usize::from(owns)), "{id}");
        }
    }
    let injected = scene.faults.injected();
    assert!(injected.total() > 20, "{injected:?}");
    scene.faults.lift();
    assert_eq!(store::doctor::deep(&store).await, []);
    assert!(scene.no_transaction_is_open().await);
}

/// One statement without a transaction around it, where the row itself decides.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_may_be_spent_once_is_spent_once() {
    let (scene, store) = start(13, 3).await;
    for round in 0..60 {
        let id = format!("round {round}");
        let tasks: Vec<_> = (0..3)
            .map(|_| {
                let (store, mut batch) = (store.clone(), batch());
                batch.insert(&spent("p", &id, 9));
                tokio::spawn(async move { (batch.rev(), tell(&store, batch).await) })
            })
            .collect();
        let mut told = Vec::new();
        for task in tasks {
            told.push(task.await.expect("the task"));
        }
        let row =
            store.read(Spent::get("p", &id)).await.expect("a read").expect("somebody has spent it");
        for (rev, told) in told {
            assert!(
                told == Told::Unknown || (row.rev == rev) == (told == Told::Done),
                "{id}: {told:?}"
            );
        }
    }
    let injected = scene.faults.injected();
    assert!(injected.total() > 20, "{injected:?}");
}
