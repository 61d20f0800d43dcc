//! Races over a bad network: every verdict matches what happened.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use store::{Batch, CommitError, Credential, Spent, Store, StoreError, User};

use super::{Scene, open};
use crate::contract::doctor::fill_pool;
use crate::fixtures::*;

/// How many of a thousand transactions meet a fault.
const PER_THOUSAND: u32 = 200;

/// The verdict that a caller gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Done,
    Refused,
    Unknown,
}

async fn verdict_of(store: &Store, batch: Batch) -> Verdict {
    match store.commit(batch).await {
        Ok(()) => Verdict::Done,
        Err(CommitError::Conflict) => Verdict::Refused,
        Err(CommitError::Store(StoreError::OutcomeUnknown(_))) => Verdict::Unknown,
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

/// Each success adds one to the counter, and leaves a trace row.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_counter_equals_the_reported_successes() {
    let (scene, store) = start(11, 4).await;
    let counter = attempts("p", "s", 9);
    commit(&store, |batch| batch.replace(&counter)).await.expect("a commit");
    let next = Arc::new(AtomicI64::new(0));
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let (store, next, counter) = (store.clone(), next.clone(), counter.clone());
            tokio::spawn(async move {
                let mut verdicts = Vec::new();
                while verdicts.iter().filter(|(_, verdict)| *verdict == Verdict::Done).count() < 40
                {
                    let mut row = stored(&store, &counter).await.expect("the counter");
                    row.count += 1;
                    let trace = format!("try {}", next.fetch_add(1, Ordering::SeqCst));
                    let mut batch = batch();
                    batch.update(&row);
                    // Decided by the mark alone, or also by a row with a random key.
                    if row.count % 2 == 0 {
                        batch.insert(&user(&trace));
                    }
                    batch.replace(&message("p", &trace, 9));
                    verdicts.push((trace, verdict_of(&store, batch).await));
                }
                verdicts
            })
        })
        .collect();
    let mut verdicts = BTreeMap::new();
    for task in tasks {
        verdicts.extend(task.await.expect("the task"));
    }
    scene.faults.lift();
    let injected = scene.faults.injected();
    assert!(injected.total() > 20, "{injected:?}");
    let mut there = 0;
    for (trace, verdict) in &verdicts {
        let is_there = stored(&store, &message("p", trace, 9)).await.is_some();
        there += i64::from(is_there);
        assert!(
            *verdict == Verdict::Unknown || is_there == (*verdict == Verdict::Done),
            "{trace}: {verdict:?}, but there: {is_there}"
        );
    }
    assert_eq!(stored(&store, &counter).await.map(|row| row.count), Some(there));
    assert!(scene.no_transaction_is_open().await);
}

/// Several tasks want each name, with a user and everything that belongs to one.
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
                    (verdict_of(&store, batch).await, id)
                })
            })
            .collect();
        let holder = async || {
            stored(&store, &lookup(&format!("name {round}"), "")).await.map(|row| row.user_id)
        };
        let mut verdicts = Vec::new();
        for task in tasks {
            verdicts.push(task.await.expect("the task"));
        }
        let owner = holder().await;
        for (verdict, id) in verdicts {
            let owns = owner.as_ref() == Some(&id);
            assert!(
                verdict == Verdict::Unknown || owns == (verdict == Verdict::Done),
                "{id}: {verdict:?}, owner {owner:?}"
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

/// A single statement without a transaction: the row itself decides.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_one_time_value_is_spent_once() {
    let (scene, store) = start(13, 3).await;
    for round in 0..60 {
        let id = format!("round {round}");
        let tasks: Vec<_> = (0..3)
            .map(|_| {
                let (store, mut batch) = (store.clone(), batch());
                batch.insert(&spent("p", &id, 9));
                tokio::spawn(async move { (batch.rev(), verdict_of(&store, batch).await) })
            })
            .collect();
        let mut verdicts = Vec::new();
        for task in tasks {
            verdicts.push(task.await.expect("the task"));
        }
        let row =
            store.read(Spent::get("p", &id)).await.expect("a read").expect("one task spent it");
        for (rev, verdict) in verdicts {
            assert!(
                verdict == Verdict::Unknown || (row.rev == rev) == (verdict == Verdict::Done),
                "{id}: {verdict:?}"
            );
        }
    }
    let injected = scene.faults.injected();
    assert!(injected.total() > 20, "{injected:?}");
}
