//! A commit whose wait for the standby is cancelled: the primary acknowledges data that only it
//! has. The caller gets a success only once the standby has them too.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use store::{Attempts, Batch, CommitError, Postgres, Record, Spent, Store, StoreError};
use testpg::Pair;
use tokio::task::JoinHandle;
use tokio_postgres::Client;

use super::{comes_true, migrate, open};
use crate::fixtures::*;

/// Cancels every wait for the standby.
const CANCEL: &str =
    "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
/// Cancels the waits of all but some processes.
const CANCEL_OTHERS: &str = "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity \
                             WHERE wait_event = 'SyncRep' AND pid <> ALL($1)";
/// The processes that wait.
const WAITING: &str = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

struct Scene {
    pair: Pair,
    store: Store,
    /// Connected directly, not through the store.
    client: Client,
}

impl Scene {
    async fn count(&self, sql: &str) -> i64 {
        self.client.query_one(sql, &[]).await.expect("the primary is asked").get(0)
    }

    async fn waiting(&self) -> Vec<i32> {
        let rows = self.client.query(WAITING, &[]).await.expect("the primary is asked");
        rows.iter().map(|row| row.get(0)).collect()
    }

    async fn cancel_others(&self, kept: &Vec<i32>) -> i64 {
        self.client.query_one(CANCEL_OTHERS, &[kept]).await.expect("the primary is asked").get(0)
    }

    fn commit(&self, batch: Batch) -> JoinHandle<Result<(), CommitError>> {
        let store = self.store.clone();
        tokio::spawn(async move { store.commit(batch).await })
    }
}

/// Batches of every kind: decided by their rows, by a mark, or by nothing.
async fn batches(store: &Store, round: &str) -> Vec<Batch> {
    let name = |kind: &str| format!("{kind} {round}");
    let row = |kind: &str| attempts("p", &name(kind), 9);
    let mut filling = batch();
    filling.insert(&row("updated")).insert(&row("removed")).insert(&row("swept"));
    store.commit(filling).await.expect("a commit");
    let mut batches: Vec<Batch> = (0..5).map(|_| batch()).collect();
    batches[0].insert(&spent("p", &name("spent"), 9));
    // In one part, so that one statement confirms the batch.
    batches[1].insert(&user(&name("user"))).insert(&credential(&name("user"), "password"));
    let read = stored(store, &row("updated")).await.expect("the row");
    batches[2].update(&Attempts { count: 1, ..read });
    batches[3].remove(row("removed").to_key());
    batches[4].sweep(Attempts::of("p", &name("swept")));
    batches
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_missing_on_the_standby_is_acknowledged() {
    let pair = Pair::start();
    migrate(&pair.url()).await;
    let settings = Postgres {
        patience: Duration::from_secs(20),
        ..Postgres::new(pair.primary().url() + "?sslmode=disable")
    };
    let client = testpg::connect(&pair.primary().url()).await;
    let scene = Arc::new(Scene { store: open(settings), client, pair });

    // The standby stays away, and every wait for it is cancelled.
    let lost = batches(&scene.store, "lost").await;
    let held = batches(&scene.store, "held").await;
    scene.pair.standby().stop();
    let is_over = Arc::new(AtomicBool::new(false));
    let cancelling = {
        let (scene, is_over) = (scene.clone(), is_over.clone());
        tokio::spawn(async move {
            while !is_over.load(Ordering::SeqCst) {
                scene.count(CANCEL).await;
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
    };
    for (at, batch) in lost.into_iter().enumerate() {
        let verdict = scene.commit(batch).await.expect("the task");
        assert!(
            matches!(verdict, Err(CommitError::Store(StoreError::OutcomeUnknown(_)))),
            "{at}: {verdict:?}"
        );
    }
    is_over.store(true, Ordering::SeqCst);
    cancelling.await.expect("the task");
    let row = scene.store.read(Spent::get("p", "spent lost")).await.expect("a read");
    assert!(row.is_some(), "the primary shows it to everybody");

    // One wait per batch is cancelled, then the standby comes back.
    let mut waiting: Vec<JoinHandle<Result<(), CommitError>>> = Vec::new();
    for batch in held {
        let confirming = scene.waiting().await;
        waiting.push(scene.commit(batch));
        assert!(
            comes_true(async || scene.cancel_others(&confirming).await > 0).await,
            "no commit waits for the standby"
        );
        let confirming = async || scene.waiting().await.len() == waiting.len();
        assert!(comes_true(confirming).await, "nothing confirms what one server has acknowledged");
        assert!(waiting.iter().all(|committing| !committing.is_finished()));
    }
    scene.pair.standby().restart();
    for (at, committing) in waiting.into_iter().enumerate() {
        committing.await.expect("the task").unwrap_or_else(|error| panic!("{at}: {error}"));
    }
    let removed = stored(&scene.store, &attempts("p", "removed held", 9)).await;
    let swept = stored(&scene.store, &attempts("p", "swept held", 9)).await;
    assert!(removed.is_none() && swept.is_none());
    let updated = stored(&scene.store, &attempts("p", "updated held", 9)).await;
    assert_eq!(updated.map(|row| row.count), Some(1));
}

/// While the standby is away, waiting commits hold only a limited share of the connections.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waiting_commits_leave_connections_to_readers() {
    let pair = Pair::start();
    migrate(&pair.url()).await;
    let settings = Postgres {
        connections: 4,
        timeout: Duration::from_millis(200),
        patience: Duration::from_millis(200),
        ..Postgres::new(pair.primary().url() + "?sslmode=disable")
    };
    let client = testpg::connect(&pair.primary().url()).await;
    let scene = Scene { store: open(settings), client, pair };
    commit(&scene.store, |batch| batch.insert(&user("before"))).await.expect("a commit");
    scene.pair.standby().stop();
    for round in 0..3 {
        let sent = |at: usize| {
            let mut batch = batch();
            batch.insert(&user(&format!("u{round}{at}")));
            scene.commit(batch)
        };
        let waiting: Vec<JoinHandle<_>> = (0..6).map(sent).collect();
        for committing in waiting {
            let verdict = committing.await.expect("the task");
            let unknown = matches!(
                verdict,
                Err(CommitError::Store(StoreError::OutcomeUnknown(_) | StoreError::Unavailable))
            );
            assert!(unknown, "{verdict:?}");
            assert!(scene.waiting().await.len() <= 3);
            assert!(stored(&scene.store, &user("before")).await.is_some(), "reads go on");
        }
    }
    assert_eq!(scene.waiting().await.len(), 3, "what was sent still waits");
    scene.pair.standby().restart();
    assert!(comes_true(async || scene.waiting().await.is_empty()).await);
    let after = async || commit(&scene.store, |batch| batch.replace(&user("after"))).await.is_ok();
    assert!(comes_true(after).await, "the store recovers");
    assert!(scene.store.is_writable());
}
