//! Sources that must not be copied, and targets that must not be copied to.

use store::copy::{self, CopyError, Difference, Side, Stage};
use store::{Batch, Job, Lease, Pool, Prefix, Rev, Store, User, placement};
use tokio::runtime::Handle;

use super::{NOW, Places, copied, copied_while, rows};
use crate::fixtures::*;

/// Copies, but stops before the rows are compared.
async fn copied_unverified(source: &Store, target: &Store) {
    let stopped =
        copied_while(source, target, Some(16), |progress| progress.stage == Stage::Copying).await;
    assert_eq!(stopped, Err(CopyError::Stopped));
}

async fn one_user(target: &Store) -> User {
    for part in placement::parts(POOL, 16) {
        if let Some(user) = target.read(Prefix::<User>::in_part(&part)).await.expect("a read").pop()
        {
            return user;
        }
    }
    panic!("a user");
}

pub(crate) async fn a_target_with_data(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 2).await;
    commit(&target, |batch| batch.insert(&pool())).await.expect("a commit");
    assert_eq!(
        copied(&source, &target, Some(16)).await,
        Err(CopyError::NotEmpty { table: "pools" })
    );
    commit(&target, |batch| batch.remove(Pool::key(POOL)).insert(&job("delete-group")))
        .await
        .expect("a commit");
    assert_eq!(
        copied(&source, &target, Some(16)).await,
        Err(CopyError::NotEmpty { table: "jobs" })
    );
    commit(&target, |batch| batch.remove(Job::key("delete-group", "id"))).await.expect("a commit");
    copied(&source, &target, Some(16)).await.expect("a copy");
    let again = copied(&source, &target, Some(16)).await;
    assert_eq!(again, Err(CopyError::NotEmpty { table: "pools" }), "a finished copy may be in use");
    assert!(!copy::is_unfinished(&target).await.expect("a read"));
}

pub(crate) async fn another_source(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 2).await;
    copied_unverified(&source, &target).await;
    commit(&source, |batch| batch.remove(Pool::key(POOL))).await.expect("a commit");
    let outcome = copied(&source, &target, Some(16)).await;
    assert_eq!(outcome, Err(CopyError::AnotherSource { pool_id: POOL.to_owned() }));
}

pub(crate) async fn another_number_of_parts(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 2).await;
    copied_unverified(&source, &target).await;
    for n in [Some(8), None] {
        assert_eq!(
            copied(&source, &target, n).await,
            Err(CopyError::OtherParts { begun: Some(16) })
        );
    }
    copied(&source, &target, Some(16)).await.expect("a copy");
}

pub(crate) async fn a_source_that_is_unfinished(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 2).await;
    copied_unverified(&source, &target).await;
    let (another, _) = places.both();
    let store = another.open();
    assert_eq!(copied(&target, &store, Some(1)).await, Err(CopyError::SourceUnfinished));
    assert!(!copy::is_unfinished(&store).await.expect("a read"));
}

pub(crate) async fn a_store_in_use(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 2).await;
    let lease = |until| Lease {
        name: "sweeps".to_owned(),
        holder: "node-1".to_owned(),
        until,
        rev: Rev::UNWRITTEN,
    };
    for (store, side) in [(&source, Side::Source), (&target, Side::Target)] {
        commit(store, |batch| batch.replace(&lease(NOW + 1))).await.expect("a commit");
        let outcome = copied(&source, &target, Some(16)).await;
        let (name, holder) = ("sweeps".to_owned(), "node-1".to_owned());
        assert_eq!(outcome, Err(CopyError::InUse { side, name, holder, until: NOW + 1 }));
        commit(store, |batch| batch.replace(&lease(NOW))).await.expect("a commit");
    }
    // A server that is started during the copy.
    let outcome = copied_while(&source, &target, Some(16), |progress| {
        if progress.stage == Stage::Verifying && progress.done == 0 {
            let taken = commit(&source, |batch| batch.replace(&lease(NOW + 5)));
            tokio::task::block_in_place(|| Handle::current().block_on(taken)).expect("a commit");
        }
        true
    });
    assert!(matches!(outcome.await, Err(CopyError::InUse { side: Side::Source, .. })));
    assert!(copy::is_unfinished(&target).await.expect("a read"));
    commit(&source, |batch| batch.remove(Lease::key("sweeps"))).await.expect("a commit");
    copied(&source, &target, Some(16)).await.expect("a copy");
}

pub(crate) async fn an_invalid_number_of_parts(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    for n in [0, 3, -1, i64::MIN, i64::MAX, 2 * copy::MOST_PARTS] {
        assert_eq!(copied(&source, &target, Some(n)).await, Err(CopyError::Parts(n)));
    }
    copied(&source, &target, Some(copy::MOST_PARTS)).await.expect("a copy");
}

pub(crate) async fn a_changed_row_is_found(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 20).await;
    copied_unverified(&source, &target).await;
    let user = one_user(&target).await;
    // With the same `rev`, as if the disk had corrupted it.
    let mut batch = Batch::new(user.rev);
    batch.replace(&User { enabled: !user.enabled, ..user });
    target.commit(batch).await.expect("a commit");
    let differences = vec![Difference { table: "users", source: 40, target: 40 }];
    assert_eq!(copied(&source, &target, Some(16)).await, Err(CopyError::Differs(differences)));
    assert!(copy::is_unfinished(&target).await.expect("a read"), "it must not be served");
}

/// The source was in use after all: a user that had been copied was deleted there.
pub(crate) async fn an_extra_row_is_found(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 1, 20).await;
    copied_unverified(&source, &target).await;
    let user = one_user(&target).await;
    let part = placement::user_part(POOL, 1, &user.user_id);
    commit(&source, |batch| batch.remove(User::key(&part, &user.user_id))).await.expect("a commit");
    let outcome = copied(&source, &target, Some(16)).await;
    assert_eq!(
        outcome,
        Err(CopyError::Differs(vec![Difference { table: "users", source: 39, target: 40 }]))
    );
    assert_eq!(
        outcome.map_err(|error| error.to_string()),
        Err(
            "the target does not have the rows of the source: users has 39 rows in the source and \
             40 in the target; if the source was in use since the copy began, \
             empty the target and copy again"
                .to_owned()
        )
    );
}

fn job(kind: &str) -> Job {
    Job { kind: kind.to_owned(), id: "id".to_owned(), doc: "{}".to_owned(), rev: Rev::UNWRITTEN }
}

/// A source without a folder to lock is claimed, so that no server starts on it during the copy.
pub(crate) async fn a_source_is_claimed(places: &Places) {
    let (from, to) = places.both();
    let (source, target) = (from.open(), to.open());
    rows::fill(&source, 4, 1).await;
    let is_claimed = |store: &Store| {
        let store = store.clone();
        let asking = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(copy::is_source(&store, NOW)).expect("a read")
        });
        asking.join().expect("an answer")
    };
    let mut claimed = Vec::new();
    let stopped = copied_while(&source, &target, Some(16), |_| {
        claimed.push(is_claimed(&source));
        claimed.len() < 3
    });
    stopped.await.expect_err("it was stopped");
    assert_eq!(claimed, [source.is_shared(); 3]);
    assert!(!is_claimed(&source), "a stopped copy releases the source");
    copied(&source, &target, Some(16)).await.expect("a copy");
    assert!(!is_claimed(&source) && !is_claimed(&target));
}
