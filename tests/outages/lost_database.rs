//! The database is unavailable: what can be answered from memory is answered, and the rest recovers
//! without help.

use std::time::Duration;

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
