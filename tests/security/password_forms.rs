//! After the operator changes how passwords are stored: users are converted when their password is
//! next seen, and neither time nor answers show who still has the other form.

use domain::credential::AtRest;
use pools::doctor::PasswordForms;
use serde_json::json;
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer, race};

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");
const CHANGES: [(AtRest, AtRest); 2] =
    [(AtRest::Srp, AtRest::Argon2id), (AtRest::Argon2id, AtRest::Srp)];

/// A server with the setting `after`, and a client of its pool; the users were created before.
async fn changed((before, after): (AtRest, AtRest), users: &[&str]) -> (TestServer, TestClient) {
    let first = TestServer::builder().at_rest(before).start();
    let flows = [
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
    ];
    let pool = first.pool().await;
    let client = pool.client_with(json!({ "ExplicitAuthFlows": flows })).await;
    for name in users {
        client.pool.confirmed_user(name).await;
    }
    let server = first.restarted_as(|choices| choices.at_rest(after).may_be_mixed(true)).await;
    let client = client.at(&server);
    (server, client)
}

/// Users and earlier passwords of each form: of the form before the change, and after it.
async fn counts(server: &TestServer, (before, after): (AtRest, AtRest)) -> [(u64, u64); 2] {
    let forms: PasswordForms = server.password_forms().await;
    assert_eq!(forms.unreadable, 0);
    [forms.of(before), forms.of(after)]
}

#[tokio::test]
async fn a_right_password_converts_its_user() {
    for change in CHANGES {
        let users = ["alice", "bob", "carol"];
        let (server, client) = changed(change, &users).await;
        assert_eq!(counts(&server, change).await, [(3, 0), (0, 0)]);
        client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
        assert_eq!(counts(&server, change).await, [(3, 0), (0, 0)]);
        client.password("alice", PASSWORD).await.ok();
        assert_eq!(counts(&server, change).await, [(2, 0), (1, 0)]);
        client.admin_password("bob", PASSWORD).await.ok();
        assert_eq!(counts(&server, change).await, [(1, 0), (2, 0)]);
        for name in ["alice", "bob"] {
            let (answer, work) = server.work_of(client.password(name, PASSWORD)).await;
            answer.ok();
            assert_eq!(work.store.commits, 0, "converted once");
            client.password(name, "wrong").await.refused(WRONG.0, WRONG.1);
        }
        // SRP shows no password, so it converts nobody.
        let srp = client.srp("alice", PASSWORD).await;
        assert_eq!(srp.is_ok(), change.1 == AtRest::Srp, "{srp:?}");
        client.srp("carol", PASSWORD).await.refusal();
        assert_eq!(counts(&server, change).await, [(1, 0), (2, 0)]);
        server.deep_doctor().await;
    }
}

/// That the user may not sign in does not make the password less right.
#[tokio::test]
async fn a_disabled_user_is_converted_too() {
    for change in CHANGES {
        let (server, client) = changed(change, &["alice"]).await;
        client.pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
        let disabled = ("NotAuthorizedException", "User is disabled.");
        client.password("alice", PASSWORD).await.refused(disabled.0, disabled.1);
        assert_eq!(counts(&server, change).await, [(0, 0), (1, 0)]);
    }
}

/// The challenge session is bound to the credential as converted; the time of issue stays.
#[tokio::test]
async fn a_temporary_password_is_converted_and_replaced() {
    for change in CHANGES {
        let (server, client) = changed(change, &[]).await;
        let first = server.sibling_as(|choices| choices.at_rest(change.0));
        for name in ["alice", "bob"] {
            client.pool.at(&first).invited_user(name, &[]).await;
        }
        let begun = client.password("alice", PASSWORD).await.ok();
        assert_eq!(counts(&server, change).await, [(1, 0), (1, 0)]);
        let responses = json!({ "USERNAME": "alice", "NEW_PASSWORD": "Another-Passw0rd" });
        let session = begun["Session"].as_str();
        client.respond("NEW_PASSWORD_REQUIRED", session, responses).await.ok();
        client.password("alice", "Another-Passw0rd").await.ok();
        client.password("bob", PASSWORD).await.ok();
        assert_eq!(counts(&server, change).await, [(0, 0), (2, 0)]);
        server.advance_seconds(8 * 86_400);
        let expired = "Temporary password has expired and must be reset by an administrator.";
        client.password("bob", PASSWORD).await.refused(WRONG.0, expired);
    }
}

/// The history gets the previous password in the form of new ones.
#[tokio::test]
async fn changing_the_password_converts_the_previous_one() {
    for change in CHANGES {
        let history = json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 3 } } });
        let (server, client) = changed(change, &["alice"]).await;
        client.pool.call("UpdateUserPool", history).await.ok();
        let old = server.sibling_as(|choices| choices.at_rest(change.0));
        let token = client.at(&old).tokens("alice").await.access;
        let change_to = |previous: &str, proposed: &str| {
            let body = json!({
                "AccessToken": token,
                "PreviousPassword": previous,
                "ProposedPassword": proposed,
            });
            let server = server.clone();
            async move { server.call("ChangePassword", body).await }
        };
        change_to("wrong", "Another-Passw0rd").await.refused(WRONG.0, WRONG.1);
        let (answer, work) = server.work_of(change_to(PASSWORD, "Another-Passw0rd")).await;
        answer.ok();
        assert_eq!(work.store.commits, 1);
        assert_eq!(counts(&server, change).await, [(0, 0), (1, 1)]);
        let used = "Password has previously been used.";
        change_to("Another-Passw0rd", PASSWORD)
            .await
            .refused("PasswordHistoryPolicyViolationException", used);
        client.password("alice", "Another-Passw0rd").await.ok();
        server.deep_doctor().await;
    }
}

/// A wrong password, a right one and an unknown user, whichever form is stored: one modular power
/// and one argon2 computation each.
#[tokio::test]
async fn the_form_does_not_change_the_work() {
    for change in CHANGES {
        let (server, client) = changed(change, &["older", "oldest"]).await;
        client.pool.confirmed_user("newer").await;
        client.password("oldest", "wrong").await.refusal();
        let mut wrong = Vec::new();
        for name in ["older", "newer", "nobody"] {
            let (answer, work) = server.work_of(client.password(name, "wrong")).await;
            answer.refused(WRONG.0, WRONG.1);
            wrong.push(work);
        }
        assert!(wrong.iter().all(|work| *work == wrong[0]), "{change:?}: {wrong:#?}");
        assert_eq!((wrong[0].powers, wrong[0].argon2), (1, 1));
        for name in ["older", "newer", "older"] {
            let (answer, work) = server.work_of(client.password(name, PASSWORD)).await;
            answer.ok();
            assert_eq!((work.powers, work.argon2), (1, 1), "{change:?}: {name}");
        }
    }
}

/// Without the setting that says so, a server that stores verifiers notices the first argon2id hash
/// of a pool by itself.
#[tokio::test]
async fn an_unannounced_hash_is_noticed() {
    let (mixed, client) = changed((AtRest::Argon2id, AtRest::Srp), &["older", "oldest"]).await;
    let server = mixed.restarted_as(|choices| choices.may_be_mixed(false)).await;
    let client = client.at(&server);
    client.pool.confirmed_user("newer").await;
    let work_on = async |client: &TestClient, name: &str| {
        let (_, work) = server.work_of(client.password(name, "wrong")).await;
        (work.powers, work.argon2)
    };
    assert_eq!(work_on(&client, "newer").await, (1, 0));
    assert_eq!(work_on(&client, "nobody").await, (1, 0));
    for name in ["oldest", "older", "newer", "nobody"] {
        assert_eq!(work_on(&client, name).await, (1, 1), "{name}");
    }
    let elsewhere = server.pool().await.client().await;
    assert_eq!(work_on(&elsewhere, "nobody").await, (1, 0));
}

/// A user without a verifier looks like an unknown one in both halves of an SRP exchange.
#[tokio::test]
async fn a_user_without_a_verifier_costs_srp_the_same() {
    let change = (AtRest::Argon2id, AtRest::Srp);
    let (server, client) = changed(change, &["older", "oldest"]).await;
    let work_on = async |name: &str| {
        let srp = SrpClient::new([8; 32]);
        let (begun, first) = server.work_of(client.srp_begin(&srp, name)).await;
        let responses = client.srp_responses(&srp, &begun.ok(), PASSWORD);
        let (ended, second) =
            server.work_of(client.respond("PASSWORD_VERIFIER", None, responses)).await;
        ended.refused(WRONG.0, WRONG.1);
        (first, second)
    };
    work_on("oldest").await;
    assert_eq!(work_on("older").await, work_on("nobody").await);
}

/// An exchange begun before the change is not completed after it.
#[tokio::test]
async fn argon2id_refuses_the_second_half_of_srp() {
    let first = TestServer::start();
    let client = first.pool().await.client().await;
    client.pool.confirmed_user("alice").await;
    let server = first.sibling_as(|choices| choices.at_rest(AtRest::Argon2id));
    let text = "USER_SRP_AUTH is not available: this server stores passwords as argon2id hashes.";
    for name in ["alice", "nobody"] {
        let srp = SrpClient::new([8; 32]);
        let begun = client.srp_begin(&srp, name).await.ok();
        let responses = client.srp_responses(&srp, &begun, PASSWORD);
        let answer = client.at(&server).respond("PASSWORD_VERIFIER", None, responses).await;
        answer.refused("InvalidParameterException", text);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_sign_ins_all_succeed() {
    for change in CHANGES {
        let (server, client) = changed(change, &["alice"]).await;
        let answers: Vec<Answer> = race(12, |number| {
            let client = client.clone();
            async move {
                if number % 2 == 0 {
                    client.password("alice", PASSWORD).await
                } else {
                    client.admin_password("alice", PASSWORD).await
                }
            }
        })
        .await;
        for answer in answers {
            answer.ok();
        }
        assert_eq!(counts(&server, change).await, [(0, 0), (1, 0)]);
        server.deep_doctor().await;
    }
}
