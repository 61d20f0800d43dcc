use serde_json::{Value, json};
use testkit::{Answer, TestPool, TestServer};

use super::tag_resource::{arn, foreign_arns, tags};

async fn untag(pool: &TestPool, keys: Value) -> Answer {
    pool.server.call("UntagResource", json!({ "ResourceArn": arn(pool), "TagKeys": keys })).await
}

#[tokio::test]
async fn the_named_tags_are_removed() {
    let pool = TestServer::start()
        .pool_with(json!({ "UserPoolTags": { "a": "1", "b": "2", "c": "3" } }))
        .await;
    assert_eq!(untag(&pool, json!(["a", "c", "never", "a"])).await.ok(), json!({}));
    assert_eq!(tags(&pool).await, json!({ "b": "2" }));
    assert_eq!(
        pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"]["UserPoolTags"],
        json!({ "b": "2" })
    );
    untag(&pool, json!([])).await.ok();
    untag(&pool, json!(["b"])).await.ok();
    assert_eq!(tags(&pool).await, json!({}));
    assert_eq!(
        pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"]["UserPoolTags"],
        json!({})
    );
    pool.server.deep_doctor().await;
}

#[tokio::test]
async fn only_existing_pools_can_be_untagged() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "UserPoolTags": { "a": "1" } })).await;
    let refused: Vec<_> = foreign_arns(&pool);
    let kinds: Vec<_> = refused.iter().map(|(_, kind, _)| *kind).collect();
    assert!(
        kinds.contains(&"ResourceNotFoundException")
            && kinds.contains(&"InvalidParameterException")
    );
    for (arn, kind, text) in refused {
        server
            .call("UntagResource", json!({ "ResourceArn": arn, "TagKeys": ["a"] }))
            .await
            .refused(kind, &text);
    }
    assert_eq!(tags(&pool).await, json!({ "a": "1" }));
}
