use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn a_group_is_returned_as_it_was_created() {
    let pool = TestServer::start().pool().await;
    let settings = json!({
        "GroupName": "admins",
        "Description": "They may",
        "RoleArn": "arn:aws:iam::111122223333:role/admin",
        "Precedence": 0,
    });
    for body in [settings, json!({ "GroupName": "users" })] {
        let made = pool.call("CreateGroup", body.clone()).await.ok();
        let got = pool.call("GetGroup", json!({ "GroupName": body["GroupName"] })).await.ok();
        assert_eq!(got, made);
    }
}

#[tokio::test]
async fn unknown_groups_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    pool.call("GetGroup", json!({ "GroupName": "Admins" }))
        .await
        .refused("ResourceNotFoundException", "Group not found.");
    pool.call("DeleteGroup", json!({ "GroupName": "admins" })).await.ok();
    pool.call("GetGroup", json!({ "GroupName": "admins" }))
        .await
        .refused("ResourceNotFoundException", "Group not found.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "GroupName": "admins" });
    let answer = server.call("GetGroup", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    let text = "1 validation error detected: Value null at 'groupName' failed to satisfy constraint: Member must not be null";
    pool.call("GetGroup", json!({})).await.refused("InvalidParameterException", text);
}
