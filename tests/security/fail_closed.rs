//! A setting that restricts access and is not implemented must refuse what it guards. One row per
//! setting.

use domain::credential::AtRest;
use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestPool, TestServer};

const ARN: &str = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";

/// A pool with these settings and a client; users are created as far as the settings allow.
async fn pool_with(settings: Value) -> (TestPool, TestClient) {
    let server = TestServer::builder().fixed_code("123456").start();
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    (pool, client)
}

fn trigger(name: &str) -> Value {
    json!({ "LambdaConfig": { name: ARN } })
}

#[track_caller]
fn require_trigger_refusal(answer: Answer, trigger: &str) {
    let text = format!("{trigger} invocation failed due to error not supported by this server.");
    answer.refused("UnexpectedLambdaException", &text);
}

async fn require_no_sign_in(client: &TestClient, refused: impl Fn(Answer)) {
    client.pool.confirmed_user("alice").await;
    client.pool.invited_user("invited", &[]).await;
    let srp = SrpClient::new([4; 32]);
    for name in ["alice", "invited", "nobody"] {
        refused(client.password(name, PASSWORD).await);
        refused(client.password(name, "wrong").await);
        refused(client.srp_begin(&srp, name).await);
    }
}

fn sms() -> Value {
    json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x" })
}

#[tokio::test]
async fn required_mfa_refuses_sign_in() {
    let (_, client) =
        pool_with(json!({ "MfaConfiguration": "ON", "SmsConfiguration": sms() })).await;
    require_no_sign_in(&client, |answer| {
        let text = "Multi-factor authentication is required by the user pool and not supported by this server.";
        answer.refused("InvalidUserPoolConfigurationException", text);
    })
    .await;
}

/// Whichever operation makes it required, and whatever had begun before. Tokens already issued can
/// still be refreshed.
#[tokio::test]
async fn mfa_that_becomes_required_refuses_sign_in() {
    let text = "Multi-factor authentication is required by the user pool and not supported by this server.";
    let by_app =
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    let by_email = json!({ "MfaConfiguration": "ON", "EmailMfaConfiguration": { "Subject": "s" } });
    let by_sms =
        json!({ "MfaConfiguration": "ON", "SmsMfaConfiguration": { "SmsConfiguration": sms() } });
    for (operation, settings) in [
        ("SetUserPoolMfaConfig", by_app),
        ("SetUserPoolMfaConfig", by_email),
        ("SetUserPoolMfaConfig", by_sms),
        ("UpdateUserPool", json!({ "MfaConfiguration": "ON", "SmsConfiguration": sms() })),
    ] {
        let source = "arn:aws:ses:eu-west-1:111122223333:identity/example.com";
        let sender = json!({ "EmailSendingAccount": "DEVELOPER", "SourceArn": source });
        let (pool, client) = pool_with(json!({ "EmailConfiguration": sender })).await;
        pool.confirmed_user("bob").await;
        pool.invited_user("carol", &[]).await;
        let tokens = client.tokens("bob").await;
        let srp = SrpClient::new([4; 32]);
        let begun = client.srp_begin(&srp, "bob").await.ok();
        let session =
            client.password("carol", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
        pool.call(operation, settings).await.ok();
        let required =
            |answer: Answer| answer.refused("InvalidUserPoolConfigurationException", text);
        required(
            client
                .respond("PASSWORD_VERIFIER", None, client.srp_responses(&srp, &begun, PASSWORD))
                .await,
        );
        let chosen = json!({ "USERNAME": "carol", "NEW_PASSWORD": "Chosen-Password-1" });
        required(client.respond("NEW_PASSWORD_REQUIRED", Some(&session), chosen).await);
        require_no_sign_in(&client, required).await;
        client.refresh(&tokens.refresh).await.ok();
        pool.call("SetUserPoolMfaConfig", json!({ "MfaConfiguration": "OFF" })).await.ok();
        client.password("bob", PASSWORD).await.ok();
    }
}

/// No user can have a second factor yet, so optional MFA asks for none.
#[tokio::test]
async fn optional_mfa_asks_for_nothing() {
    let (pool, client) =
        pool_with(json!({ "MfaConfiguration": "OPTIONAL", "SmsConfiguration": sms() })).await;
    pool.confirmed_user("alice").await;
    client.password("alice", PASSWORD).await.ok();
}

#[tokio::test]
async fn enforced_threat_protection_refuses_sign_in() {
    let add_ons =
        json!({ "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } });
    let (_, client) = pool_with(add_ons).await;
    require_no_sign_in(&client, |answer| {
        let text =
            "Threat protection is enforced by the user pool and not supported by this server.";
        answer.refused("InvalidUserPoolConfigurationException", text);
    })
    .await;
}

#[tokio::test]
async fn audited_threat_protection_restricts_nothing() {
    let add_ons =
        json!({ "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } });
    let (pool, client) = pool_with(add_ons).await;
    pool.confirmed_user("alice").await;
    client.password("alice", PASSWORD).await.ok();
}

#[tokio::test]
async fn sign_in_triggers_refuse_sign_in() {
    for name in ["PreAuthentication", "PostAuthentication", "PreTokenGeneration"] {
        let (_, client) = pool_with(trigger(name)).await;
        require_no_sign_in(&client, |answer| require_trigger_refusal(answer, name)).await;
    }
    let versioned = json!({ "LambdaConfig": { "PreTokenGenerationConfig": { "LambdaVersion": "V2_0", "LambdaArn": ARN } } });
    let (_, client) = pool_with(versioned).await;
    require_no_sign_in(&client, |answer| require_trigger_refusal(answer, "PreTokenGeneration"))
        .await;
}

#[tokio::test]
async fn pre_sign_up_refuses_new_users() {
    let (pool, client) = pool_with(trigger("PreSignUp")).await;
    require_trigger_refusal(client.sign_up("alice", &[]).await, "PreSignUp");
    let body =
        json!({ "Username": "alice", "TemporaryPassword": PASSWORD, "MessageAction": "SUPPRESS" });
    require_trigger_refusal(pool.call("AdminCreateUser", body).await, "PreSignUp");
    pool.call("AdminGetUser", json!({ "Username": "alice" }))
        .await
        .refused("UserNotFoundException", "User does not exist.");
}

#[tokio::test]
async fn custom_message_refuses_codes_and_invitations() {
    let settings =
        testkit::merged(trigger("CustomMessage"), json!({ "AutoVerifiedAttributes": ["email"] }));
    let (pool, client) = pool_with(settings).await;
    let email = ("email", "alice@example.com");
    require_trigger_refusal(client.sign_up("alice", &[email]).await, "CustomMessage");
    let body = json!({
        "Username": "alice",
        "DesiredDeliveryMediums": ["EMAIL"],
        "UserAttributes": [{ "Name": email.0, "Value": email.1 }],
    });
    require_trigger_refusal(pool.call("AdminCreateUser", body).await, "CustomMessage");
    // Where no message is sent, the trigger has no say.
    client.sign_up("bob", &[]).await.ok();
    pool.invited_user("carol", &[email]).await;
    assert!(pool.server.messages().await.is_empty());
}

#[tokio::test]
async fn post_confirmation_refuses_confirmation() {
    let settings = testkit::merged(
        trigger("PostConfirmation"),
        json!({ "AutoVerifiedAttributes": ["email"] }),
    );
    let (pool, client) = pool_with(settings).await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    require_trigger_refusal(client.confirm("alice", "123456").await, "PostConfirmation");
    assert_eq!(pool.user("alice").await["UserStatus"], "UNCONFIRMED");
}

#[tokio::test]
async fn custom_authentication_is_refused() {
    let allowed = json!({ "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH"] });
    for name in ["DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"] {
        let (pool, _) = pool_with(trigger(name)).await;
        let client = pool.client_with(allowed.clone()).await;
        require_trigger_refusal(
            client.initiate("CUSTOM_AUTH", json!({ "USERNAME": "alice" })).await,
            name,
        );
    }
    let (pool, _) = pool_with(json!({})).await;
    let client = pool.client_with(allowed).await;
    let answer = client.initiate("CUSTOM_AUTH", json!({ "USERNAME": "alice" })).await;
    answer.refused(
        "InvalidParameterException",
        "Custom auth lambda trigger is not configured for the user pool.",
    );
}

/// A migration trigger could only let more users in: without it an unknown user stays unknown.
#[tokio::test]
async fn an_unknown_user_is_not_migrated() {
    let (pool, client) = pool_with(trigger("UserMigration")).await;
    client
        .password("nobody", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    pool.confirmed_user("alice").await;
    client.password("alice", PASSWORD).await.ok();
}

#[tokio::test]
async fn rotation_refuses_plain_refresh() {
    let (pool, _) = pool_with(json!({})).await;
    let rotation = json!({
        "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"],
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 0 },
    });
    let client = pool.client_with(rotation).await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    let answer = client.refresh(&tokens.refresh).await;
    assert!(
        ["InvalidParameterException", "UnsupportedOperationException"].contains(&answer.kind()),
        "{answer:?}"
    );
    client.pool.server.get_user(&tokens.access).await.ok();
}

#[tokio::test]
async fn flows_that_are_not_implemented_are_refused() {
    let (pool, _) = pool_with(json!({})).await;
    pool.confirmed_user("alice").await;
    let client = pool.client_with(json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] })).await;
    let answer = client.initiate("USER_AUTH", json!({ "USERNAME": "alice" })).await;
    answer.refused("UnsupportedOperationException", "USER_AUTH is not supported by this server.");
    for flow in ["USER_PASSWORD_AUTH", "USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "CUSTOM_AUTH"] {
        let answer =
            client.initiate(flow, json!({ "USERNAME": "alice", "PASSWORD": PASSWORD })).await;
        assert_eq!(answer.kind(), "InvalidParameterException", "{flow}");
    }
}

#[tokio::test]
async fn argon2id_refuses_srp() {
    let server = TestServer::builder().at_rest(AtRest::Argon2id).start();
    let client = server.pool().await.client().await;
    client.pool.confirmed_user("alice").await;
    let text = "USER_SRP_AUTH is not available: this server stores passwords as argon2id hashes.";
    client.srp("alice", PASSWORD).await.refused("InvalidParameterException", text);
    client.password("alice", PASSWORD).await.ok();
}

#[tokio::test]
async fn with_creation_by_administrators_only_nobody_signs_up() {
    let (_, client) =
        pool_with(json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true } })).await;
    client
        .sign_up("alice", &[])
        .await
        .refused("NotAuthorizedException", "SignUp is not permitted for this user pool");
}

/// The last three passwords, including the current one, must not be used again.
#[tokio::test]
async fn a_password_history_is_enforced() {
    let policy = json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 3 } } });
    let (pool, client) = pool_with(policy).await;
    pool.invited_user("alice", &[]).await;
    let used = ("PasswordHistoryPolicyViolationException", "Password has previously been used.");
    let set = async |password: &str, permanent: bool| {
        let body = json!({ "Username": "alice", "Password": password, "Permanent": permanent });
        pool.call("AdminSetUserPassword", body).await
    };
    set(PASSWORD, true).await.refused(used.0, used.1);
    set("Second-Password-2", true).await.ok();
    set("Third-Password-3", true).await.ok();
    for old in [PASSWORD, "Second-Password-2", "Third-Password-3"] {
        set(old, true).await.refused(used.0, used.1);
    }
    set("Fourth-Password-4", false).await.ok();
    let session = client.password("alice", "Fourth-Password-4").await.ok()["Session"]
        .as_str()
        .unwrap()
        .to_owned();
    let choose = async |password: &str| {
        let responses = json!({ "USERNAME": "alice", "NEW_PASSWORD": password });
        client.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses).await
    };
    for old in ["Second-Password-2", "Third-Password-3", "Fourth-Password-4"] {
        choose(old).await.refused(used.0, used.1);
    }
    // The first one has been forgotten, and the refusals left the session usable.
    choose(PASSWORD).await.ok();
    pool.server.deep_doctor().await;
}

/// Operations that are not implemented say so.
#[tokio::test]
async fn operations_that_are_not_implemented_are_refused() {
    let server = TestServer::start();
    for operation in ["AssociateSoftwareToken", "SetUserMFAPreference", "ConfirmDevice"] {
        let answer = server.call(operation, json!({})).await;
        answer.refused(
            "UnsupportedOperationException",
            &format!("{operation} is not supported by this server."),
        );
    }
}
