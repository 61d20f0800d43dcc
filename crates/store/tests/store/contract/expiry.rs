//! Expired rows are removed, and nothing else.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Waker};

use store::{Cleared, ClockMark, Code, CommitMark, Pool, Prefix, Rev, Spent, Store};

use crate::contract::groups::Gate;
use crate::fixtures::*;
use crate::place::Place;

pub(crate) async fn only_expired_rows_are_removed(place: &dyn Place) {
    let store = place.open();
    let (here, elsewhere) = (part_of("u"), format!("{POOL}:ff"));
    let mut filling = batch();
    for (at, expires) in [99, 100, 101, i64::MAX].into_iter().enumerate() {
        filling.insert(&spent(&here, &format!("s{at}"), expires));
        filling.insert(&attempts(&here, &format!("a{at}"), expires));
        filling.insert(&message(&here, &format!("m{at}"), expires));
        filling.insert(&family("u", &format!("f{at}"), expires));
    }
    filling.insert(&spent(&elsewhere, "s", 1)).insert(&user("u"));
    store.commit(filling).await.expect("a commit");
    assert_eq!(store.expire(&here, 100, 100).await, Ok(8));
    for at in 0..4 {
        let left = [
            stored(&store, &spent(&here, &format!("s{at}"), 0)).await.is_some(),
            stored(&store, &attempts(&here, &format!("a{at}"), 0)).await.is_some(),
            stored(&store, &message(&here, &format!("m{at}"), 0)).await.is_some(),
            stored(&store, &family("u", &format!("f{at}"), 0)).await.is_some(),
        ];
        assert_eq!(left, [at >= 2; 4], "rows {at}");
    }
    assert!(stored(&store, &spent(&elsewhere, "s", 0)).await.is_some(), "another part");
    assert!(stored(&store, &user("u")).await.is_some(), "a row that does not expire");
    assert_eq!(store.expire(&here, 100, 100).await, Ok(0));
}

pub(crate) async fn a_limit_is_respected(place: &dyn Place) {
    let store = place.open();
    let mut filling = batch();
    for at in 0..25 {
        filling.insert(&spent("p", &format!("s{at}"), at));
        filling.insert(&attempts("p", &format!("a{at}"), at));
    }
    store.commit(filling).await.expect("a commit");
    let mut slices = Vec::new();
    loop {
        let found = store.expire("p", 1_000, 20).await.expect("a sweep");
        slices.push(found);
        if found < 20 {
            break;
        }
    }
    assert_eq!(slices, [20, 20, 10]);
}

/// A row that was found expired, but is extended before its removal, stays.
pub(crate) async fn an_extended_row_stays(place: &dyn Place) {
    let gate = Arc::new(Gate::default());
    let store = place.open_with(gate.clone());
    gate.open();
    let mut row = attempts("p", "s", 100);
    commit(&store, |batch| batch.insert(&row)).await.expect("a commit");
    gate.close();
    // If the engine groups commits, all three wait at the gate in this order; the sweep has read
    // the old row.
    row.expires = 300;
    let (mut first, mut extending) = (batch(), batch());
    first.insert(&user("u"));
    extending.replace(&row);
    let mut waiting: Vec<Pin<Box<dyn Future<Output = ()> + Send>>> = vec![
        Box::pin(async { store.commit(first).await.expect("a commit") }),
        Box::pin(async { store.commit(extending).await.expect("a commit") }),
        Box::pin(async { assert!(store.expire("p", 200, 10).await.is_ok()) }),
    ];
    let mut context = Context::from_waker(Waker::noop());
    waiting.retain_mut(|commit| commit.as_mut().poll(&mut context).is_pending());
    gate.open();
    for commit in waiting {
        commit.await;
    }
    assert_eq!(stored(&store, &row).await.map(|row| row.expires), Some(300));
}

/// A batch that inserts nothing decisive and does more than remove leaves a mark, which expires
/// some time after it was made or first found.
pub(crate) async fn marks_get_a_lifetime(place: &dyn Place) {
    let store = place.open();
    let row = attempts("p", "s", i64::MAX);
    commit(&store, |batch| batch.replace(&row)).await.expect("a commit");
    commit(&store, |batch| batch.replace(&row).at(1_000_000)).await.expect("a commit");
    commit(&store, |batch| batch.remove(CommitMark::key("p", 1)).sweep(Code::of("p", "u")))
        .await
        .expect("a commit");
    assert_eq!(marks(&store).await, [0, 1_600_000]);
    assert_eq!(store.expire("p", 2_000_000, 100).await, Ok(2));
    assert_eq!(marks(&store).await, [2_600_000]);
    assert_eq!(store.expire("p", 2_599_999, 100).await, Ok(0));
    assert_eq!(store.expire("p", 2_600_000, 100).await, Ok(1));
    assert_eq!(marks(&store).await, Vec::<i64>::new());
    assert!(stored(&store, &row).await.is_some());
}

/// Of two servers that write the mark over the same row, one meets a conflict; the database's clock,
/// if it has one, does not go back.
pub(crate) async fn the_clock_mark_is_one_row(place: &dyn Place) {
    let store = place.open();
    let mark = |at| ClockMark {
        name: "expiry".to_owned(),
        at,
        claimed: 0,
        ran_millis: 0,
        jumped: 0,
        jump_millis: 0,
        rev: Rev::UNWRITTEN,
    };
    commit(&store, |batch| batch.put(&mark(5), None)).await.expect("a commit");
    assert!(is_conflict(&commit(&store, |batch| batch.put(&mark(6), None)).await));
    let read = stored(&store, &mark(0)).await.expect("the row");
    commit(&store, |batch| batch.put(&mark(7), Some(read.rev))).await.expect("a commit");
    assert!(is_conflict(&commit(&store, |batch| batch.put(&mark(8), Some(read.rev))).await));
    assert_eq!(stored(&store, &mark(0)).await.map(|row| row.at), Some(7));
    let (first, second) = (store.database_time().await, store.database_time().await);
    let (first, second) = (first.expect("a time"), second.expect("a time"));
    assert_eq!((first.is_some(), second.is_some()), (store.is_shared(), store.is_shared()));
    assert!(first <= second && first.is_none_or(|first| first > 1_700_000_000_000), "{first:?}");
    let findings = store::doctor::deep(&store).await;
    assert!(findings.is_empty(), "{findings:?}");
    let strange = ClockMark { name: "other".to_owned(), ran_millis: -1, ..mark(1) };
    commit(&store, |batch| batch.insert(&strange)).await.expect("a commit");
    assert_eq!(store::doctor::deep(&store).await.len(), 2);
}

async fn marks(store: &Store) -> Vec<i64> {
    let rows: Vec<CommitMark> = store.read(Prefix::in_part("p")).await.expect("a read");
    let mut expires: Vec<i64> = rows.iter().map(|mark| mark.expires).collect();
    expires.sort_unstable();
    expires
}

pub(crate) async fn a_part_is_cleared(place: &dyn Place) {
    let store = place.open();
    let part = part_of("u");
    let mut filling = batch();
    filling.insert(&user("u")).insert(&pool());
    for at in 0..30 {
        filling.insert(&credential("u", &format!("kind {at}"))).insert(&spent(
            &part,
            &format!("s{at}"),
            1,
        ));
    }
    filling.insert(&Spent {
        part: format!("{part}0"),
        id: "s".to_owned(),
        expires: 1,
        rev: Rev::UNWRITTEN,
    });
    store.commit(filling).await.expect("a commit");
    let row = stored(&store, &pool()).await.expect("the pool");
    let stale = Pool { rev: Rev(7), ..row.clone() };
    assert_eq!(store.clear_part(&stale, &part, 25).await, Ok(Cleared::PoolChanged));
    assert!(stored(&store, &user("u")).await.is_some(), "a later pool keeps its rows");
    let mut slices = Vec::new();
    loop {
        let cleared = store.clear_part(&row, &part, 25).await.expect("a slice");
        let Cleared::Rows(found) = cleared else { panic!("the pool is the one that was read") };
        assert!(stored(&store, &user("u")).await.is_none(), "users go first");
        slices.push(found);
        if found < 25 {
            break;
        }
    }
    assert_eq!(slices, [25, 25, 11]);
    assert!(stored(&store, &pool()).await.is_some());
    assert!(stored(&store, &spent(&format!("{part}0"), "s", 1)).await.is_some());
}
