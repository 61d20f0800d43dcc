//! Work that was outstanding when a fixture was made can be completed.

use serde_json::json;
use store::{Job, Pool};
use testkit::{PASSWORD, SrpClient, Tokens};

use super::fixture::{Fixture, on_each, text};

const NEW: &str = "Another-Horse-2";

/// Requires that the recorded code is the one in the queued message.
async fn require_sent(fixture: &Fixture, destination: &str, user: &str) {
    assert_eq!(fixture.server.code_for(destination).await, fixture.code(user), "{user}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn outstanding_codes_are_accepted() {
    on_each(async |fixture| {
        let client = fixture.client("public");
        require_sent(fixture, "carol@example.com", "carol").await;
        client.confirm("carol", &fixture.code("carol")).await.ok();
        client.tokens("carol").await;

        // `erin` was reset by an administrator, `peggy` asked for the code.
        for name in ["erin", "peggy"] {
            require_sent(fixture, &format!("{name}@example.com"), name).await;
            let code = fixture.code(name);
            let body = json!({ "Username": name, "ConfirmationCode": code, "Password": NEW });
            client.call("ConfirmForgotPassword", body).await.ok();
            Tokens::of(&client.srp(name, NEW).await.ok());
        }

        require_sent(fixture, "new@example.com", "olivia").await;
        let body = json!({
            "AccessToken": fixture.recorded["tokens"]["olivia"]["access"],
            "AttributeName": "email",
            "Code": fixture.code("olivia"),
        });
        fixture.server.call("VerifyUserAttribute", body).await.ok();
        let olivia = fixture.pool("staff").user("olivia").await.to_string();
        assert!(olivia.contains("new@example.com"), "{olivia}");
        fixture.server.deep_doctor().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_queued_invitation_can_be_read() {
    on_each(async |fixture| {
        let messages = fixture.server.messages().await;
        let sent = messages.iter().find(|sent| sent.message.destination == "dave@example.com");
        let body = &sent.expect("an invitation").message.body;
        assert!(body.contains("dave") && body.contains(PASSWORD), "{body}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn challenges_are_answered_once() {
    on_each(async |fixture| {
        let (client, challenges) = (fixture.client("public"), &fixture.recorded["challenges"]);
        let session = text(&challenges["new password"]["Session"]);
        let responses = json!({ "USERNAME": "dave", "NEW_PASSWORD": NEW });
        let respond = || client.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses.clone());
        Tokens::of(&respond().await.ok());
        let refusal = respond().await.refusal();
        assert_eq!(refusal.kind, "NotAuthorizedException", "{refusal}");

        let spent = text(&challenges["spent"]["Session"]);
        let responses = json!({ "USERNAME": "niaj", "NEW_PASSWORD": NEW });
        let answer = client.respond("NEW_PASSWORD_REQUIRED", Some(&spent), responses).await;
        assert_eq!(answer.refusal(), refusal);

        let srp = SrpClient::new([7; 32]);
        let responses = client.srp_responses(&srp, &challenges["srp"], PASSWORD);
        Tokens::of(&client.respond("PASSWORD_VERIFIER", None, responses.clone()).await.ok());
        let incorrect = "Incorrect username or password.";
        let answer = client.respond("PASSWORD_VERIFIER", None, responses).await;
        answer.refused("NotAuthorizedException", incorrect);
        fixture.server.deep_doctor().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_deletion_of_a_pool_is_completed() {
    on_each(async |fixture| {
        let (server, gone) = (&fixture.server, fixture.pool("gone"));
        let store = &server.inner().store;
        let missing = format!("User pool {} does not exist.", gone.id);
        let absent = ("ResourceNotFoundException", missing.as_str());
        assert_eq!(store.read(Job::of("delete-pool")).await.unwrap().len(), 1);
        gone.call("DescribeUserPool", json!({})).await.refused(absent.0, absent.1);
        server.advance_seconds(15);
        pools::jobs::run_once(server.inner()).await.unwrap();
        assert!(store.read(Job::of("delete-pool")).await.unwrap().is_empty());
        assert!(store.read(Pool::get(&gone.id)).await.unwrap().is_none());
        gone.call("DescribeUserPool", json!({})).await.refused(absent.0, absent.1);
        server.deep_doctor().await;
    })
    .await;
}
