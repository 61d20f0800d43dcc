//! Limits on the rate of requests to one pool.

use std::collections::BTreeMap;

use domain::Rate;
use pools::RateLimits;
use serde_json::json;
use testkit::{Answer, Jwt, TestServer, forge, race, unsigned};
use wire::Class;

const REFUSED: (&str, &str) = ("TooManyRequestsException", "Rate exceeded");
const ALICE: &str = "alice";

/// One request a second and ten at once, for each of these classes.
fn limited(classes: &[Class]) -> TestServer {
    let per_pool: BTreeMap<Class, Rate> =
        classes.iter().map(|class| (*class, Rate::new(1, 10))).collect();
    TestServer::builder().limits(RateLimits { per_pool, ..RateLimits::default() }).start()
}

/// How many of twenty calls are admitted; the others are refused only for their rate.
async fn admitted(call: impl AsyncFn() -> Answer) -> usize {
    let mut admitted = 0;
    for _ in 0..20 {
        let answer = call().await;
        if (answer.kind(), answer.text()) != REFUSED {
            admitted += 1;
        }
    }
    admitted
}

#[tokio::test]
async fn a_pool_has_its_own_limit_for_each_class() {
    let server = limited(&[Class::UserRead, Class::UserList]);
    let (pool, other) = (server.pool().await, server.pool().await);
    pool.confirmed_user(ALICE).await;
    let get = async || pool.call("AdminGetUser", json!({ "Username": ALICE })).await;
    assert_eq!(admitted(get).await, 10);
    let (answer, work) = server.work_of(get()).await;
    answer.refused(REFUSED.0, REFUSED.1);
    assert_eq!((work.store.reads, work.store.commits), (0, 0));
    assert_eq!(admitted(async || pool.call("ListUsers", json!({})).await).await, 10);
    assert_eq!(
        admitted(async || other.call("AdminGetUser", json!({ "Username": ALICE })).await).await,
        10
    );
    pool.call("AdminEnableUser", json!({ "Username": ALICE })).await.ok();
    server.advance_seconds(3);
    assert_eq!(admitted(get).await, 3);
}

#[tokio::test]
async fn malformed_requests_are_counted_and_refused_for_their_shape() {
    let server = limited(&[Class::UserRead]);
    let pool = server.pool().await;
    let get = async || pool.call("AdminGetUser", json!({})).await;
    assert_eq!(get().await.kind(), "InvalidParameterException");
    assert_eq!(admitted(get).await, 9);
}

#[tokio::test]
async fn clients_of_a_pool_share_its_limit() {
    let server = limited(&[Class::UserAuthentication]);
    let pool = server.pool().await;
    pool.confirmed_user(ALICE).await;
    let (one, two) = (pool.client().await, pool.client().await);
    // A client's first request teaches this node which pool it belongs to, and is not counted.
    two.password(ALICE, testkit::PASSWORD).await.ok();
    assert_eq!(admitted(async || one.password(ALICE, testkit::PASSWORD).await).await, 11);
    two.password(ALICE, testkit::PASSWORD).await.refused(REFUSED.0, REFUSED.1);
    // Unsigned requests use up none of the allowance of signed requests.
    assert_eq!(admitted(async || one.admin_password(ALICE, testkit::PASSWORD).await).await, 10);
    let body = json!({ "ClientId": "0123456789abcdefghijklmnop", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {} });
    let unknown = async || server.call("InitiateAuth", body.clone()).await;
    assert_eq!(admitted(unknown).await, 20);
}

#[tokio::test]
async fn bearers_count_towards_the_pool_of_their_token_and_forgers_towards_none() {
    let server = limited(&[Class::UserRead]);
    let pool = server.pool().await;
    pool.confirmed_user(ALICE).await;
    let tokens = pool.client().await.tokens(ALICE).await;
    let jwt = Jwt::decode(&tokens.access);
    let forged = forge(&jwt.header, &jwt.claims, unsigned);
    assert_eq!(admitted(async || server.get_user(&forged).await).await, 20);
    let (_, work) = server
        .work_of(async {
            assert_eq!(admitted(async || server.get_user(&tokens.access).await).await, 10);
        })
        .await;
    assert_eq!(work.store.reads, 10);
    pool.call("AdminGetUser", json!({ "Username": ALICE })).await.ok();
}

#[tokio::test]
async fn operations_without_a_pool_share_a_limit() {
    let server = limited(&[Class::UserPoolRead, Class::UserPoolResourceRead]);
    let pool = server.pool().await;
    assert_eq!(
        admitted(async || server.call("ListUserPools", json!({ "MaxResults": 1 })).await).await,
        10
    );
    pool.call("DescribeUserPool", json!({})).await.ok();
    let arn = format!("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/{}", pool.id);
    assert_eq!(
        admitted(async || server.call("ListTagsForResource", json!({ "ResourceArn": arn })).await)
            .await,
        10
    );
    pool.call("ListGroups", json!({})).await.refused(REFUSED.0, REFUSED.1);
}

#[tokio::test]
async fn a_flood_of_addresses_takes_no_memory_and_frees_no_address() {
    let per_address = BTreeMap::from([(Class::UserAuthentication, Rate::new(1, 10))]);
    let server =
        TestServer::builder().limits(RateLimits { per_address, ..RateLimits::default() }).start();
    let (inner, now) = (server.inner(), server.now());
    let sign_in = wire::operation(wire::Service::Idp, "InitiateAuth").unwrap();
    let sign_in = &operations::endpoint(sign_in);
    let attacker = "203.0.113.9".parse().unwrap();
    assert_eq!((0..20).filter(|_| inner.limits.admits_address(sign_in, attacker, now)).count(), 10);
    for number in 0..1_000_000_u32 {
        let address = std::net::Ipv4Addr::from(0x0a00_0000 + number).into();
        assert!(inner.limits.admits_address(sign_in, address, now), "{address}");
    }
    assert!(!inner.limits.admits_address(sign_in, attacker, now));
    assert_eq!(inner.limits.refusals()[0].count, 11);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_concurrent_requests_exactly_the_limit_is_admitted() {
    let server = limited(&[Class::UserRead]);
    let pool = server.pool().await;
    pool.confirmed_user(ALICE).await;
    let answers = race(64, |_| {
        let pool = pool.clone();
        async move { pool.call("AdminGetUser", json!({ "Username": ALICE })).await }
    })
    .await;
    let (admitted, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(Answer::is_ok);
    assert_eq!((admitted.len(), refused.len()), (10, 54));
    assert!(refused.iter().all(|answer| (answer.kind(), answer.text()) == REFUSED), "{refused:?}");
}

#[tokio::test]
async fn without_limits_nothing_is_counted() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user(ALICE).await;
    assert_eq!(
        admitted(async || pool.call("AdminGetUser", json!({ "Username": ALICE })).await).await,
        20
    );
    assert_eq!(server.inner().limits.refusals(), []);
}
