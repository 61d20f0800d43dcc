use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestPool, TestServer};

const OTHER: &str = "Another-Horse-2";
const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

async fn set(pool: &TestPool, password: &str, permanent: Option<bool>) -> Answer {
    let body = json!({ "Username": "alice", "Password": password, "Permanent": permanent });
    pool.call("AdminSetUserPassword", body).await
}

#[tokio::test]
async fn a_permanent_password_confirms_the_user() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    client.sign_up("alice", &[]).await.ok();
    assert_eq!(set(&pool, OTHER, Some(true)).await.ok(), json!({}));
    assert_eq!(pool.user("alice").await["UserStatus"], "CONFIRMED");
    client.password("alice", PASSWORD).await.refused(WRONG.0, WRONG.1);
    client.password("alice", OTHER).await.ok();
    client.srp("alice", OTHER).await.ok();
}

#[tokio::test]
async fn any_other_password_is_temporary() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    for permanent in [None, Some(false)] {
        assert_eq!(set(&pool, OTHER, permanent).await.ok(), json!({}));
        assert_eq!(pool.user("alice").await["UserStatus"], "FORCE_CHANGE_PASSWORD");
        assert_eq!(
            client.password("alice", OTHER).await.ok()["ChallengeName"],
            "NEW_PASSWORD_REQUIRED"
        );
    }
    pool.server.advance_seconds(7 * 86_400 + 1);
    let expired = "Temporary password has expired and must be reset by an administrator.";
    client.password("alice", OTHER).await.refused("NotAuthorizedException", expired);
    set(&pool, OTHER, None).await.ok();
    client.password("alice", OTHER).await.ok();
}

/// A permanent password never expires.
#[tokio::test]
async fn a_permanent_password_lasts() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    pool.server.advance_seconds(366 * 86_400);
    pool.client().await.tokens("alice").await;
}

#[tokio::test]
async fn tokens_stay_valid() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    set(&pool, OTHER, Some(true)).await.ok();
    pool.server.get_user(&tokens.access).await.ok();
    client.refresh(&tokens.refresh).await.ok();
}

#[tokio::test]
async fn a_password_must_meet_the_policy() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    for (password, rule) in [
        ("", "Password not long enough"),
        ("Sh0rt-!", "Password not long enough"),
        ("lower-case-1", "Password must have uppercase characters"),
        ("UPPER-CASE-1", "Password must have lowercase characters"),
        ("No-Number", "Password must have numeric characters"),
        ("NoSymbol1", "Password must have symbol characters"),
    ] {
        let text = format!("Password does not conform to policy: {rule}");
        set(&pool, password, Some(true)).await.refused("InvalidPasswordException", &text);
    }
    pool.client().await.tokens("alice").await;
}

#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let at = "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must";
    let longest = format!("Aa1-{}", "x".repeat(252));
    set(&pool, &longest, Some(true)).await.ok();
    pool.client().await.password("alice", &longest).await.ok();
    for (password, constraint) in [
        (json!(format!("{longest}x")), "have length less than or equal to 256"),
        (json!("Trailing-1 "), r"satisfy regular expression pattern: ^[\S]+.*[\S]+$"),
        (Value::Null, "not be null"),
    ] {
        let body = json!({ "Username": "alice", "Password": password });
        let answer = pool.call("AdminSetUserPassword", body).await;
        answer.refused("InvalidParameterException", &format!("{at} {constraint}"));
    }
}

#[tokio::test]
async fn recent_passwords_cannot_be_reused() {
    let history = json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 2 } } });
    let pool = TestServer::start().pool_with(history).await;
    pool.invited_user("alice", &[]).await;
    let used = ("PasswordHistoryPolicyViolationException", "Password has previously been used.");
    set(&pool, PASSWORD, Some(true)).await.refused(used.0, used.1);
    pool.server.advance_seconds(1);
    set(&pool, OTHER, Some(true)).await.ok();
    set(&pool, PASSWORD, Some(true)).await.refused(used.0, used.1);
    set(&pool, OTHER, Some(true)).await.refused(used.0, used.1);
    pool.server.advance_seconds(1);
    set(&pool, "Third-Horse-3", Some(true)).await.ok();
    pool.server.advance_seconds(1);
    set(&pool, PASSWORD, Some(true)).await.ok();
    pool.client().await.tokens("alice").await;
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let pool = TestServer::start().pool().await;
    set(&pool, PASSWORD, None).await.refused("UserNotFoundException", "User does not exist.");
    let body =
        json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice", "Password": PASSWORD });
    let answer = pool.server.call("AdminSetUserPassword", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

/// After the first sign-in the preferred username can be used to sign in. The operation does not
/// declare AliasExistsException.
#[tokio::test]
async fn a_preferred_username_becomes_active_for_only_one_user() {
    let pool =
        TestServer::start().pool_with(json!({ "AliasAttributes": ["preferred_username"] })).await;
    let client = pool.client().await;
    pool.invited_user("alice", &[("preferred_username", "ace")]).await;
    pool.invited_user("bob", &[("preferred_username", "ace")]).await;
    pool.call("AdminGetUser", json!({ "Username": "ace" }))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    set(&pool, OTHER, Some(true)).await.ok();
    client.password("ace", OTHER).await.ok();
    let body = json!({ "Username": "bob", "Password": OTHER, "Permanent": true });
    let taken = "An account with the given preferred_username already exists.";
    pool.call("AdminSetUserPassword", body).await.refused("InvalidParameterException", taken);
    assert_eq!(pool.user("ace").await["Username"], "alice");
    assert_eq!(pool.user("bob").await["UserStatus"], "FORCE_CHANGE_PASSWORD");
    pool.server.deep_doctor().await;
}
