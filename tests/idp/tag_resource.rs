use serde_json::{Value, json};
use testkit::{Answer, REGION, TestPool, TestServer};

const INVALID: &str = "InvalidParameterException";

pub(super) fn arn(pool: &TestPool) -> String {
    format!("arn:aws:cognito-idp:{REGION}:111122223333:userpool/{}", pool.id)
}

pub(super) async fn tags(pool: &TestPool) -> Value {
    pool.server.call("ListTagsForResource", json!({ "ResourceArn": arn(pool) })).await.ok()["Tags"]
        .take()
}

pub(super) async fn tag(pool: &TestPool, tags: Value) -> Answer {
    pool.server.call("TagResource", json!({ "ResourceArn": arn(pool), "Tags": tags })).await
}

/// ARNs that name no pool of this server, each with the exception and text that every tag operation
/// answers.
pub(super) fn foreign_arns(pool: &TestPool) -> Vec<(String, &'static str, String)> {
    let unknown = |id: &str| format!("User pool {id} does not exist.");
    let of_pool = |region: &str, account: &str, id: &str| {
        format!("arn:aws:cognito-idp:{region}:{account}:userpool/{id}")
    };
    let (not_found, id) = ("ResourceNotFoundException", pool.id.as_str());
    let pattern = "1 validation error detected: Value 'arn:aws:cognito-idp:nonsense' at 'resourceArn' failed to satisfy constraint: \
                   Member must satisfy regular expression pattern: \
                   arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?";
    let role = "arn:aws:iam:eu-west-1:111122223333:userpool/eu-west-1_Unknown00";
    vec![
        (
            of_pool(REGION, "111122223333", "eu-west-1_Unknown00"),
            not_found,
            unknown("eu-west-1_Unknown00"),
        ),
        (of_pool(REGION, "999988887777", id), not_found, unknown(id)),
        (of_pool("us-east-1", "111122223333", id), not_found, unknown(id)),
        (
            of_pool("us-east-1", "111122223333", "us-east-1_Unknown00"),
            not_found,
            unknown("us-east-1_Unknown00"),
        ),
        (arn(pool).replace("arn:aws:", "arn:aws-cn:"), not_found, unknown(id)),
        (role.to_owned(), INVALID, format!("{role} is not the ARN of a user pool.")),
        ("arn:aws:cognito-idp:nonsense".to_owned(), INVALID, pattern.to_owned()),
    ]
}

#[tokio::test]
async fn tags_become_part_of_the_pool() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "UserPoolTags": { "stage": "test", "owner": "me" } })).await;
    server.advance_seconds(60);
    assert_eq!(tag(&pool, json!({ "stage": "production", "empty": "" })).await.ok(), json!({}));
    let expected = json!({ "stage": "production", "owner": "me", "empty": "" });
    assert_eq!(tags(&pool).await, expected);
    let described = pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"].take();
    assert_eq!(described["UserPoolTags"], expected);
    assert_eq!(described["LastModifiedDate"], json!(server.now().millis() as f64 / 1_000.0));
    // An empty request is not an error.
    tag(&pool, json!({})).await.ok();
    assert_eq!(tags(&pool).await, expected);
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_pool_has_at_most_fifty_tags() {
    let pool = TestServer::start().pool().await;
    let numbered = |from: usize, count: usize| -> Value {
        Value::Object(
            (from..from + count).map(|number| (format!("k{number}"), json!("v"))).collect(),
        )
    };
    tag(&pool, numbered(0, 50)).await.ok();
    tag(&pool, numbered(0, 50)).await.ok();
    tag(&pool, numbered(50, 1))
        .await
        .refused(INVALID, "A user pool cannot have more than 50 tags.");
    assert_eq!(tags(&pool).await, numbered(0, 50));
}

#[tokio::test]
async fn the_services_own_prefix_is_reserved() {
    let pool = TestServer::start().pool().await;
    let reserved = "aws: prefixed tag key names are not allowed for external use.";
    tag(&pool, json!({ "good": "", "aws:x": "y" })).await.refused(INVALID, reserved);
    assert_eq!(tags(&pool).await, json!({}));
}

#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    tag(&pool, json!({ "k".repeat(128): "v".repeat(256) })).await.ok();
    for wrong in
        [json!({ "": "v" }), json!({ "k".repeat(129): "v" }), json!({ "k": "v".repeat(257) })]
    {
        assert_eq!(tag(&pool, wrong.clone()).await.kind(), INVALID, "{wrong}");
    }
    // Any text, even one that no database column could hold verbatim.
    tag(&pool, json!({ "\0": "\0\u{1f510}" })).await.ok();
    assert_eq!(tags(&pool).await["\0"], "\0\u{1f510}");
    let missing = "2 validation errors detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; \
                   Value null at 'tags' failed to satisfy constraint: Member must not be null";
    pool.server.call("TagResource", json!({})).await.refused(INVALID, missing);
}

#[tokio::test]
async fn only_existing_pools_can_be_tagged() {
    let server = TestServer::start();
    let pool = server.pool().await;
    for (arn, kind, text) in foreign_arns(&pool) {
        let body = json!({ "ResourceArn": arn, "Tags": { "a": "b" } });
        server.call("TagResource", body).await.refused(kind, &text);
    }
    let body = json!({ "ResourceArn": arn(&pool), "Tags": { "a": "b" } });
    let elsewhere = server.call_in("us-east-1", "TagResource", body).await;
    elsewhere
        .refused("ResourceNotFoundException", &format!("User pool {} does not exist.", pool.id));
    assert_eq!(tags(&pool).await, json!({}));
}
