use serde_json::json;
use testkit::{TestServer, merged};

const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");

#[tokio::test]
async fn shows_the_user_to_an_administrator() {
    let server = TestServer::start();
    let pool = server
        .pool_with(json!({ "Schema": [{ "Name": "notes", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }] }))
        .await;
    let sub = pool
        .invited_user("alice", &[("email", "alice@example.com"), ("dev:custom:notes", "vip")])
        .await;
    let expected = json!({
        "Username": "alice",
        "UserAttributes": [
            { "Name": "sub", "Value": sub },
            { "Name": "dev:custom:notes", "Value": "vip" },
            { "Name": "email", "Value": "alice@example.com" },
            { "Name": "email_verified", "Value": "false" },
        ],
        "UserCreateDate": 1_772_600_767.089,
        "UserLastModifiedDate": 1_772_600_767.089,
        "Enabled": true,
        "UserStatus": "FORCE_CHANGE_PASSWORD",
    });
    assert_eq!(pool.user("alice").await, expected);
    server.advance_seconds(60);
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    let changed = json!({ "Enabled": false, "UserLastModifiedDate": 1_772_600_827.089 });
    assert_eq!(pool.user("alice").await, merged(expected, changed));
}

#[tokio::test]
async fn a_user_is_found_by_any_of_its_names() {
    let settings = json!({ "AliasAttributes": ["email", "phone_number"], "UsernameConfiguration": { "CaseSensitive": false } });
    let pool = TestServer::start().pool_with(settings).await;
    let attributes = [
        ("email", "alice@example.com"),
        ("email_verified", "true"),
        ("phone_number", "+15555551234"),
        ("phone_number_verified", "false"),
    ];
    let sub = pool.confirmed_user_with("alice", &attributes).await;
    for name in ["alice", "ALICE", &sub, "alice@example.com", "Alice@Example.com"] {
        assert_eq!(pool.user(name).await["Username"], "alice", "{name}");
    }
    for name in
        ["+15555551234", "alic", "nobody@example.com", "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88"]
    {
        pool.call("AdminGetUser", json!({ "Username": name })).await.refused(GONE.0, GONE.1);
    }
}

#[tokio::test]
async fn names_are_case_sensitive_by_default() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    pool.call("AdminGetUser", json!({ "Username": "Alice" })).await.refused(GONE.0, GONE.1);
    pool.confirmed_user("Alice").await;
    assert_eq!(pool.user("alice").await["Username"], "alice");
}

#[tokio::test]
async fn users_of_other_pools_are_unknown() {
    let server = TestServer::start();
    let sub = server.pool().await.confirmed_user("alice").await;
    let other = server.pool().await;
    for name in ["alice", &sub] {
        other.call("AdminGetUser", json!({ "Username": name })).await.refused(GONE.0, GONE.1);
    }
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = server.call("AdminGetUser", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

/// Sensitive values are not quoted, others are; all violations are reported together.
#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    let at = "Value at 'username' failed to satisfy constraint: Member must";
    let get = |name: &str| pool.call("AdminGetUser", json!({ "Username": name }));
    get(&"ä".repeat(128)).await.refused(GONE.0, GONE.1);
    let long = format!("1 validation error detected: {at} have length less than or equal to 128");
    get(&"ä".repeat(129)).await.refused("InvalidParameterException", &long);
    let spaced = format!(
        r"1 validation error detected: {at} satisfy regular expression pattern: [\p{{L}}\p{{M}}\p{{S}}\p{{N}}\p{{P}}]+"
    );
    get("alice b").await.refused("InvalidParameterException", &spaced);
    let neither = pool.server.call("AdminGetUser", json!({ "UserPoolId": null })).await;
    let text = format!(
        "2 validation errors detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null; \
         {at} not be null"
    );
    neither.refused("InvalidParameterException", &text);
}

#[tokio::test]
async fn getting_a_user_takes_two_reads() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let (_, work) = pool.server.work_of(pool.user("alice")).await;
    assert_eq!((work.store.reads, work.store.commits), (2, 0));
}
