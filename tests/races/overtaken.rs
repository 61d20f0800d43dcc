//! A request that another one overtakes between its reads and its commit: one order for each pair
//! that could go wrong.

use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestPool, TestServer};

use super::Held;

const WRONG: &str = "Incorrect username or password.";
const LOCKED: &str = "Password attempts exceeded";

/// A pool with the user alice and the group crew.
async fn scene() -> (Held, TestPool, TestClient) {
    let held = Held::with(TestServer::builder().parts(1).fixed_code("135790"));
    let settings = json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let pool = held.server.pool_with(settings).await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    (held, pool, client)
}

async fn call(pool: TestPool, operation: &'static str, body: Value) -> Answer {
    pool.call(operation, body).await
}

fn alice() -> Value {
    json!({ "Username": "alice" })
}

fn crew() -> Value {
    json!({ "Username": "alice", "GroupName": "crew" })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn adding_a_member_overtaken_by_deleting_the_group_is_refused() {
    let (held, pool, _) = scene().await;
    let delete =
        async { drop(pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await.ok()) };
    let answer = held.overtaken(call(pool.clone(), "AdminAddUserToGroup", crew()), delete).await;
    answer.refused("ResourceNotFoundException", "Group not found.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn deleting_a_group_overtaken_by_adding_a_member_removes_the_member() {
    let (held, pool, _) = scene().await;
    let add = async { drop(pool.call("AdminAddUserToGroup", crew()).await.ok()) };
    held.overtaken(call(pool.clone(), "DeleteGroup", json!({ "GroupName": "crew" })), add)
        .await
        .ok();
    pools::jobs::run_once(held.server.inner()).await.expect("the jobs run");
    held.server.deep_doctor().await;
    let rows = held
        .server
        .inner()
        .store
        .read(store::Prefix::<store::Membership>::in_part(&part(&pool)))
        .await
        .unwrap();
    assert!(rows.is_empty(), "the job has found the member");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn adding_a_member_overtaken_by_deleting_the_user_is_refused() {
    let (held, pool, _) = scene().await;
    let delete = async { drop(pool.call("AdminDeleteUser", alice()).await.ok()) };
    let answer = held.overtaken(call(pool.clone(), "AdminAddUserToGroup", crew()), delete).await;
    answer.refused("UserNotFoundException", "User does not exist.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn deleting_a_user_overtaken_by_adding_a_membership_removes_it() {
    let (held, pool, _) = scene().await;
    let add = async { drop(pool.call("AdminAddUserToGroup", crew()).await.ok()) };
    held.overtaken(call(pool.clone(), "AdminDeleteUser", alice()), add).await.ok();
    let rows = held
        .server
        .inner()
        .store
        .read(store::Prefix::<store::GroupMember>::in_part(&part(&pool)))
        .await
        .unwrap();
    assert!(rows.is_empty(), "the membership went with the user");
}

/// A request decided on a user who is then deleted and created again under the same name.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_password_overtaken_by_a_new_user_of_the_name_is_set_for_the_new_user() {
    let (held, pool, client) = scene().await;
    let meanwhile = async {
        pool.call("AdminDeleteUser", alice()).await.ok();
        pool.confirmed_user("alice").await;
    };
    let body = json!({ "Username": "alice", "Password": "Another-Password-1", "Permanent": true });
    // It is undefined which of the two was meant: the password goes to the user who has the name
    // at the commit.
    held.overtaken(call(pool.clone(), "AdminSetUserPassword", body), meanwhile).await.ok();
    client.password("alice", "Another-Password-1").await.ok();
}

/// An address that moves to another user between the reads and the commit: the password is made for
/// the user who gets it, since the username is part of the verifier.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_password_overtaken_by_a_move_of_the_name_signs_its_new_owner_in() {
    let mail = "shared@example.com";
    let body = json!({ "Username": mail, "Password": "Another-Password-1", "Permanent": true });
    let resend = json!({
        "Username": mail,
        "TemporaryPassword": "Another-Password-1",
        "MessageAction": "RESEND",
        "DesiredDeliveryMediums": ["EMAIL"],
    });
    for (operation, body) in [("AdminSetUserPassword", body), ("AdminCreateUser", resend)] {
        let (held, pool, client) = scene().await;
        let attributes = [("email", mail), ("email_verified", "true")];
        pool.invited_user("bob", &attributes).await;
        let meanwhile = async {
            pool.call("AdminDeleteUser", json!({ "Username": "bob" })).await.ok();
            pool.invited_user("carol", &attributes).await;
        };
        held.overtaken(call(pool.clone(), operation, body), meanwhile).await.ok();
        let answer = client.password("carol", "Another-Password-1").await.ok();
        assert_eq!(answer.get("ChallengeName").is_some(), operation == "AdminCreateUser");
        client.srp("carol", "Another-Password-1").await.ok();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_overtaken_by_deleting_the_user_are_refused() {
    for (operation, body) in [
        ("AdminSetUserPassword", json!({ "Username": "alice", "Password": "Another-Password-1" })),
        ("AdminDisableUser", alice()),
        ("AdminDeleteUser", alice()),
    ] {
        let (held, pool, _) = scene().await;
        let delete = async { drop(pool.call("AdminDeleteUser", alice()).await.ok()) };
        let answer = held.overtaken(call(pool.clone(), operation, body), delete).await;
        answer.refused("UserNotFoundException", "User does not exist.");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_revocation_overtaken_by_deleting_the_user_succeeds() {
    let (held, pool, client) = scene().await;
    let tokens = client.tokens("alice").await;
    let delete = async { drop(pool.call("AdminDeleteUser", alice()).await.ok()) };
    let (revoking, token) = (client.clone(), tokens.refresh.clone());
    held.overtaken(async move { revoking.revoke(&token).await }, delete).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_up_overtaken_by_another_of_the_same_name_is_refused() {
    let (held, _, client) = scene().await;
    let first = async { drop(client.sign_up("bob", &[]).await.ok()) };
    let signing_up = client.clone();
    let answer = held.overtaken(async move { signing_up.sign_up("bob", &[]).await }, first).await;
    answer.refused("UsernameExistsException", "User already exists");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn creations_overtaken_by_deleting_the_pool_are_refused() {
    for (operation, body) in [
        ("AdminCreateUser", json!({ "Username": "bob" })),
        ("CreateGroup", json!({ "GroupName": "other" })),
        ("CreateUserPoolClient", json!({ "ClientName": "other" })),
    ] {
        let (held, pool, _) = scene().await;
        let delete = async { drop(pool.call("DeleteUserPool", json!({})).await.ok()) };
        let answer = held.overtaken(call(pool.clone(), operation, body), delete).await;
        answer.refused(
            "ResourceNotFoundException",
            &format!("User pool {} does not exist.", pool.id),
        );
    }
    let (held, pool, client) = scene().await;
    let delete = async { drop(pool.call("DeleteUserPool", json!({})).await.ok()) };
    let text = format!("User pool client {} does not exist.", client.id);
    let answer = held.overtaken(async move { client.sign_up("bob", &[]).await }, delete).await;
    answer.refused("ResourceNotFoundException", &text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_confirmation_overtaken_by_another_of_the_same_address_is_refused() {
    let (held, _, client) = scene().await;
    for name in ["first", "second"] {
        client.sign_up(name, &[("email", "shared@example.com")]).await.ok();
    }
    let first = async { drop(client.confirm("first", "135790").await.ok()) };
    let confirming = client.clone();
    let answer =
        held.overtaken(async move { confirming.confirm("second", "135790").await }, first).await;
    answer.refused("AliasExistsException", "An account with the given email already exists.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_new_password_overtaken_by_an_administrator_is_refused() {
    let (held, pool, client) = scene().await;
    pool.invited_user("bob", &[]).await;
    let session =
        client.password("bob", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
    let choosing = client.clone();
    let choose = async move {
        let responses = json!({ "USERNAME": "bob", "NEW_PASSWORD": "Chosen-Password-1" });
        choosing.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses).await
    };
    let meanwhile = pool.set_password("bob", "Administrator-1");
    held.overtaken(choose, meanwhile)
        .await
        .refused("NotAuthorizedException", "Invalid session for the user.");
    client.password("bob", "Administrator-1").await.ok();
}

/// A wrong verdict is reported only after it has been counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_wrong_password_overtaken_by_others_is_counted_after_them() {
    for (others, expected) in [(3, WRONG), (4, WRONG), (5, LOCKED), (6, LOCKED)] {
        let (held, _, client) = scene().await;
        let guessing = client.clone();
        let meanwhile = async {
            for _ in 0..others {
                client.password("alice", "wrong").await.refusal();
            }
        };
        let answer = held
            .overtaken(async move { guessing.password("alice", "wrong, too").await }, meanwhile)
            .await;
        answer.refused("NotAuthorizedException", expected);
        let locked = client.password("alice", "wrong").await;
        assert_eq!(locked.text(), if others < 4 { WRONG } else { LOCKED }, "{others}");
    }
}

/// Nor can a right password, which would clear the count of an old lock, slip past a new lock that
/// came while it was being checked.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_right_password_overtaken_by_a_lock_is_refused() {
    let (held, _, client) = scene().await;
    for _ in 0..5 {
        client.password("alice", "wrong").await.refused("NotAuthorizedException", WRONG);
    }
    held.server.advance_seconds(1);
    let signing_in = client.clone();
    let meanwhile = async {
        client.password("alice", "wrong").await.refused("NotAuthorizedException", WRONG);
    };
    let answer = held
        .overtaken(async move { signing_in.password("alice", PASSWORD).await }, meanwhile)
        .await;
    answer.refused("NotAuthorizedException", LOCKED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_of_a_client_overtaken_by_its_deletion_are_refused() {
    for (operation, more) in [
        ("UpdateUserPoolClient", json!({})),
        ("AddUserPoolClientSecret", json!({})),
        ("DeleteUserPoolClient", json!({})),
    ] {
        let (held, pool, _) = scene().await;
        let client = pool.client_with(json!({ "GenerateSecret": true })).await;
        let of_client = || json!({ "ClientId": client.id });
        let delete = async { drop(pool.call("DeleteUserPoolClient", of_client()).await.ok()) };
        let answer = held
            .overtaken(call(pool.clone(), operation, testkit::merged(of_client(), more)), delete)
            .await;
        answer.refused(
            "ResourceNotFoundException",
            &format!("User pool client {} does not exist.", client.id),
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn deleting_a_client_overtaken_by_its_changes_succeeds() {
    let (held, pool, _) = scene().await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let of_client = || json!({ "ClientId": client.id });
    let change = async {
        pool.call("UpdateUserPoolClient", of_client()).await.ok();
        pool.call("AddUserPoolClientSecret", of_client()).await.ok();
    };
    held.overtaken(call(pool.clone(), "DeleteUserPoolClient", of_client()), change).await.ok();
    pool.call("DescribeUserPoolClient", of_client()).await.refusal();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_of_a_client_overtaken_by_deleting_the_pool_are_refused() {
    for operation in ["UpdateUserPoolClient", "AddUserPoolClientSecret"] {
        let (held, pool, _) = scene().await;
        let client = pool.client_with(json!({ "GenerateSecret": true })).await;
        let delete = async { drop(pool.call("DeleteUserPool", json!({})).await.ok()) };
        let answer = held
            .overtaken(call(pool.clone(), operation, json!({ "ClientId": client.id })), delete)
            .await;
        answer.refused(
            "ResourceNotFoundException",
            &format!("User pool {} does not exist.", pool.id),
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_group_update_overtaken_by_a_deletion_is_refused_unless_the_name_exists_again() {
    let crew = || json!({ "GroupName": "crew" });
    let update = || json!({ "GroupName": "crew", "Precedence": 1 });
    let (held, pool, _) = scene().await;
    let delete = async { drop(pool.call("DeleteGroup", crew()).await.ok()) };
    let answer = held.overtaken(call(pool.clone(), "UpdateGroup", update()), delete).await;
    answer.refused("ResourceNotFoundException", "Group not found.");
    let (held, pool, _) = scene().await;
    let meanwhile = async {
        pool.call("DeleteGroup", crew()).await.ok();
        pool.call("CreateGroup", json!({ "GroupName": "crew", "Description": "Another" }))
            .await
            .ok();
    };
    let changed = held.overtaken(call(pool.clone(), "UpdateGroup", update()), meanwhile).await.ok();
    // The group that has the name at the commit, with its own settings.
    assert_eq!(
        (&changed["Group"]["Description"], &changed["Group"]["Precedence"]),
        (&json!("Another"), &json!(1))
    );
}

/// One user is added to two groups at once, with room for only one.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundredth_group_overtaken_by_another_is_refused() {
    let (held, pool, _) = scene().await;
    for number in 0..100 {
        let group = format!("group-{number}");
        pool.call("CreateGroup", json!({ "GroupName": group })).await.ok();
        if number > 0 {
            pool.call("AdminAddUserToGroup", json!({ "Username": "alice", "GroupName": group }))
                .await
                .ok();
        }
    }
    let first = async {
        pool.call("AdminAddUserToGroup", json!({ "Username": "alice", "GroupName": "group-0" }))
            .await
            .ok();
    };
    let answer = held.overtaken(call(pool.clone(), "AdminAddUserToGroup", crew()), first).await;
    answer.refused("InvalidParameterException", "A user can be in at most 100 groups.");
}

fn part(pool: &TestPool) -> String {
    store::placement::parts(&pool.id, 1).next().expect("a part")
}

/// The bearer's own deletion, overtaken by writes to rows below and beside the user.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn deleting_oneself_overtaken_by_other_writes_leaves_nothing() {
    for (operation, body, expected) in [
        ("AdminAddUserToGroup", crew(), None),
        (
            "AdminSetUserPassword",
            json!({ "Username": "alice", "Password": "Another-Password-1", "Permanent": true }),
            None,
        ),
        (
            "AdminDisableUser",
            alice(),
            Some(("NotAuthorizedException", "Access Token has been revoked")),
        ),
        ("AdminDeleteUser", alice(), Some(("UserNotFoundException", "User does not exist."))),
    ] {
        let (held, pool, client) = scene().await;
        let (server, access) = (held.server.clone(), client.tokens("alice").await.access);
        let meanwhile = async { drop(pool.call(operation, body).await.ok()) };
        let leave =
            async move { server.call("DeleteUser", json!({ "AccessToken": access })).await };
        let answer = held.overtaken(leave, meanwhile).await;
        match expected {
            Some(expected) => answer.refused(expected.0, expected.1),
            None => drop(answer.ok()),
        }
        let members = held
            .server
            .inner()
            .store
            .read(store::Prefix::<store::GroupMember>::in_part(&part(&pool)))
            .await
            .unwrap();
        assert!(members.is_empty(), "{operation}");
    }
}

/// A code sent in the meantime goes with the user, and no code is sent to a deleted user.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_request_overtaken_by_deleting_the_user_sends_nothing() {
    for public in [false, true] {
        let (held, pool, client) = scene().await;
        pool.confirmed_user_with(
            "bob",
            &[("email", "bob@example.com"), ("email_verified", "true")],
        )
        .await;
        let bob = || json!({ "Username": "bob" });
        let delete = async { drop(pool.call("AdminDeleteUser", bob()).await.ok()) };
        if public {
            let answer = held
                .overtaken(async move { client.call("ForgotPassword", bob()).await }, delete)
                .await;
            answer.ok();
        } else {
            let answer =
                held.overtaken(call(pool.clone(), "AdminResetUserPassword", bob()), delete).await;
            answer.refused("UserNotFoundException", "User does not exist.");
        }
        assert!(held.server.messages().await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_confirmation_overtaken_by_another_confirmation_is_refused() {
    let (held, pool, client) = scene().await;
    client.sign_up("bob", &[("email", "bob@example.com")]).await.ok();
    let bob = || json!({ "Username": "bob" });
    let expected =
        ("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED");
    let confirming = client.clone();
    let administrators = async { drop(pool.call("AdminConfirmSignUp", bob()).await.ok()) };
    let answer = held
        .overtaken(async move { confirming.confirm("bob", "135790").await }, administrators)
        .await;
    answer.refused(expected.0, expected.1);
    client.sign_up("carol", &[("email", "carol@example.com")]).await.ok();
    let own = async { drop(client.confirm("carol", "135790").await.ok()) };
    let answer = held
        .overtaken(call(pool.clone(), "AdminConfirmSignUp", json!({ "Username": "carol" })), own)
        .await;
    answer.refused(expected.0, expected.1);
}
