//! The database is unavailable: what can be answered from memory is answered, and the rest recovers
//! without help.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use pools::Asker;
use pools::user_pools::well_known::jwks;
use store::{Engine, Options, Postgres, Store};
use testkit::{PASSWORD, TestServer};
use testpg::{Proxy, Schema};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn key_sets_are_published_while_the_database_is_unavailable() {
    let cluster = testpg::shared();
    let (schema, proxy) = (Schema::create(cluster), Proxy::start(cluster.port()));
    let mut database = Postgres::new(schema.url_through(proxy.port()));
    database.patience = Duration::from_millis(50);
    let options = Options { engine: Engine::Postgres(database), ..Options::postgres("") };
    store::migrate(&options, 0, "the test").await.unwrap();
    let server =
        TestServer::builder().on_sqlite().start().moved_to(Store::open(options).unwrap()).await;
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let discovery = format!("/{}/.well-known/openid-configuration", pool.id);
    let (keys, about) = (pool.jwks().await, server.document(&discovery).await);
    proxy.faults().down();
    server.advance_seconds(3_600);
    // The first request discovers that the database does not answer.
    assert_eq!(pool.jwks().await, keys);
    assert_eq!(server.document(&discovery).await, about);
    while server.inner().store.is_writable() {
        tokio::task::yield_now().await;
    }
    assert_eq!(client.password("alice", PASSWORD).await.kind(), "InternalErrorException");
    proxy.faults().lift();
    while !server.inner().store.is_writable() {
        tokio::task::yield_now().await;
    }
    client.password("alice", PASSWORD).await.ok();
    server.deep_doctor().await;
}

/// A popular pool must not take all permits to wait, one after the other, while its key set could be
/// served at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_never_answers_is_asked_once_about_a_known_pool() {
    const NEVER: Duration = Duration::from_secs(3_600);
    let cluster = testpg::shared();
    let (schema, proxy) = (Schema::create(cluster), Proxy::start(cluster.port()));
    let mut database = Postgres::new(schema.url_through(proxy.port()));
    (database.patience, database.timeout) = (NEVER, NEVER);
    let options = Options { engine: Engine::Postgres(database), ..Options::postgres("") };
    store::migrate(&options, 0, "the test").await.unwrap();
    let server =
        TestServer::builder().on_sqlite().start().moved_to(Store::open(options).unwrap()).await;
    let pool = server.pool().await;
    let keys = pool.jwks().await.to_string();
    server.advance_seconds(1);
    let admitted = AtomicUsize::new(0);
    let fetch = async || {
        // Time passes while the store is awaited.
        let admit = || {
            server.advance_seconds(1);
            admitted.fetch_add(1, Ordering::SeqCst);
            Some(())
        };
        let asker = || Asker::Client(None);
        let fetched = jwks(server.inner(), &pool.id, asker, admit).await.unwrap();
        serde_json::from_slice::<serde_json::Value>(&fetched).unwrap().to_string()
    };
    proxy.faults().freeze();
    for _ in 0..3 {
        assert_eq!(fetch().await, keys);
        assert_eq!(admitted.load(Ordering::SeqCst), 1);
    }
    // Nor is it asked again while the question is under way, however late it is.
    server.advance_seconds(60);
    assert_eq!(fetch().await, keys);
    assert_eq!(admitted.load(Ordering::SeqCst), 1);
    proxy.faults().lift();
    while admitted.load(Ordering::SeqCst) == 1 {
        server.advance_seconds(1);
        assert_eq!(fetch().await, keys);
        tokio::task::yield_now().await;
    }
}
