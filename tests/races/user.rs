use serde_json::json;
use testkit::{Answer, PASSWORD, TestPool, TestServer, race};

use super::{TASKS, TOO_MANY, require_refusals};

async fn delete(pool: &TestPool) -> Answer {
    loop {
        let answer = pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await;
        if (answer.kind(), answer.text()) != TOO_MANY {
            return answer;
        }
    }
}

const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deleted_user_is_in_no_group() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    for number in 0..TASKS {
        pool.call("CreateGroup", json!({ "GroupName": format!("group-{number}") })).await.ok();
    }
    let answers = race(TASKS + 1, |number| {
        let pool = pool.clone();
        async move {
            if number == TASKS / 2 {
                return delete(&pool).await;
            }
            let number = number - usize::from(number > TASKS / 2);
            let body = json!({ "GroupName": format!("group-{number}"), "Username": "alice" });
            pool.call("AdminAddUserToGroup", body).await
        }
    })
    .await;
    require_refusals(&answers, &[GONE]);
    assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
    pool.call("AdminGetUser", json!({ "Username": "alice" })).await.refused(GONE.0, GONE.1);
    server.deep_doctor().await;
    // The name is free again, and its new user is in no group.
    pool.confirmed_user("alice").await;
    let tokens = pool.client().await.tokens("alice").await;
    assert!(testkit::Jwt::decode(&tokens.access).claims.get("cognito:groups").is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writes_during_a_deletion_leave_nothing_behind() {
    let server = TestServer::start();
    let pool = server
        .pool_with(json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    let sub = client.sign_up("alice", &[("email", "alice@example.com")]).await.ok()["UserSub"]
        .as_str()
        .unwrap()
        .to_owned();
    let code = server.code_for("alice@example.com").await;
    pool.set_password("alice", PASSWORD).await;
    let tokens = client.tokens("alice").await;
    let answers = race(TASKS + 1, |number| {
        let (pool, client, tokens, code, sub) =
            (pool.clone(), client.clone(), tokens.clone(), code.clone(), sub.clone());
        async move {
            if number == TASKS / 2 {
                return delete(&pool).await;
            }
            let name = json!({ "Username": "alice" });
            match number % 7 {
                0 => {
                    pool.call(
                        "AdminSetUserPassword",
                        json!({ "Username": sub, "Password": "Other-Password-1" }),
                    )
                    .await
                }
                1 => pool.call("AdminDisableUser", name).await,
                2 => pool.call("AdminEnableUser", name).await,
                3 => client.revoke(&tokens.refresh).await,
                4 => client.confirm("alice", &code).await,
                5 => client.call("ResendConfirmationCode", name).await,
                _ => {
                    pool.server.call("GlobalSignOut", json!({ "AccessToken": tokens.access })).await
                }
            }
        }
    })
    .await;
    assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
    assert!(answers.iter().all(|answer| answer.kind() != "InternalErrorException"), "{answers:#?}");
    pool.call("AdminGetUser", json!({ "Username": sub })).await.refused(GONE.0, GONE.1);
    server.deep_doctor().await;
}

/// Like an administrator's deletion: a user's own deletion leaves nothing of what was written
/// meanwhile.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writes_during_a_users_own_deletion_leave_nothing_behind() {
    let server = TestServer::builder().parts(1).fixed_code("135790").start();
    let pool = server
        .pool_with(json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    let email = [("email", "alice@example.com"), ("email_verified", "true")];
    let sub = pool.confirmed_user_with("alice", &email).await;
    for number in 0..TASKS {
        pool.call("CreateGroup", json!({ "GroupName": format!("group-{number}") })).await.ok();
    }
    let tokens = client.tokens("alice").await;
    let answers = race(TASKS, |number| {
        let (pool, client, access, sub) = (pool.clone(), client.clone(), tokens.access.clone(), sub.clone());
        async move {
            let name = json!({ "Username": "alice" });
            match number % 8 {
                _ if number == TASKS / 2 => pool.server.call("DeleteUser", json!({ "AccessToken": access })).await,
                0 => pool.call("AdminDisableUser", json!({ "Username": sub })).await,
                1 => client.call("ForgotPassword", name).await,
                2 => pool.call("AdminResetUserPassword", name).await,
                3 => {
                    let body = json!({ "Username": "alice", "ConfirmationCode": "135790", "Password": "Other-Password-1" });
                    client.call("ConfirmForgotPassword", body).await
                }
                4 => pool.call("AdminEnableUser", name).await,
                _ => {
                    let body = json!({ "GroupName": format!("group-{number}"), "Username": "alice" });
                    pool.call("AdminAddUserToGroup", body).await
                }
            }
        }
    })
    .await;
    assert!(answers.iter().all(|answer| answer.kind() != "InternalErrorException"), "{answers:#?}");
    server.deep_doctor().await;
    // Another request may have ended the token first.
    drop(delete(&pool).await);
    pool.call("AdminGetUser", json!({ "Username": sub })).await.refused(GONE.0, GONE.1);
    server.deep_doctor().await;
    let part = store::placement::parts(&pool.id, 1).next().unwrap();
    let read = (
        store::Prefix::<store::Code>::in_part(&part),
        store::Prefix::<store::Credential>::in_part(&part),
        store::Prefix::<store::GroupMember>::in_part(&part),
    );
    let (codes, credentials, members) = server.inner().store.read(read).await.unwrap();
    assert_eq!((codes.len(), credentials.len(), members.len()), (0, 0, 0));
}
