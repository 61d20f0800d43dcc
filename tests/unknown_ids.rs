//! Ids that do not exist cost little to ask for, and are found as soon as they exist.

use domain::Rate;
use domain::session::Caller;
use operations::{Call, dispatch_chosen};
use pools::user_pools::well_known::{NoDocument, jwks};
use pools::{Asker, Chosen, RateLimits};
use serde_json::{Value, json};
use testkit::{PASSWORD, REGION, TestServer};
use wire::Service;

const UNKNOWN: &str = "eu-west-1_Unknown01";

async fn published(server: &TestServer, pool_id: &str) -> bool {
    let outcome = jwks(server.inner(), pool_id, || Asker::Client(None), || Some(())).await;
    assert!(matches!(outcome, Ok(_) | Err(NoDocument::UnknownPool)), "{outcome:?}");
    outcome.is_ok()
}

/// Makes something with this id.
async fn chosen(server: &TestServer, operation: &str, (id, commit): (&str, i64), input: Value) {
    let operation = wire::operation(Service::Idp, operation).unwrap();
    let (request_id, region) = ("r".to_owned(), REGION.to_owned());
    let call =
        Call { operation, request_id, region, caller: Caller::default(), asker: Asker::Operator };
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

const HERE: &str = "203.0.113.9";
const ELSEWHERE: &str = "203.0.113.10";

/// Two unknown ids a second per address, with a burst of four.
fn limited() -> TestServer {
    let unknown_ids = Some(Rate::new(2, 2));
    TestServer::builder().limits(RateLimits { unknown_ids, ..RateLimits::default() }).start()
}

/// Whether the key set is published to this address.
async fn published_to(server: &TestServer, address: &str, pool_id: &str) -> bool {
    let asker = || Asker::Client(Some(address.parse().unwrap()));
    let outcome = jwks(server.inner(), pool_id, asker, || Some(())).await;
    assert!(matches!(outcome, Ok(_) | Err(NoDocument::UnknownPool)), "{outcome:?}");
    outcome.is_ok()
}

fn unknown(number: usize) -> String {
    format!("eu-west-1_Unknown{number}")
}

/// GetUser with a token that nobody signed.
async fn forged(server: &TestServer, pool_id: &str) {
    let header = json!({ "alg": "RS256", "kid": "k" });
    let payload =
        json!({ "iss": format!("http://localhost:7665/{pool_id}"), "token_use": "access" });
    let token = testkit::forge(&header, &payload, testkit::unsigned);
    let answer = server.call("GetUser", json!({ "AccessToken": token })).await;
    answer.refused("NotAuthorizedException", "Invalid Access Token");
}

async fn sign_in(server: &TestServer, client_id: &str) {
    let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD });
    let body = json!({ "AuthFlow": "USER_PASSWORD_AUTH", "ClientId": client_id, "AuthParameters": parameters });
    let text = format!("User pool client {client_id} does not exist.");
    server.call("InitiateAuth", body).await.refused("ResourceNotFoundException", &text);
}

#[tokio::test]
async fn unknown_ids_that_differ_cost_an_address_its_rate_whatever_names_them() {
    let server = limited();
    let here = server.called_by("a", HERE);
    let reads = async |numbers: std::ops::Range<usize>| {
        let all = async {
            for number in numbers {
                assert!(!published_to(&server, HERE, &unknown(number)).await);
                forged(&here, &unknown(1_000 + number)).await;
                sign_in(&here, &format!("client{number}")).await;
            }
        };
        server.work_of(all).await.1.store.reads
    };
    assert_eq!(reads(0..20).await, 4);
    server.advance_seconds(1);
    assert_eq!(reads(20..40).await, 2);
    assert_eq!(server.inner().limits.ids_not_looked_up(), 2 * 60 - 6);
    // Another address has a rate of its own, and signed requests have none.
    let (is_there, work) = server.work_of(published_to(&server, ELSEWHERE, &unknown(50))).await;
    assert_eq!((is_there, work.store.reads), (false, 1));
    let body = json!({ "UserPoolId": unknown(51), "Username": "alice" });
    let (answer, work) = server.work_of(here.call("AdminGetUser", body)).await;
    assert_eq!((answer.kind(), work.store.reads), ("ResourceNotFoundException", 1));
}

#[tokio::test]
async fn the_rate_of_unknown_ids_concerns_nothing_that_is_known() {
    let server = limited();
    let mut pools = Vec::new();
    for _ in 0..10 {
        pools.push(server.pool().await);
    }
    let node = server.sibling();
    // What exists does not count: a node that has just started loads it all for one address.
    for pool in &pools[1..] {
        assert!(published_to(&node, HERE, &pool.id).await);
    }
    for number in 0..20 {
        assert!(!published_to(&node, HERE, &unknown(number)).await);
    }
    for pool in &pools[1..] {
        assert!(published_to(&node, HERE, &pool.id).await);
    }
    // Only what the node does not know yet waits, and for this address alone.
    let cold = &pools[0].id;
    assert!(!published_to(&node, HERE, cold).await);
    assert!(published_to(&node, ELSEWHERE, cold).await);
    assert!(published_to(&node, HERE, cold).await);
}

/// What was counted while the clock was ahead is paid for by the time that really passes.
#[tokio::test]
async fn a_clock_that_is_set_back_leaves_no_debt() {
    let server = limited();
    let pool = server.pool().await;
    let node = server.sibling();
    let right = node.now();
    node.set_clock(right.plus_seconds(400 * 86_400));
    for number in 0..4 {
        assert!(!published_to(&node, HERE, &unknown(number)).await);
    }
    node.set_clock(right);
    assert!(!published_to(&node, HERE, &pool.id).await, "the burst is used up");
    node.advance_seconds(1);
    assert!(published_to(&node, HERE, &pool.id).await);
}

/// Nothing counts before the store has answered, but each look-up is charged then.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unknown_ids_at_once_are_paid_for_afterwards() {
    let server = limited();
    let look_ups = testkit::race(20, |number| {
        let server = server.clone();
        async move { published_to(&server, HERE, &unknown(number)).await }
    });
    let (_, work) = server.work_of(look_ups).await;
    let reads = i64::try_from(work.store.reads).unwrap();
    assert!((4..=20).contains(&reads), "{reads}");
    // Two a second are paid off; four of them are the burst.
    server.advance_seconds((reads - 4) / 2);
    let (_, work) = server.work_of(published_to(&server, HERE, &unknown(100))).await;
    assert_eq!(work.store.reads, 0, "{reads}");
    server.advance_seconds(1);
    let (_, work) = server.work_of(published_to(&server, HERE, &unknown(101))).await;
    assert_eq!(work.store.reads, 1, "{reads}");
}

#[tokio::test]
async fn a_region_that_is_not_served_costs_no_statement() {
    let server = TestServer::builder().regions(&["eu-west-1", "eu-north-1"]).start();
    let pool = server.pool().await;
    for (pool_id, reads) in
        [("us-east-1_Abc", 0), ("eu-west-1_x_Abc", 0), ("eu-north-1_Abc", 1), ("eu-west-1_Abc", 1)]
    {
        let (is_there, work) = server.work_of(published(&server, pool_id)).await;
        assert_eq!((is_there, work.store.reads), (false, reads), "{pool_id}");
        let ((), work) = server.work_of(forged(&server, &format!("{pool_id}1"))).await;
        assert_eq!(work.store.reads, reads, "{pool_id}");
    }
    assert!(published(&server, &pool.id).await);
}
