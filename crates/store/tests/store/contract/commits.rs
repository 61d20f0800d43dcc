//! What commits expect, write and report.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use store::{Batch, Credential, Lookup, Membership, Rev, User};

use crate::fixtures::*;
use crate::place::Place;

pub(crate) async fn insert_expects_absence(place: &dyn Place) {
    let store = place.open();
    let first = lookup("alice", "u1");
    assert!(commit(&store, |batch| batch.insert(&first)).await.is_ok());
    let second = lookup("alice", "u2");
    assert!(is_conflict(&commit(&store, |batch| batch.insert(&second)).await));
    assert_eq!(stored(&store, &first).await.expect("the row").user_id, "u1");
}

pub(crate) async fn update_expects_the_rev_read(place: &dyn Place) {
    let store = place.open();
    let absent = user("absent");
    assert!(is_conflict(&commit(&store, |batch| batch.update(&absent)).await), "an absent row");
    let mut row = user("u");
    commit(&store, |batch| batch.insert(&row)).await.expect("an insert");
    assert!(
        is_conflict(&commit(&store, |batch| batch.update(&row)).await),
        "a rev that never existed"
    );
    row = stored(&store, &row).await.expect("the row");
    row.status = "RESET_REQUIRED".to_owned();
    assert!(commit(&store, |batch| batch.update(&row)).await.is_ok());
    assert!(is_conflict(&commit(&store, |batch| batch.update(&row)).await), "an old rev");
    assert_eq!(stored(&store, &row).await.expect("the row").status, "RESET_REQUIRED");
}

pub(crate) async fn delete_expects_the_rev_read(place: &dyn Place) {
    let store = place.open();
    let row = user("u");
    assert!(is_conflict(&commit(&store, |batch| batch.delete(&row)).await), "an absent row");
    commit(&store, |batch| batch.insert(&row)).await.expect("an insert");
    assert!(is_conflict(&commit(&store, |batch| batch.delete(&row)).await), "another rev");
    let read = stored(&store, &row).await.expect("the row");
    assert!(commit(&store, |batch| batch.delete(&read)).await.is_ok());
    assert!(stored(&store, &row).await.is_none());
}

pub(crate) async fn put_inserts_or_updates(place: &dyn Place) {
    let store = place.open();
    let mut row = attempts("p", "s", 9);
    assert!(commit(&store, |batch| batch.put(&row, None)).await.is_ok());
    assert!(is_conflict(&commit(&store, |batch| batch.put(&row, None)).await));
    let previous = stored(&store, &row).await.map(|row| row.rev);
    row.count = 1;
    assert!(commit(&store, |batch| batch.put(&row, previous)).await.is_ok());
    assert!(is_conflict(&commit(&store, |batch| batch.put(&row, previous)).await));
    assert_eq!(stored(&store, &row).await.expect("the row").count, 1);
}

pub(crate) async fn replace_and_remove_expect_nothing(place: &dyn Place) {
    let store = place.open();
    let mut row = attempts("p", "s", 9);
    for count in 0..3 {
        row.count = count;
        commit(&store, |batch| batch.replace(&row)).await.expect("a replacement");
        assert_eq!(stored(&store, &row).await.expect("the row").count, count);
    }
    for _ in 0..2 {
        commit(&store, |batch| batch.remove(store::Record::to_key(&row))).await.expect("a removal");
        assert!(stored(&store, &row).await.is_none());
    }
}

pub(crate) async fn rows_carry_the_batch_id(place: &dyn Place) {
    let store = place.open();
    let id = rev();
    let mut batch = Batch::new(id);
    batch.insert(&user("u")).replace(&lookup("alice", "u")).put(&credential("u", "password"), None);
    assert_eq!(batch.rev(), id);
    store.commit(batch).await.expect("a commit");
    assert_eq!(stored(&store, &user("u")).await.map(|row| row.rev), Some(id));
    assert_eq!(stored(&store, &lookup("alice", "u")).await.map(|row| row.rev), Some(id));
    assert_eq!(stored(&store, &credential("u", "password")).await.map(|row| row.rev), Some(id));
}

pub(crate) async fn an_empty_batch_commits_nothing(place: &dyn Place) {
    let store = place.open();
    assert!(batch().is_empty());
    assert!(store.commit(batch()).await.is_ok());
    assert_eq!(store.counts(), store::Counts::default());
}

/// One failed expectation undoes everything else, whatever its kind and position.
pub(crate) async fn a_failed_expectation_writes_nothing(place: &dyn Place) {
    let store = place.open();
    let taken = lookup("taken", "other");
    commit(&store, |batch| batch.insert(&taken).insert(&user("other"))).await.expect("a commit");
    let other = stored(&store, &user("other")).await.expect("the row");
    let stale = User { rev: Rev(5), ..other.clone() };
    type Failing = for<'a> fn(&'a mut Batch, &Lookup, &User) -> &'a mut Batch;
    let failing: [Failing; 5] = [
        |batch, taken, _| batch.insert(taken),
        |batch, _, stale| batch.update(stale),
        |batch, _, stale| batch.delete(stale),
        |batch, _, stale| batch.unchanged(stale),
        |batch, _, _| batch.present(User::key("nowhere", "nobody")),
    ];
    for fail in failing {
        let mut batch = batch();
        batch.insert(&user("u")).insert(&lookup("alice", "u")).replace(&message("p", "m", 1));
        batch.sweep(Credential::of("p", "u")).remove(Lookup::key(&taken.part, "username", "free"));
        fail(&mut batch, &taken, &stale);
        assert!(is_conflict(&store.commit(batch).await));
        assert!(stored(&store, &user("u")).await.is_none());
        assert!(stored(&store, &lookup("alice", "u")).await.is_none());
        assert!(stored(&store, &message("p", "m", 1)).await.is_none());
    }
    assert!(stored(&store, &other).await == Some(other), "existing rows are unchanged");
}

pub(crate) async fn a_sweep_deletes_exactly_its_prefix(place: &dyn Place) {
    let store = place.open();
    let (gone, kept) = (user("gone"), User { part: part_of("gone"), ..user("kept") });
    let mut below = Vec::new();
    let mut beside = Vec::new();
    let mut filling = batch();
    filling.insert(&gone).insert(&kept);
    for at in 0..20 {
        let kind = format!("kind {at}");
        below.push(credential("gone", &kind));
        beside.push(Credential { part: part_of("gone"), ..credential("kept", &kind) });
        beside.push(Credential { user_id: "gon".to_owned(), ..below[at].clone() });
        beside.push(Credential { user_id: "gone2".to_owned(), ..below[at].clone() });
    }
    for row in below.iter().chain(&beside) {
        filling.insert(row);
    }
    filling.insert(&membership("gone", "admins"));
    store.commit(filling).await.expect("a commit");

    let gone = stored(&store, &gone).await.expect("the row");
    let mut deleting = batch();
    deleting
        .sweep(Credential::of(&gone.part, "gone"))
        .sweep(Membership::of(&gone.part, "gone"))
        .delete(&gone);
    store.commit(deleting).await.expect("a commit");
    assert!(stored(&store, &gone).await.is_none());
    assert!(stored(&store, &membership("gone", "admins")).await.is_none());
    for row in &below {
        assert!(stored(&store, row).await.is_none());
    }
    for row in &beside {
        assert!(stored(&store, row).await.is_some());
    }
    assert!(stored(&store, &kept).await.is_some());
}

pub(crate) async fn dropping_the_future_does_not_stop_a_commit(place: &dyn Place) {
    let store = place.open();
    for at in 0..50 {
        let mut batch = batch();
        batch.insert(&user(&format!("u{at}")));
        let mut leaving = pin!(store.commit(batch));
        // Polled once, which sends the batch, then dropped.
        let _ = leaving.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    }
    store.close().await;
    let store = place.open();
    for at in 0..50 {
        assert!(stored(&store, &user(&format!("u{at}"))).await.is_some());
    }
}

pub(crate) async fn counts_calls_that_reach_the_database(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| batch.insert(&user("u")).insert(&lookup("alice", "u")))
        .await
        .expect("a commit");
    let part = part_of("u");
    store.read((User::get(&part, "u"), Credential::of(&part, "u"))).await.expect("a read");
    store.read(None::<store::Get<User>>).await.expect("nothing to read");
    let counts = store.counts();
    assert_eq!((counts.reads, counts.statements, counts.commits, counts.changes), (1, 2, 1, 2));
}
