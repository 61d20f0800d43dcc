//! Faults that strike a commit.

use std::time::Duration;

use testpg::{Fault, connect};
use tokio_postgres::error::SqlState;

use super::{Scene, code, is_lost};

#[tokio::test]
async fn a_lost_request_did_not_happen() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    scene.faults.next(Fault::LoseRequest);
    assert!(writer.transact(1).await.lost_commit());
    assert!(writer.client.is_closed());
    assert_eq!(scene.rows().await, [0; 0]);
    assert!(scene.writer().await.transact(1).await.succeeded());
    assert_eq!(scene.count(|injected| injected.lost_requests), 1);
}

#[tokio::test]
async fn a_request_with_a_lost_answer_happened() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    scene.faults.next(Fault::LoseAnswer);
    assert!(writer.transact(1).await.lost_commit());
    assert!(writer.client.is_closed());
    assert_eq!(scene.rows().await, [1, 2]);
    assert_eq!(scene.count(|injected| injected.lost_answers), 1);
}

#[tokio::test]
async fn a_single_statement_is_a_commit() {
    let scene = Scene::new().await;
    scene.faults.next(Fault::LoseAnswer);
    assert!(is_lost(&scene.writer().await.insert(1).await));
    assert_eq!(scene.rows().await, [1]);
    scene.faults.next(Fault::LoseRequest);
    assert!(is_lost(&scene.writer().await.insert(2).await));
    scene.faults.next(Fault::FailCommit("40P01"));
    let writer = scene.writer().await;
    assert_eq!(code(&writer.insert(2).await), Some(&SqlState::T_R_DEADLOCK_DETECTED));
    scene.faults.next(Fault::ReadOnly);
    assert_eq!(code(&writer.insert(2).await), Some(&SqlState::READ_ONLY_SQL_TRANSACTION));
    assert_eq!(scene.rows().await, [1]);
    assert_eq!(writer.insert(2).await.unwrap(), 1);
    assert_eq!(scene.rows().await, [1, 2]);
}

/// The transaction whose COMMIT is delayed holds its row; sending the same again has to wait for
/// it.
#[tokio::test]
async fn a_late_request_happens_after_the_connection_closed() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    scene.faults.next(Fault::LateRequest(Duration::from_millis(50)));
    writer.client.batch_execute("BEGIN").await.unwrap();
    writer.insert(1).await.unwrap();
    assert!(is_lost(&writer.client.batch_execute("COMMIT").await));
    assert!(writer.client.is_closed());
    assert_eq!(code(&scene.writer().await.insert(1).await), Some(&SqlState::UNIQUE_VIOLATION));
    assert_eq!(scene.rows().await, [1]);
    assert_eq!(scene.count(|injected| injected.late_requests), 1);
}

#[tokio::test]
async fn a_failed_commit_leaves_the_connection_usable() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    for state in [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED] {
        scene.faults.next(Fault::FailCommit(if state.code() == "40001" {
            "40001"
        } else {
            "40P01"
        }));
        let outcome = writer.transact(1).await;
        assert!(outcome.statements.is_ok());
        assert_eq!(code(&outcome.commit), Some(&state));
        assert_eq!(scene.rows().await, [0; 0]);
    }
    assert!(writer.transact(1).await.succeeded());
    assert_eq!(scene.rows().await, [1, 2]);
    assert_eq!(scene.count(|injected| injected.failed_commits), 2);
}

#[tokio::test]
async fn a_read_only_server_refuses_the_write() {
    let scene = Scene::new().await;
    let writer = scene.writer().await;
    scene.faults.next(Fault::ReadOnly);
    let outcome = writer.transact(1).await;
    assert_eq!(code(&outcome.statements), Some(&SqlState::READ_ONLY_SQL_TRANSACTION));
    assert!(writer.transact(1).await.succeeded());
    assert_eq!(scene.rows().await, [1, 2]);
    assert_eq!(scene.count(|injected| injected.read_only), 1);
}

#[tokio::test]
async fn reading_is_not_a_commit() {
    let scene = Scene::new().await;
    scene.faults.next(Fault::LoseRequest);
    let mut client = connect(&scene.url()).await;
    assert_eq!(client.query("SELECT a FROM t", &[]).await.unwrap().len(), 0);
    let reading = client.build_transaction().read_only(true).start().await.unwrap();
    reading.query("SELECT a FROM t", &[]).await.unwrap();
    reading.commit().await.unwrap();
    assert_eq!(scene.faults.waiting(), 1);
    assert!(is_lost(&client.batch_execute("INSERT INTO t VALUES (1)").await));
    assert_eq!(scene.faults.waiting(), 0);
}
