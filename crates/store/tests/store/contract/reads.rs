//! Reads.

use std::sync::atomic::{AtomicBool, Ordering};

use store::{AttributeValue, Credential, Get, Job, Lookup, Pool, Prefix, Rev, StoreError, User};

use crate::fixtures::*;
use crate::place::Place;

pub(crate) async fn tuples_options_and_lists(place: &dyn Place) {
    let store = place.open();
    commit(&store, |batch| {
        batch.insert(&user("u")).insert(&lookup("alice", "u")).insert(&credential("u", "password"))
    })
    .await
    .expect("a commit");
    let part = part_of("u");
    let name = lookup("alice", "u");
    let set = (
        User::get(&part, "u"),
        User::get(&part, "nobody"),
        Credential::of(&part, "u"),
        Some(Lookup::get(&name.part, "username", "alice")),
        None::<Get<Pool>>,
        vec![User::get(&part, "u"), User::get(&part, "nobody"), User::get(&part, "u")],
        (Pool::get(POOL), Pool::of()),
        Lookup::of(&name.part),
    );
    let (found, absent, credentials, name, nothing, list, (pool, pools), names) =
        store.read(set).await.expect("a read");
    assert_eq!(found.map(|row| row.username), Some("name of u".to_owned()));
    assert_eq!(absent, None);
    assert_eq!(credentials.len(), 1);
    assert_eq!(name.flatten().map(|row| row.user_id), Some("u".to_owned()));
    assert_eq!(nothing, None);
    assert_eq!(list.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!((pool, pools, names.len()), (None, vec![], 1));
    assert_eq!(store.counts().reads, 1);
}

pub(crate) async fn a_prefix_is_ordered_and_complete(place: &dyn Place) {
    let store = place.open();
    let kinds = ["b", "", "Z", "ä", "a", "aa", "🦀", "é", "~"];
    let mut filling = batch();
    for kind in kinds {
        filling.insert(&credential("u", kind));
    }
    filling.insert(&credential("v", "other"));
    store.commit(filling).await.expect("a commit");
    let found = store.read(Credential::of(&part_of("u"), "u")).await.expect("a read");
    let mut expected = kinds;
    expected.sort_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
    assert_eq!(found.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>(), expected);
    let limited = store.read(Credential::of(&part_of("u"), "u").limit(2)).await.expect("a read");
    assert_eq!(limited, found[..2]);
    assert_eq!(store.read(Credential::of(&part_of("u"), "nobody")).await.expect("a read"), []);
}

pub(crate) async fn pages_cover_everything_once(place: &dyn Place) {
    let store = place.open();
    for first in ["a", "b", "c"] {
        let mut filling = batch();
        for second in 0..7 {
            filling.insert(&Credential {
                credential_id: format!("{second}"),
                ..credential("u", first)
            });
        }
        store.commit(filling).await.expect("a commit");
    }
    let part = part_of("u");
    let all = store.read(Credential::of(&part, "u")).await.expect("a read");
    assert_eq!(all.len(), 21);
    for limit in [1, 2, 5, 20, 21, 22] {
        let mut seen: Vec<Credential> = Vec::new();
        loop {
            let after = seen.last().map(|row| (row.kind.as_str(), row.credential_id.as_str()));
            let page =
                store.read(Credential::page(&part, "u", after, limit)).await.expect("a read");
            assert!(page.len() <= limit as usize);
            if page.is_empty() {
                break;
            }
            seen.extend(page);
        }
        assert_eq!(seen, all, "pages of {limit}");
    }
    let behind = store.read(Credential::of(&part, "u").after(&all[12])).await.expect("a read");
    assert_eq!(behind, all[13..]);
    let whole_part: Prefix<Credential> = Prefix::in_part(&part);
    assert_eq!(store.read(whole_part.after(&all[19])).await.expect("a read"), all[20..]);
    let rows = store.read(Pool::page(None, 5)).await.expect("a read");
    assert_eq!(rows, []);
}

/// Ranges of users by id, and of attribute values: one value, a range, and to the end.
pub(crate) async fn ranges_end_where_asked(place: &dyn Place) {
    let store = place.open();
    let part = part_of("u");
    let ids = ["a", "aa", "ab", "b", "z", "é"];
    let mut filling = batch();
    for id in ids {
        filling.insert(&User { part: part.clone(), ..user(id) });
        for (attribute, value) in [("name", id), ("family_name", "one"), ("nickname", "a")] {
            filling.insert(&AttributeValue {
                part: part.clone(),
                ..attribute_value(id, attribute, value)
            });
        }
    }
    store.commit(filling).await.expect("a commit");
    let users = async |range, after, limit| {
        let found = store.read(User::between(&part, range, after, limit)).await.expect("a read");
        found.into_iter().map(|row| row.user_id).collect::<Vec<_>>()
    };
    assert_eq!(users(("", None), None, 9).await, ids);
    assert_eq!(users(("a", Some("b")), None, 9).await, ["aa", "ab"]);
    assert_eq!(users(("a", Some("b")), Some("aa"), 9).await, ["ab"]);
    assert_eq!(users(("b", None), None, 2).await, ["z", "é"]);
    assert_eq!(users(("b", None), Some("z"), 9).await, ["é"]);
    let values = async |range, after, limit| {
        let found = store
            .read(AttributeValue::between(&part, "name", range, after, limit))
            .await
            .expect("a read");
        found.into_iter().map(|row| row.user_id).collect::<Vec<_>>()
    };
    assert_eq!(values(("", None), None, 9).await, ids);
    assert_eq!(values(("a", Some("b")), None, 9).await, ["a", "aa", "ab"]);
    assert_eq!(values(("a", Some("b")), Some(("a", "a")), 1).await, ["aa"]);
    assert_eq!(values(("a", Some("b")), Some(("ab", "ab")), 9).await, [""; 0]);
    let having = async |value, after, limit| {
        let found = store
            .read(AttributeValue::having(&part, "family_name", value, after, limit))
            .await
            .expect("a read");
        found.into_iter().map(|row| row.user_id).collect::<Vec<_>>()
    };
    assert_eq!(having("one", None, 9).await, ids);
    assert_eq!(having("one", Some("ab"), 2).await, ["b", "z"]);
    assert_eq!(having("on", None, 9).await, [""; 0]);
}

/// A read without a limit is complete or fails.
pub(crate) async fn an_unbounded_read_never_truncates(place: &dyn Place) {
    let store = place.open();
    let job = |at: i32| Job {
        kind: "k".to_owned(),
        id: format!("{at:06}"),
        doc: String::new(),
        rev: Rev::UNWRITTEN,
    };
    for slice in 0..10 {
        commit(&store, |batch| {
            (0..1_000).fold(batch, |batch, at| batch.insert(&job(slice * 1_000 + at)))
        })
        .await
        .expect("a commit");
    }
    assert_eq!(store.read(Job::of("k")).await.expect("a read").len(), 10_000);
    commit(&store, |batch| batch.insert(&job(10_000))).await.expect("a commit");
    assert_eq!(store.read(Job::of("k")).await.err(), Some(StoreError::TooMany { table: "jobs" }));
    assert_eq!(store.read(Job::of("k").limit(20_000)).await.expect("a read").len(), 10_001);
    let crossing: Prefix<User> = Prefix::all();
    assert!(
        matches!(store.read(crossing).await, Err(StoreError::Invalid(_))),
        "no read crosses parts"
    );
}

/// Two rows are always written together; a read of both never sees them differ, whatever its order.
pub(crate) async fn a_snapshot_is_consistent(place: &dyn Place) {
    let store = place.open();
    let (left, right) = (attempts("p", "left", 9), attempts("q", "right", 9));
    commit(&store, |batch| batch.insert(&left).insert(&right)).await.expect("a commit");
    let done = AtomicBool::new(false);
    let writing = async {
        for count in 1..=400 {
            let mut batch = batch();
            for side in [&left, &right] {
                batch.replace(&store::Attempts { count, ..side.clone() });
            }
            store.commit(batch).await.expect("a commit");
        }
        done.store(true, Ordering::SeqCst);
    };
    let reader = store.clone();
    let (left_key, right_key) = (left.clone(), right.clone());
    let reading = async {
        let mut seen = 0;
        while !done.load(Ordering::SeqCst) || seen == 0 {
            let rows = vec![
                Get::new(to_key(&left_key)),
                Get::new(to_key(&right_key)),
                Get::new(to_key(&left_key)),
            ];
            let rows = reader.read(rows).await.expect("a read");
            let counts: Vec<Option<i64>> =
                rows.iter().map(|row| row.as_ref().map(|row| row.count)).collect();
            assert!(
                counts[0].is_some() && counts[0] == counts[1] && counts[1] == counts[2],
                "{counts:?}"
            );
            seen += 1;
            tokio::task::yield_now().await;
        }
    };
    tokio::join!(writing, reading);
}

fn to_key<R: store::Record>(row: &R) -> store::Key<R> {
    row.to_key()
}
