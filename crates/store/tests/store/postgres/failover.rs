//! The primary is killed under load and its standby promoted: every acknowledged batch is there,
//! exactly once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use store::{Attempts, CommitError, Credential, Lookup, Options, Store, StoreError};
use testpg::Pair;

use super::{comes_true, migrate};
use crate::fixtures::*;

const TASKS: usize = 4;

/// The verdicts that one task got.
#[derive(Default)]
struct Verdicts {
    done: Vec<String>,
    unknown: Vec<String>,
}

/// State shared by all tasks.
struct Load {
    store: Store,
    is_over: AtomicBool,
    done: AtomicI64,
}

impl Load {
    /// Each batch inserts a user with children and adds one to the task's counter.
    async fn work(&self, task: usize) -> Verdicts {
        let mut verdicts = Verdicts::default();
        let mut counter = attempts("p", &format!("task {task}"), 9);
        for round in 0.. {
            if self.is_over.load(Ordering::SeqCst) {
                break;
            }
            let id = format!("user {task} {round}");
            let mut batch = batch();
            counter = match self
                .store
                .read(Attempts::get(&counter.part, &counter.subject, &counter.kind))
                .await
            {
                Ok(found) => found.expect("the counter"),
                Err(error) => panic!("reads wait: {error}"),
            };
            let next = Attempts { count: counter.count + 1, ..counter.clone() };
            batch
                .insert(&user(&id))
                .insert(&credential(&id, "password"))
                .insert(&lookup(&id, &id))
                .update(&next);
            match self.store.commit(batch).await {
                Ok(()) => {
                    verdicts.done.push(id);
                    self.done.fetch_add(1, Ordering::SeqCst);
                }
                Err(CommitError::Store(StoreError::OutcomeUnknown(_))) => verdicts.unknown.push(id),
                Err(error) => panic!("only this task writes these rows, and commits wait: {error}"),
            }
        }
        verdicts
    }

    /// Waits until this many more batches have been acknowledged.
    async fn goes_on(&self, more: i64) {
        let start = self.done.load(Ordering::SeqCst);
        assert!(
            comes_true(async || self.done.load(Ordering::SeqCst) >= start + more).await,
            "nothing is acknowledged"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_batches_survive_the_primary() {
    let pair = Pair::start();
    migrate(&pair.url()).await;
    let store = Store::open(Options::postgres(pair.url())).expect("the settings are right");
    for task in 0..TASKS {
        commit(&store, |batch| batch.insert(&attempts("p", &format!("task {task}"), 9)))
            .await
            .expect("a commit");
    }
    let load = Arc::new(Load {
        store: store.clone(),
        is_over: AtomicBool::new(false),
        done: AtomicI64::new(0),
    });
    let tasks: Vec<_> = (0..TASKS)
        .map(|task| {
            let load = load.clone();
            tokio::spawn(async move { load.work(task).await })
        })
        .collect();
    load.goes_on(50).await;
    pair.kill_primary();
    assert!(comes_true(async || !store.is_writable()).await, "no host takes writes");
    pair.promote_standby();
    assert!(comes_true(async || store.is_writable()).await, "the standby takes writes now");
    load.goes_on(50).await;
    load.is_over.store(true, Ordering::SeqCst);

    for (task, working) in tasks.into_iter().enumerate() {
        let verdicts = working.await.expect("the task");
        let mut there = 0;
        for (id, is_known) in verdicts
            .done
            .iter()
            .map(|id| (id, true))
            .chain(verdicts.unknown.iter().map(|id| (id, false)))
        {
            let part = part_of(id);
            let set =
                (Credential::of(&part, id), Lookup::get(&lookup(id, id).part, "username", id));
            let (credentials, name) = store.read(set).await.expect("a read");
            let is_there = stored(&store, &user(id)).await.is_some();
            assert_eq!(
                (credentials.len() == 1, name.is_some()),
                (is_there, is_there),
                "{id} is half there"
            );
            assert!(is_there || !is_known, "{id} was acknowledged");
            there += i64::from(is_there);
        }
        let counter =
            stored(&store, &attempts("p", &format!("task {task}"), 9)).await.expect("the counter");
        assert_eq!(counter.count, there, "each batch counts once");
    }
}
