use serde_json::json;
use testkit::TestServer;

use super::tag_resource::{arn, foreign_arns};

#[tokio::test]
async fn all_tags_are_listed() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let list = async || {
        server.call("ListTagsForResource", json!({ "ResourceArn": arn(&pool) })).await.ok()
    };
    assert_eq!(list().await, json!({ "Tags": {} }));
    pool.call("UpdateUserPool", json!({ "UserPoolTags": { "a": "1", "b": "" } })).await.ok();
    assert_eq!(list().await, json!({ "Tags": { "a": "1", "b": "" } }));
    pool.call("UpdateUserPool", json!({})).await.ok();
    assert_eq!(list().await, json!({ "Tags": { "a": "1", "b": "" } }));
}

#[tokio::test]
async fn only_existing_pools_have_tags() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let refused: Vec<_> = foreign_arns(&pool);
    let kinds: Vec<_> = refused.iter().map(|(_, kind, _)| *kind).collect();
    assert!(
        kinds.contains(&"ResourceNotFoundException")
            && kinds.contains(&"InvalidParameterException")
    );
    for (arn, kind, text) in refused {
        server
            .call("ListTagsForResource", json!({ "ResourceArn": arn }))
            .await
            .refused(kind, &text);
    }
    pool.call("DeleteUserPool", json!({})).await.ok();
    let gone = server.call("ListTagsForResource", json!({ "ResourceArn": arn(&pool) })).await;
    gone.refused("ResourceNotFoundException", &format!("User pool {} does not exist.", pool.id));
}
