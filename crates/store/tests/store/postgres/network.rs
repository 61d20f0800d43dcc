//! A network that is down or swallows everything: requests wait, but not forever, and the store
//! recovers by itself.

use std::time::Duration;

use store::{CommitError, Postgres, Store, StoreError, User};
use testpg::Proxy;

use super::{Scene, comes_true, open};
use crate::fixtures::*;

/// Settings that give up soon.
fn hasty(scene: &Scene) -> Postgres {
    Postgres {
        timeout: Duration::from_millis(300),
        patience: Duration::from_millis(300),
        ..scene.settings()
    }
}

/// A store with a warm connection: it has committed and read.
async fn warm(settings: Postgres) -> Store {
    let store = open(settings);
    commit(&store, |batch| batch.insert(&user("first"))).await.expect("a commit");
    assert!(stored(&store, &user("first")).await.is_some());
    assert!(store.is_writable());
    store
}

async fn read(store: &Store) -> Result<Option<User>, StoreError> {
    store.read(store::Get::new(store::Record::to_key(&user("first")))).await
}

/// The store recovers without any request.
async fn comes_back(store: &Store) {
    assert!(comes_true(async || store.is_writable()).await, "the store does not recover");
    commit(store, |batch| batch.insert(&user("last"))).await.expect("a commit");
    assert!(stored(store, &user("last")).await.is_some());
}

#[tokio::test]
async fn down_and_up_again() {
    let scene = Scene::new().await;
    let store = warm(hasty(&scene)).await;
    scene.faults.down();
    assert_eq!(read(&store).await, Err(StoreError::Unavailable));
    assert!(!store.is_writable());
    let verdict = commit(&store, |batch| batch.insert(&user("u"))).await;
    assert!(
        matches!(verdict, Err(CommitError::Store(StoreError::Unavailable))),
        "nothing was sent: {verdict:?}"
    );
    scene.faults.lift();
    comes_back(&store).await;
    assert!(stored(&store, &user("u")).await.is_none());
}

#[tokio::test]
async fn a_store_that_never_connected_waits_too() {
    let scene = Scene::new().await;
    scene.faults.down();
    let store = open(hasty(&scene));
    assert_eq!(read(&store).await, Err(StoreError::Unavailable));
    assert!(!store.is_writable());
    scene.faults.lift();
    comes_back(&store).await;
}

#[tokio::test]
async fn a_frozen_read_is_given_up() {
    let scene = Scene::new().await;
    let store = warm(hasty(&scene)).await;
    scene.faults.freeze();
    assert_eq!(read(&store).await, Err(StoreError::Unavailable));
    assert!(!store.is_writable());
    let verdict = commit(&store, |batch| batch.insert(&user("u"))).await;
    assert!(
        matches!(verdict, Err(CommitError::Store(StoreError::Unavailable))),
        "nothing was sent: {verdict:?}"
    );
    scene.faults.lift();
    comes_back(&store).await;
}

/// The batch was sent, so its outcome is unknown: swallowed data may still come out.
#[tokio::test]
async fn a_frozen_commit_is_unknown() {
    let scene = Scene::new().await;
    let store = warm(hasty(&scene)).await;
    scene.faults.freeze();
    let row = user("u");
    let verdict = commit(&store, |batch| batch.insert(&row)).await;
    assert!(
        matches!(verdict, Err(CommitError::Store(StoreError::OutcomeUnknown(_)))),
        "{verdict:?}"
    );
    assert!(!store.is_writable());
    scene.faults.lift();
    comes_back(&store).await;
}

/// A connection that freezes while preparing has sent nothing of the batch.
#[tokio::test]
async fn a_frozen_preparation_is_given_up() {
    let scene = Scene::new().await;
    let store = warm(hasty(&scene)).await;
    scene.faults.freeze();
    let verdict = commit(&store, |batch| batch.insert(&lookup("alice", "u"))).await;
    assert!(
        matches!(verdict, Err(CommitError::Store(StoreError::Unavailable))),
        "nothing was sent: {verdict:?}"
    );
    scene.faults.lift();
    comes_back(&store).await;
    assert!(stored(&store, &lookup("alice", "u")).await.is_none());
}

#[tokio::test]
async fn patience_is_rewarded() {
    let scene = Scene::new().await;
    let store = warm(scene.settings()).await;
    scene.faults.down();
    let row = user("u");
    let (writing, reading) = (store.clone(), store.clone());
    let committing =
        tokio::spawn(async move { commit(&writing, |batch| batch.insert(&row)).await });
    let reading = tokio::spawn(async move { read(&reading).await });
    assert!(comes_true(async || !store.is_writable()).await);
    assert!(!committing.is_finished() && !reading.is_finished());
    scene.faults.lift();
    committing.await.expect("the task").expect("a commit");
    assert!(reading.await.expect("the task").expect("a read").is_some());
    assert!(store.is_writable());
}

/// A host that accepts connections but never answers does not block the next one.
#[tokio::test]
async fn a_silent_host_is_skipped() {
    let scene = Scene::new().await;
    let other = Proxy::start(testpg::shared().port());
    let mut settings = scene.settings();
    let host = |proxy: &Proxy| format!("127.0.0.1:{}", proxy.port());
    settings.url = settings
        .url
        .replace(&host(&scene.proxy), &format!("{},{}", host(&scene.proxy), host(&other)));
    settings.timeout = Duration::from_millis(300);
    let counter = attempts("p", "s", 9);
    let store = warm(settings).await;
    commit(&store, |batch| batch.replace(&counter)).await.expect("a commit");
    scene.faults.freeze();
    for _ in 0..3 {
        super::count_up(&store, &counter).await;
    }
    // Data that the first host swallowed come out, too late to have any effect.
    scene.faults.lift();
    other.faults().freeze();
    super::count_up(&store, &counter).await;
    assert_eq!(stored(&store, &counter).await.map(|row| row.count), Some(4));
    assert!(store.is_writable());
}

/// A host may freeze with its connections open while another takes over: requests waiting on it
/// move.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_leave_a_frozen_host() {
    let scene = Scene::new().await;
    let other = Proxy::start(testpg::shared().port());
    let frozen = Proxy::start(testpg::shared().port());
    let options = scene.settings().url.split_once('?').expect("options").1.to_owned();
    let url = format!(
        "postgres://postgres@127.0.0.1:{},127.0.0.1:{}/postgres?{options}",
        frozen.port(),
        other.port()
    );
    let patience = Duration::from_secs(20);
    let store =
        warm(Postgres { url, timeout: Duration::from_millis(300), patience, ..scene.settings() })
            .await;
    frozen.faults().freeze();
    let committing = commit(&store, |batch| batch.insert(&user("u"))).await;
    committing.expect("a commit on the other host");
    assert!(read(&store).await.expect("a read").is_some());
    assert!(stored(&store, &user("u")).await.is_some());
    assert!(store.is_writable());
}

#[tokio::test]
async fn closing_ends_the_waiting() {
    let scene = Scene::new().await;
    let store = warm(scene.settings()).await;
    scene.faults.down();
    let reading = {
        let store = store.clone();
        tokio::spawn(async move { read(&store).await })
    };
    assert!(comes_true(async || !store.is_writable()).await);
    store.close().await;
    assert_eq!(reading.await.expect("the task"), Err(StoreError::Closed));
}
