//! Records come back as they were stored.

use store::{
    Attempts, Batch, ChallengeState, Code, CommitMark, ConfigRev, DataKey, Directory, GroupMember,
    Job, Lease, Pool, PoolClient, Record, Rev, SigningKey, Store, User,
};

use crate::fixtures::*;
use crate::place::Place;

pub(crate) async fn every_record_comes_back(place: &dyn Place) {
    let store = place.open();
    comes_back(&store, pool(), |row| row.state = "deleting".to_owned()).await;
    let config_rev = ConfigRev { pool_id: POOL.to_owned(), rev: Rev::UNWRITTEN };
    comes_back(&store, config_rev, |_| {}).await;
    comes_back(&store, client(), |row| row.doc = "{}".to_owned()).await;
    comes_back(&store, group("admins"), |row| row.precedence = Some(-1)).await;
    comes_back(&store, signing_key(), |row| row.not_after = Some(i64::MAX)).await;
    comes_back(&store, data_key(), |row| row.wrapped = Vec::new()).await;
    comes_back(&store, directory(), |row| row.pool_id = String::new()).await;
    comes_back(&store, user("u"), |row| row.enabled = false).await;
    comes_back(&store, lookup("Ünïcode ß 🦀 'quote\" $1 ?1", "u"), |row| {
        row.state = "held".to_owned();
    })
    .await;
    comes_back(&store, credential("u", "password"), |row| row.sealed = (0..=255).collect()).await;
    comes_back(&store, membership("u", "admins"), |row| row.created = i64::MIN).await;
    comes_back(&store, member("u", "admins"), |row: &mut GroupMember| {
        row.user_part = "elsewhere".to_owned();
    })
    .await;
    comes_back(&store, family("u", "jti", 1), |row| row.rotation = Some("{}".to_owned())).await;
    comes_back(&store, code(), |row| row.pending_value = None).await;
    comes_back(&store, attempts("p", "s", 1), |row: &mut Attempts| row.count = 3).await;
    comes_back(&store, spent("p", "s", 1), |row| row.expires = 2).await;
    comes_back(&store, challenge_state(), |row| row.expires = 0).await;
    comes_back(&store, message("p", "m", 1), |row| row.attempts = 2).await;
    comes_back(&store, job(), |row| row.doc = "{\"v\":2}".to_owned()).await;
    comes_back(&store, lease(), |row| row.holder = "other".to_owned()).await;
    comes_back(&store, mark(), |row| row.expires = 5).await;
    comes_back(&store, attribute_value("u", "name", "ünïcode 🦀"), |row| row.since = i64::MAX)
        .await;
    comes_back(&store, sessions("u", 1), |row| row.doc = "{}".to_owned()).await;
    comes_back(&store, networks("u", 1), |row| row.doc = "{}".to_owned()).await;
}

async fn comes_back<R: Record + Clone + PartialEq>(
    store: &Store,
    mut record: R,
    change: fn(&mut R),
) {
    let table = R::table().name;
    assert!(stored(store, &record).await.is_none(), "{table} is empty");
    commit(store, |batch| batch.insert(&record)).await.expect("an insert");
    let read = stored(store, &record).await.expect("the row");
    assert!(
        read.key_values() == record.key_values() && read.values() == record.values(),
        "{table} comes back"
    );

    change(&mut record);
    let mut batch = Batch::new(rev());
    batch.put(&record, Some(read.rev()));
    store.commit(batch).await.expect("an update");
    let updated = stored(store, &record).await.expect("the row");
    assert!(updated.values() == record.values(), "{table} is updated");
    assert!(updated.rev() != read.rev(), "{table} has another rev");

    commit(store, |batch| batch.delete(&updated)).await.expect("a delete");
    assert!(stored(store, &record).await.is_none(), "{table} is empty again");
}

/// Updates number their parameters out of order of appearance; each column must get its own value.
pub(crate) async fn parameters_are_bound_by_number(place: &dyn Place) {
    let store = place.open();
    let first = user("u");
    commit(&store, |batch| batch.insert(&first)).await.expect("an insert");
    let mut second = stored(&store, &first).await.expect("the row");
    second.pool_id = "another pool".to_owned();
    second.username = "another name".to_owned();
    second.status = "another status".to_owned();
    second.enabled = false;
    second.token_gen = 101;
    second.created = 102;
    second.modified = 103;
    second.attributes = "other attributes".to_owned();
    let id = rev();
    let mut batch = Batch::new(id);
    batch.update(&second);
    store.commit(batch).await.expect("an update");
    assert!(stored(&store, &first).await == Some(User { rev: id, ..second }));
}

fn client() -> PoolClient {
    PoolClient {
        pool_id: POOL.to_owned(),
        client_id: "client".to_owned(),
        doc: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

fn signing_key() -> SigningKey {
    SigningKey {
        pool_id: POOL.to_owned(),
        kid: "kid".to_owned(),
        purpose: "id".to_owned(),
        not_before: 3,
        not_after: None,
        public: vec![1],
        sealed: vec![2],
        rev: Rev::UNWRITTEN,
    }
}

fn data_key() -> DataKey {
    let pool: Pool = pool();
    DataKey {
        pool_id: pool.pool_id,
        version: 1,
        master_key_id: "master".to_owned(),
        wrapped: vec![5; 60],
        rev: Rev::UNWRITTEN,
    }
}

fn directory() -> Directory {
    Directory {
        kind: "client".to_owned(),
        name: "client".to_owned(),
        pool_id: POOL.to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

fn code() -> Code {
    Code {
        part: part_of("u"),
        user_id: "u".to_owned(),
        kind: "sign-up".to_owned(),
        mac: vec![1; 32],
        destination_mac: vec![2; 32],
        pending_value: Some(vec![0, 255]),
        attempts: 0,
        expires: 9,
        rev: Rev::UNWRITTEN,
    }
}

fn challenge_state() -> ChallengeState {
    ChallengeState {
        part: "p".to_owned(),
        id: "c".to_owned(),
        sealed: vec![7; 5_000],
        expires: 1,
        rev: Rev::UNWRITTEN,
    }
}

fn job() -> Job {
    Job {
        kind: "delete-pool".to_owned(),
        id: "x".to_owned(),
        doc: "{\"v\":1}".to_owned(),
        rev: Rev::UNWRITTEN,
    }
}

fn lease() -> Lease {
    Lease { name: "migrate".to_owned(), holder: "node".to_owned(), until: 1, rev: Rev::UNWRITTEN }
}

fn mark() -> CommitMark {
    CommitMark { part: "p".to_owned(), batch_id: 1, expires: 1, rev: Rev::UNWRITTEN }
}
