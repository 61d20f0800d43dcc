//! The doctor finds every inconsistency, and nothing in sound data.

use store::{
    AttributeValue, Batch, CommitMark, ConfigRev, DataKey, Directory, GroupMember, Job, Lookup,
    Membership, Pool, PoolClient, Prefix, Record, Rev, SigningKey, Store, User, UserNetworks,
    UserSessions, placement,
};

use crate::fixtures::*;
use crate::place::Place;

/// A pool with keys, a client, a group and users.
async fn sound(store: &Store) {
    let mut batch = batch();
    fill_pool(&mut batch, POOL);
    batch.insert(&group("admins"));
    for at in 0..30 {
        let id = format!("u{at}");
        batch.insert(&user(&id)).insert(&lookup(&format!("name of {id}"), &id));
        batch.insert(&attribute_value(&id, "name", "a name"));
        batch
            .insert(&credential(&id, "password"))
            .insert(&family(&id, "jti", 1))
            .insert(&sessions(&id, 1))
            .insert(&networks(&id, 1));
        batch.insert(&membership(&id, "admins")).insert(&member(&id, "admins"));
    }
    store.commit(batch).await.expect("a commit");
}

pub(crate) fn fill_pool(batch: &mut Batch, pool_id: &str) {
    let id = || pool_id.to_owned();
    let client_id = format!("client of {pool_id}");
    batch.insert(&Pool { pool_id: id(), ..pool() });
    batch.insert(&ConfigRev { pool_id: id(), rev: Rev::UNWRITTEN });
    batch.insert(&DataKey {
        pool_id: id(),
        version: 1,
        master_key_id: "m".to_owned(),
        wrapped: vec![1],
        rev: Rev::UNWRITTEN,
    });
    batch.insert(&Directory {
        kind: "client".to_owned(),
        name: client_id.clone(),
        pool_id: id(),
        rev: Rev::UNWRITTEN,
    });
    batch.insert(&PoolClient {
        pool_id: id(),
        client_id,
        doc: "{}".to_owned(),
        rev: Rev::UNWRITTEN,
    });
    for purpose in ["id", "access"] {
        batch.insert(&signing_key(pool_id, purpose));
    }
}

fn signing_key(pool_id: &str, purpose: &str) -> SigningKey {
    SigningKey {
        pool_id: pool_id.to_owned(),
        kid: format!("{purpose} key"),
        purpose: purpose.to_owned(),
        not_before: 0,
        not_after: None,
        public: vec![1],
        sealed: vec![2],
        rev: Rev::UNWRITTEN,
    }
}

fn delete_pool(pool_id: &str) -> Job {
    Job {
        kind: "delete-pool".to_owned(),
        id: pool_id.to_owned(),
        doc: String::new(),
        rev: Rev::UNWRITTEN,
    }
}

pub(crate) async fn sound_data_have_no_findings(place: &dyn Place) {
    let store = place.open();
    assert_eq!(store::doctor::deep(&store).await, []);
    sound(&store).await;
    let examining = store.clone();
    // In a separate task: a server runs it while serving requests.
    let findings =
        tokio::spawn(async move { store::doctor::deep(&examining).await }).await.expect("the task");
    assert_eq!(findings, []);
}

pub(crate) async fn every_inconsistency_is_found(place: &dyn Place) {
    let store = place.open();
    sound(&store).await;
    let here = user("u1");
    let name = lookup("name of u1", "u1");
    expect_if_missing(&store, &here, "lookups").await;
    expect_if_missing(&store, &here, "children").await;
    expect_if_missing(&store, &member("u1", "admins"), "memberships").await;
    expect_if_missing(&store, &membership("u1", "admins"), "memberships").await;
    expect_if_missing(&store, &group("admins"), "live groups").await;
    expect_if_missing(&store, &pool(), "orphans").await;
    expect_if_missing(
        &store,
        &ConfigRev { pool_id: POOL.to_owned(), rev: Rev::UNWRITTEN },
        "pools",
    )
    .await;
    expect_if_missing(&store, &signing_key(POOL, "id"), "pools").await;
    expect_if_missing(&store, &signing_key(POOL, "access"), "pools").await;
    let client_id = format!("client of {POOL}");
    let in_directory = Directory {
        kind: "client".to_owned(),
        name: client_id.clone(),
        pool_id: String::new(),
        rev: Rev::UNWRITTEN,
    };
    expect_if_missing(&store, &in_directory, "client directory").await;
    let client =
        PoolClient { pool_id: POOL.to_owned(), client_id, doc: String::new(), rev: Rev::UNWRITTEN };
    expect_if_missing(&store, &client, "client directory").await;
    let key = DataKey {
        pool_id: POOL.to_owned(),
        version: 1,
        master_key_id: String::new(),
        wrapped: vec![],
        rev: Rev::UNWRITTEN,
    };
    expect_if_missing(&store, &key, "pools").await;

    expect_if_changed(
        &store,
        &name,
        |row: &mut Lookup| row.user_id = "nobody".to_owned(),
        "lookups",
    )
    .await;
    expect_if_changed(
        &store,
        &name,
        |row: &mut Lookup| row.user_part = format!("{POOL}:7f"),
        "placements",
    )
    .await;
    expect_if_changed(
        &store,
        &here,
        |row: &mut User| row.pool_id = "eu-west-1_Another0".to_owned(),
        "placements",
    )
    .await;
    expect_if_changed(
        &store,
        &group("admins"),
        |row| row.group_id = "a later one".to_owned(),
        "live groups",
    )
    .await;
    expect_if_changed(
        &store,
        &member("u1", "admins"),
        |row: &mut GroupMember| row.user_part = String::new(),
        "memberships",
    )
    .await;
    expect_if_changed(&store, &pool(), |row| row.state = "deleting".to_owned(), "pools").await;
    expect_if_changed(&store, &pool(), |row| row.n_parts = 3, "pools").await;

    let part = placement::parts(POOL, 4).find(|part| *part != here.part).expect("another part");
    let elsewhere = part.clone();
    let misplaced = UserSessions { part: part.clone(), ..sessions("u1", 1) };
    expect_if_added(&store, &User { part, ..user("u1") }, "placements").await;
    expect_if_added(&store, &misplaced, "placements").await;
    expect_if_added(&store, &sessions("nobody", 1), "children").await;
    let misplaced = UserNetworks { part: elsewhere.clone(), ..networks("u1", 1) };
    expect_if_added(&store, &misplaced, "placements").await;
    expect_if_added(&store, &networks("nobody", 1), "children").await;
    expect_if_added(
        &store,
        &ConfigRev { pool_id: "eu-west-1_Another0".to_owned(), rev: Rev::UNWRITTEN },
        "orphans",
    )
    .await;
    expect_if_added(&store, &membership("nobody", "admins"), "children").await;
    expect_if_added(&store, &attribute_value("nobody", "name", "a name"), "children").await;
    let here = attribute_value("u1", "name", "a name");
    expect_if_added(&store, &AttributeValue { part: elsewhere, ..here }, "placements").await;
    // What was added to a pool that does not exist left marks in its part.
    let marks: Vec<CommitMark> =
        store.read(Prefix::in_part("eu-west-1_Another0:00")).await.expect("a read");
    expect_finding(&store, "orphans", "marks of no pool").await;
    let mut removing = batch();
    for mark in &marks {
        removing.remove(mark.to_key());
    }
    store.commit(removing).await.expect("a commit");
    assert_eq!(store::doctor::deep(&store).await, [], "every inconsistency was repaired");
}

async fn expect_finding(store: &Store, by: &str, what: &str) {
    let findings = store::doctor::deep(store).await;
    assert!(findings.iter().any(|finding| finding.check == by), "{what}: {findings:?}");
}

async fn expect_if_missing<R: Record>(store: &Store, row: &R, by: &str) {
    let row = stored(store, row).await.expect("the row");
    commit(store, |batch| batch.delete(&row)).await.expect("a commit");
    expect_finding(store, by, &format!("a row of {} is missing", R::table().name)).await;
    commit(store, |batch| batch.insert(&row)).await.expect("a commit");
}

async fn expect_if_changed<R: Record + Clone>(
    store: &Store,
    row: &R,
    change: impl FnOnce(&mut R),
    by: &str,
) {
    let row = stored(store, row).await.expect("the row");
    let mut broken = row.clone();
    change(&mut broken);
    commit(store, |batch| batch.replace(&broken)).await.expect("a commit");
    expect_finding(store, by, &format!("a row of {} is changed", R::table().name)).await;
    commit(store, |batch| batch.replace(&row)).await.expect("a commit");
}

async fn expect_if_added<R: Record>(store: &Store, row: &R, by: &str) {
    commit(store, |batch| batch.insert(row)).await.expect("a commit");
    expect_finding(store, by, &format!("a row of {} is added", R::table().name)).await;
    commit(store, |batch| batch.remove(row.to_key())).await.expect("a commit");
}

pub(crate) async fn pools_being_deleted_are_skipped(place: &dyn Place) {
    let store = place.open();
    sound(&store).await;
    let membership: Membership = membership("u1", "admins");
    // A group whose members a job is removing.
    let read = stored(&store, &group("admins")).await.expect("the row");
    let job = Job { kind: "delete-group".to_owned(), id: membership.group_id, ..delete_pool(POOL) };
    commit(&store, |batch| batch.delete(&read).insert(&job)).await.expect("a commit");
    assert_eq!(store::doctor::deep(&store).await, []);
    // A pool that a job has half deleted.
    let read = stored(&store, &pool()).await.expect("the row");
    let deleting = Pool { state: "deleting".to_owned(), ..read };
    commit(&store, |batch| {
        batch.update(&deleting).insert(&delete_pool(POOL)).remove(ConfigRev::key(POOL))
    })
    .await
    .expect("a commit");
    let deleting = stored(&store, &deleting).await.expect("the row");
    store.clear_part(&deleting, &part_of("u1"), 7).await.expect("a slice");
    assert_eq!(store::doctor::deep(&store).await, []);
    commit(&store, |batch| batch.remove(Pool::key(POOL))).await.expect("a commit");
    assert_eq!(store::doctor::deep(&store).await, []);
    commit(&store, |batch| batch.remove(Job::key("delete-pool", POOL))).await.expect("a commit");
    assert!(!store::doctor::deep(&store).await.is_empty(), "the job is gone before the rows");
}
