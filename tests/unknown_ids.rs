//! Ids that do not exist cost little to ask for, and are found as soon as they exist.

use domain::session::Caller;
use operations::{Call, dispatch_chosen};
use pools::Chosen;
use pools::user_pools::well_known::{NoDocument, jwks};
use serde_json::{Value, json};
use testkit::{PASSWORD, REGION, TestServer};
use wire::Service;

const UNKNOWN: &str = "eu-west-1_Unknown01";

async fn published(server: &TestServer, pool_id: &str) -> bool {
    let outcome = jwks(server.inner(), pool_id, || Some(())).await;
    assert!(matches!(outcome, Ok(_) | Err(NoDocument::UnknownPool)), "{outcome:?}");
    outcome.is_ok()
}

/// Makes something with this id.
async fn chosen(server: &TestServer, operation: &str, (id, commit): (&str, i64), input: Value) {
    let operation = wire::operation(Service::Idp, operation).unwrap();
    let (request_id, region) = ("r".to_owned(), REGION.to_owned());
    let call = Call { operation, request_id, region, caller: Caller::default() };
    let chosen = Chosen { id: Some(id.to_owned()), commit };
    let made = dispatch_chosen(server.inner(), call, chosen, input).await;
    assert!(made.is_ok(), "{:?}", made.err());
}

#[tokio::test]
async fn an_unknown_pool_costs_one_statement_a_second() {
    let server = TestServer::start();
    for _ in 0..2 {
        let (is_there, work) = server.work_of(published(&server, UNKNOWN)).await;
        assert_eq!((is_there, work.store.reads, work.store.statements), (false, 1, 1));
        for _ in 0..3 {
            let (is_there, work) = server.work_of(published(&server, UNKNOWN)).await;
            assert_eq!((is_there, work.store.reads), (false, 0));
        }
        server.advance_seconds(1);
    }
    // Not even one, if it cannot be an id.
    for id in
        ["", "x", "eu-west-1_", "eu-west-1_a-b", "_a", &format!("eu-west-1_{}", "a".repeat(60))]
    {
        let (is_there, work) = server.work_of(published(&server, id)).await;
        assert_eq!((is_there, work.store.reads), (false, 0), "{id}");
    }
}

#[tokio::test]
async fn an_unknown_client_costs_one_statement_a_second() {
    let server = TestServer::start();
    let sign_in = || {
        let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD });
        let body = json!({ "AuthFlow": "USER_PASSWORD_AUTH", "ClientId": "unknown", "AuthParameters": parameters });
        server.call("InitiateAuth", body)
    };
    for _ in 0..2 {
        for statements in [1, 0, 0] {
            let (answer, work) = server.work_of(sign_in()).await;
            answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
            assert_eq!(work.store.statements, statements);
        }
        server.advance_seconds(1);
    }
}

/// At once on the node that makes it, within a second on the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_unknown_is_found_once_it_exists() {
    let first = TestServer::start();
    let other = first.sibling();
    let template = first.pool().await;
    let (pool_id, client_id) = (UNKNOWN, "chosenclient");
    for node in [&first, &other] {
        assert!(!published(node, pool_id).await);
        let unknown = testkit::TestClient { id: client_id.to_owned(), ..template.client().await };
        assert_eq!(
            unknown.at(node).password("alice", PASSWORD).await.kind(),
            "ResourceNotFoundException"
        );
    }
    chosen(&first, "CreateUserPool", (pool_id, 1), json!({ "PoolName": "p" })).await;
    assert!(published(&first, pool_id).await);
    let client = json!({
        "UserPoolId": pool_id,
        "ClientName": "c",
        "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    });
    chosen(&first, "CreateUserPoolClient", (client_id, 2), client).await;
    let known = testkit::TestClient { id: client_id.to_owned(), ..template.client().await };
    let unknown = "ResourceNotFoundException";
    assert_ne!(known.at(&first).password("alice", PASSWORD).await.kind(), unknown);
    first.advance_seconds(1);
    assert!(published(&other, pool_id).await);
    assert_ne!(known.at(&other).password("alice", PASSWORD).await.kind(), unknown);
}

/// A pool that is deleted costs one statement too, once its rows are gone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_pool_is_not_published() {
    let server = TestServer::start();
    let other = server.sibling();
    let pool = server.pool().await;
    assert!(published(&server, &pool.id).await && published(&other, &pool.id).await);
    pool.call("DeleteUserPool", json!({})).await.ok();
    assert!(!published(&server, &pool.id).await);
    server.advance_seconds(1);
    for node in [&server, &other] {
        assert!(!published(node, &pool.id).await);
        let (_, work) = node.work_of(published(node, &pool.id)).await;
        assert_eq!(work.store.statements, 0);
    }
}
