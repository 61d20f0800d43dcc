//! Closing and opening again.

use store::{CommitError, Pool, StoreError};

use crate::fixtures::*;
use crate::place::Place;

pub(crate) async fn a_closed_store_refuses(place: &dyn Place) {
    let store = place.open();
    store.close().await;
    store.close().await;
    assert_eq!(store.read(Pool::get(POOL)).await.err(), Some(StoreError::Closed));
    let outcome = commit(&store, |batch| batch.insert(&pool())).await;
    assert!(matches!(outcome, Err(CommitError::Store(StoreError::Closed))), "{outcome:?}");
}

pub(crate) async fn commits_survive_reopening(place: &dyn Place) {
    for round in 0..5 {
        let store = place.open();
        for earlier in 0..round {
            let row = stored(&store, &user(&format!("u{earlier}"))).await.expect("the row");
            assert_eq!(row.username, format!("name of u{earlier}"));
        }
        commit(&store, |batch| batch.insert(&user(&format!("u{round}")))).await.expect("a commit");
        // Whether closed or just dropped, the store frees its place at once.
        if round % 2 == 0 {
            store.close().await;
        }
    }
}

pub(crate) async fn commits_in_progress_are_finished(place: &dyn Place) {
    let store = place.open();
    let tasks: Vec<_> = (0..200)
        .map(|at| {
            let store = store.clone();
            tokio::spawn(async move {
                commit(&store, |batch| batch.insert(&user(&format!("u{at}")))).await
            })
        })
        .collect();
    tokio::task::yield_now().await;
    store.close().await;
    let mut verdicts = Vec::new();
    for task in tasks {
        verdicts.push(task.await.expect("the task"));
    }
    let store = place.open();
    for (at, verdict) in verdicts.iter().enumerate() {
        let there = stored(&store, &user(&format!("u{at}"))).await.is_some();
        assert_eq!(there, verdict.is_ok(), "user {at}: {verdict:?}");
    }
}
