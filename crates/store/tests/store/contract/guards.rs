//! Guards: rows that must still exist although the batch does not write them.

use store::{Group, User};

use crate::fixtures::*;
use crate::place::Place;

pub(crate) async fn unchanged_requires_the_same_rev(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| batch.insert(&user("u"))).await.expect("a commit");
    let read = stored(&store, &user("u")).await.expect("the row");
    let first = credential("u", "password");
    assert!(commit(&store, |batch| batch.insert(&first).unchanged(&read)).await.is_ok());
    assert_eq!(
        stored(&store, &read).await.map(|row| row.rev),
        Some(read.rev),
        "a guard does not write"
    );

    commit(&store, |batch| batch.update(&read)).await.expect("a commit");
    let second = credential("u", "totp");
    assert!(is_conflict(&commit(&store, |batch| batch.insert(&second).unchanged(&read)).await));
    assert!(stored(&store, &second).await.is_none());
}

pub(crate) async fn present_requires_existence(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| batch.insert(&group("admins"))).await.expect("a commit");
    let key = || Group::key(POOL, "admins");
    assert!(
        commit(&store, |batch| batch.insert(&membership("u", "admins")).present(key()))
            .await
            .is_ok()
    );
    let read = stored(&store, &group("admins")).await.expect("the row");
    commit(&store, |batch| batch.update(&read)).await.expect("a commit");
    assert!(
        commit(&store, |batch| batch.insert(&membership("v", "admins")).present(key()))
            .await
            .is_ok()
    );
}

pub(crate) async fn a_guard_on_a_deleted_row_fails(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| batch.insert(&user("u"))).await.expect("a commit");
    let read = stored(&store, &user("u")).await.expect("the row");
    commit(&store, |batch| batch.delete(&read)).await.expect("a commit");
    let below = credential("u", "password");
    assert!(is_conflict(&commit(&store, |batch| batch.insert(&below).unchanged(&read)).await));
    let key = User::key(&read.part, "u");
    assert!(is_conflict(&commit(&store, |batch| batch.insert(&below).present(key)).await));
    assert!(stored(&store, &below).await.is_none());
}

pub(crate) async fn a_guard_alone_writes_nothing(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| batch.insert(&user("u"))).await.expect("a commit");
    let read = stored(&store, &user("u")).await.expect("the row");
    assert!(commit(&store, |batch| batch.unchanged(&read)).await.is_ok());
    assert!(is_conflict(&commit(&store, |batch| batch.present(User::key("p", "nobody"))).await));
    assert_eq!(stored(&store, &read).await, Some(read));
}
