use serde_json::json;
use testkit::{PASSWORD, TestServer, Tokens, race};

use super::{TASKS, require_one_winner};

const EMAIL: &str = "shared@example.com";
const CODE: &str = "135790";

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_confirmation_gets_the_alias() {
    let server = TestServer::builder().fixed_code(CODE).start();
    let pool = server
        .pool_with(json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    for number in 0..TASKS {
        client.sign_up(&format!("user-{number}"), &[("email", EMAIL)]).await.ok();
    }
    let answers = race(TASKS, |number| {
        let client = client.clone();
        async move { client.confirm(&format!("user-{number}"), CODE).await }
    })
    .await;
    let taken = ("AliasExistsException", "An account with the given email already exists.");
    let winner = require_one_winner(&answers, &[taken]);
    for number in 0..TASKS {
        let user = pool.user(&format!("user-{number}")).await;
        let expected = if number == winner { "CONFIRMED" } else { "UNCONFIRMED" };
        assert_eq!(user["UserStatus"], expected, "{number}");
    }
    let tokens = Tokens::of(&client.password(EMAIL, PASSWORD).await.ok());
    assert_eq!(server.get_user(&tokens.access).await.ok()["Username"], format!("user-{winner}"));
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_forced_alias_has_one_holder() {
    let server = TestServer::builder().fixed_code(CODE).start();
    let pool = server
        .pool_with(json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    for number in 0..TASKS {
        client.sign_up(&format!("user-{number}"), &[("email", EMAIL)]).await.ok();
    }
    let answers = race(TASKS, |number| {
        let client = client.clone();
        let body = json!({ "Username": format!("user-{number}"), "ConfirmationCode": CODE, "ForceAliasCreation": true });
        async move { client.call("ConfirmSignUp", body).await }
    })
    .await;
    super::require_refusals(&answers, &[]);
    let mut holders = 0;
    for (number, answer) in answers.iter().enumerate() {
        let user = pool.user(&format!("user-{number}")).await;
        assert_eq!(user["UserStatus"], if answer.is_ok() { "CONFIRMED" } else { "UNCONFIRMED" });
        let verified = json!({ "Name": "email_verified", "Value": "true" });
        holders += usize::from(user["UserAttributes"].as_array().unwrap().contains(&verified));
    }
    assert_eq!(holders, 1, "one user's address is verified");
    client.password(EMAIL, PASSWORD).await.ok();
    server.deep_doctor().await;
}
