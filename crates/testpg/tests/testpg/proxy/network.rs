//! Faults of the connection as a whole.

use std::time::Duration;

use testpg::{Fault, Proxy, connect};
use tokio_postgres::NoTls;

use super::{Scene, is_lost};

#[tokio::test]
async fn a_reset_strikes_any_request() {
    let scene = Scene::new().await;
    let reader = connect(&scene.url()).await;
    scene.faults.next(Fault::Reset);
    assert!(is_lost(&reader.query("SELECT 1", &[]).await));
    let writer = scene.writer().await;
    scene.faults.next(Fault::Reset);
    assert!(is_lost(&writer.transact(1).await.statements));
    assert_eq!(scene.rows().await, [0; 0]);
    assert_eq!(scene.count(|injected| injected.resets), 2);
}

#[tokio::test]
async fn no_connection_gets_through_while_the_network_is_down() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    scene.faults.down();
    assert!(is_lost(&writer.transact(1).await.statements));
    tokio_postgres::connect(&scene.url(), NoTls).await.err().expect("refused");
    scene.faults.lift();
    assert!(scene.writer().await.transact(1).await.succeeded());
}

/// A request that bypasses the proxy shows meanwhile that the frozen requests are waiting.
#[tokio::test]
async fn frozen_requests_continue_when_the_freeze_is_lifted() {
    let scene = Scene::new().await;
    let (writer, url) = (scene.writer().await, scene.url());
    scene.faults.freeze();
    let old = async { writer.transact(1).await.succeeded() };
    let new = async { connect(&url).await.batch_execute("INSERT INTO t VALUES (5)").await.is_ok() };
    let past = async {
        let rows = scene.rows().await;
        scene.faults.lift();
        rows
    };
    let (old, new, rows) = tokio::join!(old, new, past);
    assert!(old && new);
    assert_eq!(rows, [0; 0]);
    assert_eq!(scene.rows().await, [1, 2, 5]);
}

#[tokio::test]
async fn slow_answers_arrive() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    let delay = Duration::from_millis(20);
    scene.faults.slow(delay);
    let started = tokio::time::Instant::now();
    assert!(writer.transact(1).await.succeeded());
    assert!(started.elapsed() >= delay);
}

#[tokio::test]
async fn an_unreachable_server_is_unreachable_through_the_proxy() {
    let proxy = Proxy::start(1);
    tokio_postgres::connect(&proxy.url(), NoTls).await.err().expect("refused");
}
