//! Store calls per operation with the configuration in the cache; each call is a round trip to the
//! database.

use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens};

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
}

async fn scene() -> Scene {
    let server = TestServer::builder().fixed_code("135790").start();
    let settings = json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    pool.invited_user("invited", &[]).await;
    client.sign_up("unconfirmed", &[("email", "unconfirmed@example.com")]).await.ok();
    client.password("alice", PASSWORD).await.ok();
    Scene { server, pool, client }
}

impl Scene {
    /// Requires that a request is answered after at most `reads` reads and exactly `commits`
    /// commits.
    async fn costs(
        &self,
        request: impl Future<Output = Answer>,
        reads: u64,
        commits: u64,
    ) -> Answer {
        let (answer, work) = self.server.work_of(request).await;
        assert!(work.store.reads <= reads, "{} of {reads} reads: {answer:?}", work.store.reads);
        assert_eq!(work.store.commits, commits, "{answer:?}");
        answer
    }

    async fn admin(&self, operation: &str, body: Value, reads: u64, commits: u64) {
        self.costs(self.pool.call(operation, body), reads, commits).await.ok();
    }
}

/// The name, then the account; a right password checks the lock once more before it counts.
#[tokio::test]
async fn sign_ins_make_few_store_calls() {
    let scene = scene().await;
    let client = &scene.client;
    let admin = scene
        .pool
        .client_with(json!({ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] }))
        .await;
    for client in [client, &admin] {
        drop(client.password("alice", PASSWORD).await);
    }
    scene.costs(admin.admin_password("nobody", "wrong"), 2, 1).await.refusal();
    for name in ["alice", "alice@example.com"] {
        scene.costs(client.password(name, PASSWORD), 3, 0).await.ok();
        scene.costs(client.password(name, "wrong"), 2, 1).await.refusal();
        scene.costs(client.password(name, PASSWORD), 3, 0).await.ok();
        scene.costs(admin.admin_password(name, PASSWORD), 3, 0).await.ok();
    }
    for _ in 0..3 {
        client.password("alice", "wrong").await.refusal();
    }
    scene.server.advance_seconds(1);
    // After a lock a failure is counted first, and taken back; the account is then read again. A
    // second has passed, so the configuration is checked again.
    scene.costs(client.password("alice", PASSWORD), 6, 2).await.ok();
    scene.costs(client.password("nobody", "wrong"), 2, 1).await.refusal();
    let srp = SrpClient::new([9; 32]);
    for name in ["alice", "alice@example.com"] {
        let challenge = scene.costs(client.srp_begin(&srp, name), 2, 0).await.ok();
        let responses = client.srp_responses(&srp, &challenge, PASSWORD);
        scene.costs(client.respond("PASSWORD_VERIFIER", None, responses), 2, 1).await.ok();
    }
    let challenge = scene.costs(client.password("invited", PASSWORD), 3, 0).await.ok();
    let responses = json!({ "USERNAME": "invited", "NEW_PASSWORD": "Chosen-Password-1" });
    let choose = client.respond("NEW_PASSWORD_REQUIRED", challenge["Session"].as_str(), responses);
    scene.costs(choose, 1, 1).await.ok();
}

#[tokio::test]
async fn token_operations_make_few_store_calls() {
    let scene = scene().await;
    let tokens = scene.client.tokens("alice").await;
    scene.costs(scene.client.refresh(&tokens.refresh), 1, 0).await.ok();
    scene.costs(scene.client.get_tokens(&tokens.refresh), 1, 0).await.ok();
    scene.costs(scene.server.get_user(&tokens.access), 1, 0).await.ok();
    scene.costs(scene.client.revoke(&tokens.refresh), 1, 1).await.ok();
    let tokens = scene.client.tokens("alice").await;
    let sign_out = scene.server.call("GlobalSignOut", json!({ "AccessToken": tokens.access }));
    scene.costs(sign_out, 1, 1).await.ok();
    scene.costs(scene.server.get_user(&tokens.access), 1, 0).await.refusal();
    scene.costs(scene.server.get_user("a.b.c"), 0, 0).await.refusal();
    let rotating = scene.pool.rotating_client(30).await;
    let tokens = rotating.tokens("alice").await;
    scene.costs(rotating.get_tokens(&tokens.refresh), 1, 1).await.ok();
    scene.costs(rotating.get_tokens(&tokens.refresh), 1, 0).await.ok();
    scene.server.advance_seconds(30);
    rotating.initiate("USER_PASSWORD_AUTH", json!({})).await.refusal();
    scene.costs(rotating.get_tokens(&tokens.refresh), 1, 0).await.refusal();
}

#[tokio::test]
async fn sign_ups_make_few_store_calls() {
    let scene = scene().await;
    let client = &scene.client;
    scene.costs(client.sign_up("bob", &[("email", "bob@example.com")]), 1, 1).await.ok();
    scene.costs(client.sign_up("bob", &[]), 1, 0).await.refusal();
    let resend = client.call("ResendConfirmationCode", json!({ "Username": "bob" }));
    scene.costs(resend, 2, 1).await.ok();
    // The name, the account and the counter of the address; then the alias.
    scene.costs(client.confirm("bob", "000000"), 3, 1).await.refusal();
    scene.costs(client.confirm("bob", "135790"), 4, 1).await.ok();
}

/// The token's user; then the codes, the counter of the address and, where an address is involved,
/// the names.
#[tokio::test]
async fn attribute_changes_make_few_store_calls() {
    let scene = scene().await;
    let access = scene.client.tokens("alice").await.access;
    let call = |operation: &'static str, body: Value| {
        scene.server.call(operation, testkit::merged(json!({ "AccessToken": access }), body))
    };
    let update = |name: &str, value: &str| {
        call(
            "UpdateUserAttributes",
            json!({ "UserAttributes": [{ "Name": name, "Value": value }] }),
        )
    };
    let verify =
        |code: &str| call("VerifyUserAttribute", json!({ "AttributeName": "email", "Code": code }));
    scene.costs(update("name", "Ally"), 1, 1).await.ok();
    scene.costs(update("email", "new@example.com"), 3, 1).await.ok();
    let ask = call("GetUserAttributeVerificationCode", json!({ "AttributeName": "email" }));
    scene.costs(ask, 2, 1).await.ok();
    scene.costs(verify("000000"), 3, 1).await.refusal();
    scene.costs(verify("135790"), 4, 1).await.ok();
    scene
        .costs(call("DeleteUserAttributes", json!({ "UserAttributeNames": ["name"] })), 1, 1)
        .await
        .ok();
    let attribute = json!([{ "Name": "name", "Value": "Ally" }]);
    scene
        .admin(
            "AdminUpdateUserAttributes",
            json!({ "Username": "alice", "UserAttributes": attribute }),
            2,
            1,
        )
        .await;
    scene
        .admin(
            "AdminDeleteUserAttributes",
            json!({ "Username": "alice", "UserAttributeNames": ["name"] }),
            2,
            1,
        )
        .await;
}

/// The name, the account and the counter of the address; then all of it once more, because a right
/// code is counted before it is acted on. The token's bearer, its password, and its counters once
/// more.
#[tokio::test]
async fn new_passwords_make_few_store_calls() {
    let scene = scene().await;
    let client = &scene.client;
    let confirm = |code: &str| {
        let body = json!({ "Username": "alice", "ConfirmationCode": code, "Password": "Another-Password-1" });
        client.call("ConfirmForgotPassword", body)
    };
    for name in ["alice", "nobody"] {
        scene.costs(client.call("ForgotPassword", json!({ "Username": name })), 2, 1).await.ok();
    }
    scene.costs(confirm("000000"), 3, 1).await.refusal();
    scene.costs(confirm("135790"), 6, 2).await.ok();
    let tokens = Tokens::of(&client.password("alice", "Another-Password-1").await.ok());
    let change = |previous: &str| {
        let body = json!({ "PreviousPassword": previous, "ProposedPassword": PASSWORD, "AccessToken": tokens.access });
        scene.server.call("ChangePassword", body)
    };
    scene.costs(change("wrong"), 2, 1).await.refusal();
    scene.costs(change("Another-Password-1"), 3, 1).await.ok();
    scene
        .costs(scene.server.call("DeleteUser", json!({ "AccessToken": tokens.access })), 2, 1)
        .await
        .ok();
}

#[tokio::test]
async fn administration_makes_few_store_calls() {
    let scene = scene().await;
    let alice = || json!({ "Username": "alice" });
    let crew = || json!({ "Username": "alice", "GroupName": "crew" });
    scene.admin("AdminGetUser", alice(), 2, 0).await;
    scene
        .admin("AdminCreateUser", json!({ "Username": "carol", "MessageAction": "SUPPRESS" }), 1, 1)
        .await;
    scene
        .admin(
            "AdminSetUserPassword",
            json!({ "Username": "alice", "Password": "Another-Password-1" }),
            2,
            1,
        )
        .await;
    scene.admin("AdminUserGlobalSignOut", alice(), 2, 1).await;
    scene.admin("AdminConfirmSignUp", json!({ "Username": "unconfirmed" }), 2, 1).await;
    scene.pool.set_password("alice", PASSWORD).await;
    scene.admin("AdminResetUserPassword", alice(), 2, 1).await;
    scene.admin("AdminDisableUser", alice(), 2, 1).await;
    scene.admin("AdminEnableUser", alice(), 2, 1).await;
    scene.admin("CreateGroup", json!({ "GroupName": "crew" }), 1, 1).await;
    scene.pool.user("alice").await;
    scene.admin("AdminAddUserToGroup", crew(), 3, 1).await;
    scene.admin("AdminListGroupsForUser", alice(), 3, 0).await;
    scene.admin("ListUsersInGroup", json!({ "GroupName": "crew" }), 3, 0).await;
    scene.admin("GetGroup", json!({ "GroupName": "crew" }), 1, 0).await;
    scene.admin("ListGroups", json!({}), 1, 0).await;
    scene.admin("AdminRemoveUserFromGroup", crew(), 3, 1).await;
    scene.admin("UpdateGroup", json!({ "GroupName": "crew" }), 1, 1).await;
    // The change has invalidated the cached configuration.
    scene.pool.user("alice").await;
    scene.admin("AdminDeleteUser", alice(), 3, 1).await;
    scene.admin("DeleteGroup", json!({ "GroupName": "crew" }), 1, 1).await;
}

/// Users are found in one call; by an indexed value in two: its rows, then the users. A first look
/// into one part may require another into all of them.
#[tokio::test]
async fn lists_make_few_store_calls() {
    let scene = scene().await;
    let list = |filter: &str| json!({ "Filter": filter });
    scene.admin("ListUsers", json!({}), 2, 0).await;
    scene.admin("ListUsers", json!({ "Limit": 1 }), 2, 0).await;
    scene.admin("ListUsers", list("sub ^= \"0\""), 2, 0).await;
    for filter in ["username = \"alice\"", "username = \"ALICE\"", "email = \"alice@example.com\""]
    {
        scene.admin("ListUsers", list(filter), 3, 0).await;
    }
    for filter in ["email = \"nobody@example.com\"", "username = \"nobody\"", "sub = \"nobody\""] {
        scene.admin("ListUsers", list(filter), 1, 0).await;
    }
    for filter in [
        "status = \"Enabled\"",
        "cognito:user_status = \"confirmed\"",
        "email ^= \"alice\"",
        "username ^= \"a\"",
    ] {
        scene.admin("ListUsers", list(filter), 3, 0).await;
    }
}
