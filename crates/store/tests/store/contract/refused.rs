//! Batches that break a rule are refused before anything is sent.

use store::{Batch, CommitError, Credential, Store, StoreError, User};

use crate::fixtures::*;
use crate::place::Place;

async fn is_refused(store: &Store, fill: impl for<'a> FnOnce(&'a mut Batch) -> &'a mut Batch) {
    let before = store.counts();
    let outcome = commit(store, fill).await;
    assert!(matches!(outcome, Err(CommitError::Store(StoreError::Invalid(_)))), "{outcome:?}");
    assert_eq!(store.counts(), before);
}

pub(crate) async fn a_row_named_twice(place: &dyn Place) {
    let store = place.open();
    let row = user("u");
    let key = || User::key(&row.part, "u");
    is_refused(&store, |batch| batch.insert(&row).insert(&row)).await;
    is_refused(&store, |batch| batch.insert(&row).insert(&lookup("a", "u")).unchanged(&row)).await;
    is_refused(&store, |batch| batch.present(key()).delete(&row)).await;
    is_refused(&store, |batch| batch.replace(&row).remove(key())).await;
    is_refused(&store, |batch| {
        batch.sweep(Credential::of("p", "u")).sweep(Credential::of("p", "u"))
    })
    .await;
    assert!(stored(&store, &row).await.is_none());
}

pub(crate) async fn a_row_swept_and_written(place: &dyn Place) {
    let store = place.open();
    let row = credential("u", "password");
    is_refused(&store, |batch| batch.insert(&row).sweep(Credential::of(&row.part, "u"))).await;
    is_refused(&store, |batch| batch.replace(&row).sweep(Credential::of(&row.part, "u"))).await;
    let beside =
        commit(&store, |batch| batch.insert(&row).sweep(Credential::of(&row.part, "v"))).await;
    assert!(beside.is_ok(), "a row beside the sweep may be written");
}

pub(crate) async fn a_sweep_of_a_page(place: &dyn Place) {
    let store = place.open();
    is_refused(&store, |batch| batch.sweep(Credential::of("p", "u").limit(1))).await;
    is_refused(&store, |batch| batch.sweep(Credential::page("p", "u", Some(("k", "c")), 9))).await;
    is_refused(&store, |batch| batch.sweep(store::Pool::of())).await;
    is_refused(&store, |batch| batch.sweep(User::of("p"))).await;
}
