//! A name must not pass for another user's, neither by look-alike letters nor as a preferred
//! username.

use serde_json::json;
use testkit::{PASSWORD, TestServer};

const NEW: &str = "Chosen-Password-1";

/// The same text in full-width letters, which names treat as equal.
fn full_width(text: &str) -> String {
    text.chars().map(|letter| char::from_u32(u32::from(letter) + 0xfee0).unwrap()).collect()
}

#[tokio::test]
async fn a_name_that_spells_a_sub_is_taken() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({})).await;
    let client = pool.client().await;
    pool.confirmed_user_with("victim", &[]).await;
    let sub = pool.user("victim").await["UserAttributes"][0]["Value"].as_str().unwrap().to_owned();
    for name in [sub.clone(), sub.to_uppercase(), full_width(&sub)] {
        let sign_up =
            client.call("SignUp", json!({ "Username": name, "Password": PASSWORD })).await;
        sign_up.refused("UsernameExistsException", "User already exists");
        let created = pool.call("AdminCreateUser", json!({ "Username": name })).await;
        created.refused("UsernameExistsException", "User account already exists");
    }
    assert_eq!(pool.user(&full_width(&sub)).await["Username"], "victim");
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_preferred_username_cannot_be_an_address_or_a_sub() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "AliasAttributes": ["email", "preferred_username"] })).await;
    let client = pool.client().await;
    let address = [("email", "victim@example.com"), ("email_verified", "true")];
    pool.confirmed_user_with("victim", &address).await;
    let sub = pool.user("victim").await["UserAttributes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["Name"] == "sub")
        .cloned();
    let sub = sub.unwrap()["Value"].as_str().unwrap().to_owned();
    pool.invited_user("mallory", &[]).await;
    let challenge = client.password("mallory", PASSWORD).await.ok();
    let answer = |preferred: &str| {
        let responses = json!({ "USERNAME": "mallory", "NEW_PASSWORD": NEW, "userAttributes.preferred_username": preferred });
        client.respond("NEW_PASSWORD_REQUIRED", challenge["Session"].as_str(), responses)
    };
    let is_address =
        "Username cannot be of email format, since user pool is configured for email alias.";
    answer("victim@example.com").await.refused("InvalidParameterException", is_address);
    let taken = "An account with the given preferred_username already exists.";
    for name in [sub.clone(), full_width(&sub), "victim".to_owned()] {
        answer(&name).await.refused("AliasExistsException", taken);
    }
    client.password("victim@example.com", PASSWORD).await.ok();
    answer("mal").await.ok();
    client
        .call("SignUp", json!({ "Username": "mal", "Password": PASSWORD }))
        .await
        .refused("UsernameExistsException", "User already exists");
    server.deep_doctor().await;
}

#[tokio::test]
async fn an_unknown_name_keeps_its_simulated_user() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let client = pool.client().await;
    let begin = async |name: &str| {
        let parameters = json!({ "USERNAME": name, "SRP_A": "2" });
        let answer = client
            .call(
                "InitiateAuth",
                json!({ "AuthFlow": "USER_SRP_AUTH", "AuthParameters": parameters }),
            )
            .await
            .ok();
        let parameters = answer["ChallengeParameters"].clone();
        (parameters["USERNAME"].as_str().unwrap().to_owned(), parameters["SALT"].clone())
    };
    let (simulated, salt) = begin("ghost@example.com").await;
    assert_eq!(begin(&simulated).await, (simulated.clone(), salt));
    for _ in 0..5 {
        client
            .password("ghost@example.com", "wrong")
            .await
            .refused("NotAuthorizedException", "Incorrect username or password.");
    }
    client
        .password(&simulated, "wrong")
        .await
        .refused("NotAuthorizedException", "Password attempts exceeded");
}

#[tokio::test]
async fn others_cannot_keep_an_address_from_being_confirmed() {
    const WRONG: &str = "000000";
    let server = TestServer::builder().fixed_code("123456").start();
    let pool = server
        .pool_with(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    let address = [("email", "victim@example.com")];
    client.sign_up("victim", &address).await.ok();
    for name in ["victim@example.com", "Victim@example.com"] {
        for _ in 0..15 {
            client.confirm(name, WRONG).await.refusal();
        }
    }
    for mallory in ["mallory1", "mallory2"] {
        client.sign_up(mallory, &address).await.ok();
        for _ in 0..15 {
            let mismatch =
                ("CodeMismatchException", "Invalid verification code provided, please try again.");
            client.confirm(mallory, WRONG).await.refused(mismatch.0, mismatch.1);
        }
    }
    client.sign_up("mallory3", &address).await.ok();
    let limit = ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
    client.confirm("mallory3", WRONG).await.refused(limit.0, limit.1);
    client.confirm("victim", "123456").await.ok();
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_temporary_password_leaves_a_sound_store() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AliasAttributes": ["preferred_username"] })).await;
    pool.confirmed_user_with("alice", &[("preferred_username", "ally")]).await;
    pool.call(
        "AdminSetUserPassword",
        json!({ "Username": "alice", "Password": NEW, "Permanent": false }),
    )
    .await
    .ok();
    server.deep_doctor().await;
    assert_eq!(pool.user("ally").await["Username"], "alice");
}
