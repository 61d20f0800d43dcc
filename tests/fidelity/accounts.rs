//! How accounts begin, recover and sign in where clients depend on the service's answer to the
//! letter.

use serde_json::{Value, json};
use testkit::{PASSWORD, TestServer, Tokens, merged};

const INVALID: &str = "InvalidParameterException";

/// Whether or not the client hides users: an address that is a name is said to be taken.
#[tokio::test]
async fn a_second_sign_up_under_an_address_is_refused() {
    let server = TestServer::start();
    for hides in ["ENABLED", "LEGACY"] {
        let pool = server
            .pool_with(
                json!({ "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }),
            )
            .await;
        let client = pool.client_with(json!({ "PreventUserExistenceErrors": hides })).await;
        let made = client.sign_up("anna@example.com", &[]).await.ok();
        assert_eq!(made["CodeDeliveryDetails"]["Destination"], "a***@e***");
        let again = client.sign_up("anna@example.com", &[]).await;
        assert_eq!(again.kind(), "UsernameExistsException", "{hides}: {again:?}");
    }
}

#[tokio::test]
async fn a_preferred_username_waits_for_the_confirmation() {
    let server = TestServer::start();
    let text = "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.";
    let alias = server.pool_with(json!({ "AliasAttributes": ["preferred_username"] })).await;
    let client = alias.client().await;
    client.sign_up("anna", &[("preferred_username", "an")]).await.refused(INVALID, text);
    let client = server.pool().await.client().await;
    client.sign_up("anna", &[("preferred_username", "an")]).await.ok();
}

/// An alias leads to its user once it is verified, and not before.
#[tokio::test]
async fn an_unverified_alias_leads_nowhere() {
    let server = TestServer::start();
    let settings = json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let client = server
        .pool_with(settings)
        .await
        .client_with(json!({ "PreventUserExistenceErrors": "LEGACY" }))
        .await;
    client.sign_up("anna", &[("email", "anna@example.com")]).await.ok();
    let code = server.code_for("anna@example.com").await;
    let unknown = ("UserNotFoundException", "Username/client id combination not found.");
    let (kind, text) = unknown;
    client.confirm("anna@example.com", &code).await.refused(kind, text);
    let resend = json!({ "Username": "anna@example.com" });
    client.call("ResendConfirmationCode", resend).await.refused(kind, text);
    client.password("anna@example.com", PASSWORD).await.refused(kind, "User does not exist.");
    client.confirm("anna", &code).await.ok();
    Tokens::of(&client.password("anna@example.com", PASSWORD).await.ok());
}

#[tokio::test]
async fn two_codes_may_be_asked_for_at_once() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    client.sign_up("anna", &[("email", "anna@example.com")]).await.ok();
    for _ in 0..2 {
        client.call("ResendConfirmationCode", json!({ "Username": "anna" })).await.ok();
    }
    client.confirm("anna", &server.code_for("anna@example.com").await).await.ok();
}

/// Only those who know the password learn that it must be reset.
#[tokio::test]
async fn a_required_reset_is_reported_only_after_the_right_password() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let attributes = [("email", "anna@example.com"), ("email_verified", "true")];
    pool.confirmed_user_with("anna", &attributes).await;
    pool.call("AdminResetUserPassword", json!({ "Username": "anna" })).await.ok();
    for hides in ["ENABLED", "LEGACY"] {
        let client = pool.client_with(json!({ "PreventUserExistenceErrors": hides })).await;
        client
            .password("anna", "Wrong-Password-1")
            .await
            .refused("NotAuthorizedException", "Incorrect username or password.");
        client
            .password("anna", PASSWORD)
            .await
            .refused("PasswordResetRequiredException", "Password reset required for the user");
    }
}

/// No contact is needed, and none of the lists of factors is there while it would be empty.
#[tokio::test]
async fn an_administrator_creates_a_user_without_any_contact() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    pool.call("AdminCreateUser", json!({ "Username": "anna", "TemporaryPassword": PASSWORD }))
        .await
        .ok();
    assert!(server.messages().await.is_empty());
    pool.set_password("anna", PASSWORD).await;
    let tokens = client.tokens("anna").await;
    let profile = server.get_user(&tokens.access).await.ok();
    for shown in [profile, pool.user("anna").await] {
        for absent in ["UserMFASettingList", "PreferredMfaSetting", "MFAOptions"] {
            assert_eq!(shown.get(absent), None, "{absent}: {shown}");
        }
    }
}

#[tokio::test]
async fn a_temporary_password_may_be_chosen_again() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.invited_user("anna", &[]).await;
    let challenge = client.password("anna", PASSWORD).await.ok();
    assert_eq!(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    let responses = json!({ "USERNAME": "anna", "NEW_PASSWORD": PASSWORD });
    let answer = client.respond("NEW_PASSWORD_REQUIRED", challenge["Session"].as_str(), responses);
    Tokens::of(&answer.await.ok());
    Tokens::of(&client.password("anna", PASSWORD).await.ok());
}

#[tokio::test]
async fn a_password_has_blanks_inside_and_none_at_its_ends() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    for (number, password) in
        ["Correct horse 1", "Plus+counts1", "Correct  horse 1!"].iter().enumerate()
    {
        let name = format!("user-{number}");
        let body = json!({ "Username": name, "Password": password });
        client.call("SignUp", body).await.ok();
        pool.call("AdminConfirmSignUp", json!({ "Username": name })).await.ok();
        Tokens::of(&client.password(&name, password).await.ok());
    }
    let text = "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$";
    for password in [" Leading-1", "Trailing-1 ", " Both-Ends-1 "] {
        let body = json!({ "Username": "anna", "Password": password });
        client.call("SignUp", body.clone()).await.refused(INVALID, text);
        let permanent = merged(body, json!({ "Permanent": true }));
        pool.call("AdminSetUserPassword", permanent).await.refused(INVALID, text);
    }
}

#[tokio::test]
async fn the_case_of_names_follows_the_pool() {
    let server = TestServer::start();
    for (case_sensitive, counts) in
        [(Value::Null, true), (json!(true), true), (json!(false), false)]
    {
        let settings = match case_sensitive {
            Value::Null => json!({}),
            flag => json!({ "UsernameConfiguration": { "CaseSensitive": flag } }),
        };
        let pool =
            server.pool_with(merged(json!({ "AliasAttributes": ["email"] }), settings)).await;
        let client = pool.client().await;
        let attributes = [("email", "anna@example.com"), ("email_verified", "true")];
        pool.confirmed_user_with("anna", &attributes).await;
        for name in ["anna", "Anna", "anna@example.com", "Anna@Example.com"] {
            let is_same = name.chars().all(|letter| !letter.is_uppercase());
            let answer = client.password(name, PASSWORD).await;
            assert_eq!(answer.is_ok(), is_same || !counts, "{name}: {answer:?}");
        }
    }
}
