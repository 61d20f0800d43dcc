//! Every network fault on every kind of commit: the verdict matches the database.

use std::time::Duration;

use store::{Attempts, Batch, CommitError, Credential, Postgres, PostgresKind, Store, User};
use testpg::Fault;

use super::{Scene, comes_true, open};
use crate::fixtures::*;

const FAULTS: [Fault; 7] = [
    Fault::Reset,
    Fault::LoseRequest,
    Fault::LoseAnswer,
    Fault::LateRequest(Duration::from_millis(20)),
    Fault::FailCommit("40001"),
    Fault::FailCommit("40P01"),
    Fault::ReadOnly,
];

#[derive(Debug, Clone, Copy)]
enum Kind {
    /// A single-statement transaction.
    One,
    /// Several rows and a mark.
    Many,
    /// A row and a guard.
    Guarded,
}

impl Kind {
    /// Adds changes to the rows called `name`. Unless `holds`, one of their expectations fails.
    async fn fill(self, store: &Store, name: &str, holds: bool, batch: &mut Batch) {
        match self {
            Kind::One => {
                if !holds {
                    commit(store, |batch| batch.insert(&spent("p", name, 9)))
                        .await
                        .expect("another client's commit");
                }
                batch.insert(&spent("p", name, 9));
            }
            Kind::Many => {
                commit(store, |batch| batch.insert(&attempts("p", name, 9)))
                    .await
                    .expect("a commit");
                let read = stored(store, &attempts("p", name, 9)).await.expect("the row");
                if !holds {
                    commit(store, |batch| batch.update(&read))
                        .await
                        .expect("another client's commit");
                }
                batch
                    .update(&Attempts { count: read.count + 1, ..read })
                    .insert(&lookup(name, "u"));
            }
            Kind::Guarded => {
                commit(store, |batch| batch.insert(&user(name))).await.expect("a commit");
                let read = stored(store, &user(name)).await.expect("the row");
                if !holds {
                    commit(store, |batch| batch.update(&read))
                        .await
                        .expect("another client's commit");
                }
                batch.insert(&credential(name, "password")).unchanged(&read);
            }
        }
    }

    /// Table and key column of the changed rows.
    fn rows(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Kind::One => &[("spent", "id")],
            Kind::Many => &[("attempts", "subject"), ("lookups", "value")],
            Kind::Guarded => &[("credentials", "user_id")],
        }
    }
}

async fn every_fault_is_survived(change: fn(&mut Postgres)) {
    let scene = Scene::new().await;
    let mut settings = scene.settings();
    change(&mut settings);
    let store = open(settings);
    let mut struck = 0;
    for kind in [Kind::One, Kind::Many, Kind::Guarded] {
        for fault in FAULTS {
            for holds in [true, false] {
                let case = format!("{kind:?}, {fault:?}, holds: {holds}");
                let mut batch = batch();
                kind.fill(&store, &case, holds, &mut batch).await;
                let rev = batch.rev();
                scene.faults.next(fault);
                let verdict = store.commit(batch).await;
                // A transaction that is rolled back has no COMMIT to hit.
                struck += u64::from(holds || scene.faults.waiting() == 0);
                scene.faults.lift();
                assert_eq!(scene.faults.injected().total(), struck, "{case}");
                assert_eq!(verdict.is_ok(), holds, "{case}: {verdict:?}");
                assert_eq!(is_conflict(&verdict), !holds, "{case}: {verdict:?}");
                for row in kind.rows() {
                    let is_there = scene.rev_of(*row, &case).await == Some(rev.0);
                    assert_eq!(is_there, holds, "{case}: {row:?}");
                }
                let next = user(&format!("after {case}"));
                commit(&store, |batch| batch.insert(&next).insert(&lookup(&next.user_id, "u")))
                    .await
                    .expect("a commit after it");
                assert!(stored(&store, &next).await.is_some(), "{case}");
            }
        }
    }
    assert!(scene.no_transaction_is_open().await);
}

#[tokio::test]
async fn in_one_trip() {
    every_fault_is_survived(|_| ()).await;
}

#[tokio::test]
async fn in_two_trips() {
    every_fault_is_survived(|settings| settings.kind = PostgresKind::Citus).await;
}

#[tokio::test]
async fn without_named_statements() {
    every_fault_is_survived(|settings| settings.named_statements = false).await;
}

/// The first use of a statement prepares it: a connection that breaks then has sent nothing of the
/// batch.
#[tokio::test]
async fn a_reset_while_preparing() {
    let scene = Scene::new().await;
    for resets in 1..=2 {
        let store = scene.open();
        let row = user(&format!("after {resets}"));
        assert!(stored(&store, &row).await.is_none());
        (0..resets).for_each(|_| scene.faults.next(Fault::Reset));
        let inserted = commit(&store, |batch| {
            batch.insert(&row).insert(&credential(&row.user_id, "password"))
        })
        .await;
        inserted.expect("a commit");
        assert!(scene.rev_of(("users", "user_id"), &row.user_id).await.is_some());
        assert_eq!(scene.faults.waiting(), 0);
    }
}

#[tokio::test]
async fn a_lost_answer_counts_once() {
    let scene = Scene::new().await;
    let store = scene.open();
    let counter = attempts("p", "s", 9);
    commit(&store, |batch| batch.insert(&counter)).await.expect("a commit");
    for _ in 0..5 {
        scene.faults.next(Fault::LoseAnswer);
        super::count_up(&store, &counter).await;
    }
    assert_eq!(scene.faults.injected().lost_answers, 5);
    assert_eq!(stored(&store, &counter).await.map(|row| row.count), Some(5));
}

#[tokio::test]
async fn reads_are_sent_again() {
    let scene = Scene::new().await;
    let store = scene.open();
    let row = user("u");
    commit(&store, |batch| batch.insert(&row)).await.expect("a commit");
    for round in 1..=3 {
        scene.faults.next(Fault::Reset);
        assert!(stored(&store, &row).await.is_some());
        scene.faults.next(Fault::Reset);
        let several = store
            .read((User::get(&row.part, "u"), Credential::of(&row.part, "u")))
            .await
            .expect("a read");
        assert!(several.0.is_some() && several.1.is_empty());
        assert_eq!(scene.faults.injected().resets, 2 * round);
    }
    assert!(scene.no_transaction_is_open().await);
}

/// As a server does when it shuts down.
#[tokio::test]
async fn connections_ended_by_the_server_are_replaced() {
    let scene = Scene::new().await;
    let store = scene.open();
    let client = testpg::connect(&scene.schema.url()).await;
    for at in 0..10 {
        let row = user(&format!("u{at}"));
        commit(&store, |batch| batch.insert(&row)).await.expect("a commit");
        let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
                   WHERE application_name = $1";
        client.query_one(end, &[&scene.schema.name()]).await.expect("connections end");
        assert!(stored(&store, &row).await.is_some());
        client.query_one(end, &[&scene.schema.name()]).await.expect("connections end");
    }
}

/// The database asks for a retry while another transaction holds the row; at some point the commit
/// gives up.
#[tokio::test]
async fn a_row_locked_for_too_long_fails_without_effect() {
    let scene = Scene::new().await;
    let mut settings = scene.settings();
    settings.lock_timeout = Duration::from_millis(10);
    let store = open(settings);
    let row = attempts("p", "s", 9);
    commit(&store, |batch| batch.insert(&row)).await.expect("a commit");
    let mut read = stored(&store, &row).await.expect("the row");
    read.count = 1;
    let client = testpg::connect(&scene.schema.url()).await;
    client
        .batch_execute("BEGIN; SELECT 1 FROM attempts FOR UPDATE")
        .await
        .expect("the row is held");
    let verdict = commit(&store, |batch| batch.update(&read)).await;
    assert!(matches!(verdict, Err(CommitError::Store(_))), "{verdict:?}");
    assert_eq!(stored(&store, &row).await.map(|row| row.count), Some(0));
    let releasing = async {
        let waits = "SELECT count(*) FROM pg_locks WHERE NOT granted";
        let other = testpg::connect(&scene.schema.url()).await;
        let waits =
            async || other.query_one(waits, &[]).await.expect("a read").get::<_, i64>(0) > 0;
        assert!(comes_true(waits).await, "no commit waits");
        client.batch_execute("COMMIT").await.expect("the row is released");
    };
    let mut settings = scene.settings();
    settings.lock_timeout = Duration::from_secs(20);
    let patient = open(settings);
    let (verdict, ()) = tokio::join!(commit(&patient, |batch| batch.update(&read)), releasing);
    verdict.expect("a commit, once the row is free");
}
