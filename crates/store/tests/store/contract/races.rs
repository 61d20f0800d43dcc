//! Races without faults.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use store::{Credential, Group, GroupMember, Membership, Store, User};
use tokio::task::JoinHandle;

use crate::fixtures::*;
use crate::place::Place;

async fn all<T>(tasks: Vec<JoinHandle<T>>) -> Vec<T> {
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.expect("the task"));
    }
    outcomes
}

pub(crate) async fn one_updater_wins_each_rev(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| batch.insert(&user("u"))).await.expect("a commit");
    for _ in 0..20 {
        let read = stored(&store, &user("u")).await.expect("the row");
        let tasks = (0..64)
            .map(|at| {
                let (store, mut row) = (store.clone(), read.clone());
                row.token_gen = at;
                tokio::spawn(async move { (at, commit(&store, |batch| batch.update(&row)).await) })
            })
            .collect();
        let outcomes = all(tasks).await;
        let winners: Vec<i64> =
            outcomes.iter().filter(|(_, verdict)| verdict.is_ok()).map(|(at, _)| *at).collect();
        assert!(outcomes.iter().all(|(_, verdict)| verdict.is_ok() || is_conflict(verdict)));
        let stored = stored(&store, &read).await.expect("the row").token_gen;
        assert_eq!(winners, [stored]);
    }
}

pub(crate) async fn one_of_many_inserts_wins(place: &dyn Place) {
    let store = place.open();
    let tasks = (0..64)
        .map(|at| {
            let store = store.clone();
            tokio::spawn(async move {
                let id = format!("u{at}");
                commit(&store, |batch| batch.insert(&user(&id)).insert(&lookup("alice", &id)))
                    .await
                    .is_ok()
                    .then_some(id)
            })
        })
        .collect();
    let winners: Vec<String> = all(tasks).await.into_iter().flatten().collect();
    let holder = stored(&store, &lookup("alice", "")).await.expect("the row").user_id;
    assert_eq!(winners, [holder]);
    for at in 0..64 {
        let id = format!("u{at}");
        assert_eq!(stored(&store, &user(&id)).await.is_some(), winners.contains(&id));
    }
}

/// Members are added while the group is deleted: the job after the delete sees every member that
/// was added.
pub(crate) async fn members_and_groups_stay_consistent(place: &dyn Place) {
    let store = place.open();
    for round in 0..40 {
        let name = format!("group {round}");
        commit(&store, |batch| batch.insert(&group(&name))).await.expect("a commit");
        let mut tasks: Vec<JoinHandle<bool>> = Vec::new();
        for at in 0..8 {
            let (store, name) = (store.clone(), name.clone());
            tasks.push(tokio::spawn(async move { add(&store, &format!("u{at}"), &name).await }));
        }
        let deleting = {
            let (store, group) = (store.clone(), group(&name));
            tokio::spawn(async move {
                let read = stored(&store, &group).await.expect("the row");
                commit(&store, |batch| batch.delete(&read)).await.is_ok()
            })
        };
        tasks.push(deleting);
        let outcomes = all(tasks).await;
        assert!(outcomes[8], "only this task deletes the group");
        let id = group(&name).group_id;
        let members =
            store.read(GroupMember::of(&member("u", &name).group_part, &id)).await.expect("a read");
        assert_eq!(members.len(), outcomes[..8].iter().filter(|added| **added).count());
        assert!(!add(&store, "late", &name).await, "the group is gone");
    }
}

async fn add(store: &Store, user_id: &str, name: &str) -> bool {
    let guard = Group::key(POOL, name);
    commit(store, |batch| {
        batch.insert(&membership(user_id, name)).insert(&member(user_id, name)).present(guard)
    })
    .await
    .is_ok()
}

/// Children are added under a guard while their user is deleted with a sweep: none remains.
pub(crate) async fn a_deleted_user_leaves_no_children(place: &dyn Place) {
    let store = place.open();
    let added = Arc::new(AtomicI64::new(0));
    for round in 0..60 {
        let row = user(&format!("u{round}"));
        commit(&store, |batch| batch.insert(&row)).await.expect("a commit");
        let row = stored(&store, &row).await.expect("the row");
        let mut tasks = Vec::new();
        for at in 0..8 {
            let (store, row, added) = (store.clone(), row.clone(), added.clone());
            tasks.push(tokio::spawn(async move {
                let child = credential(&row.user_id, &format!("kind {at}"));
                if commit(&store, |batch| batch.insert(&child).unchanged(&row)).await.is_ok() {
                    added.fetch_add(1, Ordering::SeqCst);
                }
            }));
        }
        let deleting = {
            let (store, row) = (store.clone(), row.clone());
            tokio::spawn(async move {
                let (part, id) = (&row.part, &row.user_id);
                let sweeps = (Credential::of(part, id), Membership::of(part, id));
                commit(&store, |batch| batch.delete(&row).sweep(sweeps.0).sweep(sweeps.1))
                    .await
                    .expect("the delete");
            })
        };
        tasks.push(deleting);
        all(tasks).await;
        let set = (User::get(&row.part, &row.user_id), Credential::of(&row.part, &row.user_id));
        assert_eq!(store.read(set).await.expect("a read"), (None, vec![]), "round {round}");
    }
    assert!(added.load(Ordering::SeqCst) > 0, "some were added before the delete");
}
