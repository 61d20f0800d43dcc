use serde_json::{Value, json};
use store::{Batch, Rev, User};
use testkit::{
    PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens, merged, race, redacted,
};

const INVALID: &str = "InvalidParameterException";
const UNKNOWN: &str = "ResourceNotFoundException";
const NO_METHOD: &str = "Initiate Auth method not supported.";
const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");
const LOCKED: (&str, &str) = ("NotAuthorizedException", "Password attempts exceeded");
const TOO_MANY: (&str, &str) = ("TooManyRequestsException", "Too many requests");

const ADMIN_FLOWS: [&str; 2] = ["ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];

async fn admin_client(pool: &TestPool, over: Value) -> TestClient {
    let flows = [
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
    ];
    pool.client_with(merged(json!({ "ExplicitAuthFlows": flows }), over)).await
}

async fn scene() -> TestClient {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    admin_client(&pool, json!({})).await
}

fn credentials() -> Value {
    json!({ "USERNAME": "alice", "PASSWORD": PASSWORD })
}

#[tokio::test]
async fn both_names_of_the_flow_give_three_tokens() {
    let client = scene().await;
    for flow in ADMIN_FLOWS {
        let answer = client.admin_initiate(flow, credentials()).await.ok();
        let expected = json!({
            "AuthenticationResult": {
                "AccessToken": "<jwt>",
                "ExpiresIn": 3600,
                "IdToken": "<jwt>",
                "RefreshToken": "<refresh token>",
                "TokenType": "Bearer",
            },
            "ChallengeParameters": {},
        });
        assert_eq!(redacted(&answer, &[]), expected);
        let tokens = Tokens::of(&answer);
        client.server().get_user(&tokens.access).await.ok();
        // These tokens are like any others: the public operation refreshes them.
        client.refresh(&tokens.refresh).await.ok();
    }
}

#[tokio::test]
async fn srp_and_refresh_work_as_in_the_public_operation() {
    let client = scene().await;
    let srp = SrpClient::new([7; 32]);
    let begin = json!({ "USERNAME": "alice", "SRP_A": srp.public_hex() });
    let challenge = client.admin_initiate("USER_SRP_AUTH", begin).await.ok();
    assert_eq!(challenge["ChallengeName"], "PASSWORD_VERIFIER");
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    let tokens = Tokens::of(&client.admin_respond("PASSWORD_VERIFIER", None, responses).await.ok());
    for flow in ["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"] {
        let answer =
            client.admin_initiate(flow, json!({ "REFRESH_TOKEN": tokens.refresh })).await.ok();
        let refreshed = Tokens::of(&answer);
        assert_eq!(refreshed.refresh, "");
        client.server().get_user(&refreshed.access).await.ok();
    }
}

/// The documented list of flows does not include USER_PASSWORD_AUTH, whatever the client allows.
#[tokio::test]
async fn the_public_password_flow_is_not_offered() {
    let client = scene().await;
    client.admin_initiate("USER_PASSWORD_AUTH", credentials()).await.refused(INVALID, NO_METHOD);
    client.password("alice", PASSWORD).await.ok();
}

#[tokio::test]
async fn flows_that_are_not_allowed_are_refused() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let client =
        pool.client_with(json!({ "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"] })).await;
    for flow in
        ["ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"]
    {
        client
            .admin_initiate(flow, credentials())
            .await
            .refused(INVALID, "Auth flow not enabled for this client");
    }
    for (flow, text) in [
        ("USER_SRP_AUTH", "USER_SRP_AUTH is not enabled for the client."),
        ("CUSTOM_AUTH", "CUSTOM_AUTH is not enabled for the client."),
        ("USER_AUTH", "USER_AUTH flow not enabled for this client"),
    ] {
        client.admin_initiate(flow, credentials()).await.refused(INVALID, text);
    }
    let legacy = pool.client_with(json!({ "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH"] })).await;
    for flow in ADMIN_FLOWS {
        legacy.admin_initiate(flow, credentials()).await.ok();
    }
}

#[tokio::test]
async fn flows_that_are_not_implemented_are_refused() {
    let pool = TestServer::start().pool().await;
    let client = pool
        .client_with(json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"] }))
        .await;
    let text = "USER_AUTH is not supported by this server.";
    client
        .admin_initiate("USER_AUTH", credentials())
        .await
        .refused("UnsupportedOperationException", text);
    let text = "Custom auth lambda trigger is not configured for the user pool.";
    client.admin_initiate("CUSTOM_AUTH", credentials()).await.refused(INVALID, text);
    let rotating = pool.rotating_client(0).await;
    let text = "Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken.";
    let refresh =
        rotating.admin_initiate("REFRESH_TOKEN_AUTH", json!({ "REFRESH_TOKEN": "x" })).await;
    refresh.refused("UnsupportedOperationException", text);
}

#[tokio::test]
async fn a_missing_parameter_is_named() {
    let client = scene().await;
    for flow in ADMIN_FLOWS {
        for missing in ["USERNAME", "PASSWORD"] {
            for absent in [Value::Null, json!("")] {
                let parameters = merged(credentials(), json!({ missing: absent }));
                let text = format!("Missing required parameter {missing}");
                client.admin_initiate(flow, parameters).await.refused(INVALID, &text);
            }
        }
    }
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let client = admin_client(&pool, json!({ "GenerateSecret": true })).await;
    let id = &client.id;
    let with = |hash: Option<String>| {
        client.admin_initiate(
            "ADMIN_USER_PASSWORD_AUTH",
            merged(credentials(), json!({ "SECRET_HASH": hash })),
        )
    };
    let missing = format!("Client {id} is configured for secret but secret was not received");
    with(None).await.refused("NotAuthorizedException", &missing);
    let wrong = format!("Unable to verify secret hash for client {id}");
    with(Some(client.secret_hash("bob"))).await.refused("NotAuthorizedException", &wrong);
    with(Some(client.secret_hash("alice"))).await.ok();
}

/// The client must belong to the pool.
#[tokio::test]
async fn unknown_pools_and_clients_are_named() {
    let client = scene().await;
    let server = client.server();
    let body = |pool: &str, client: &str| json!({ "UserPoolId": pool, "ClientId": client, "AuthFlow": "ADMIN_NO_SRP_AUTH", "AuthParameters": credentials() });
    let call =
        async |pool: &str, client: &str| server.call("AdminInitiateAuth", body(pool, client)).await;
    let text = "User pool eu-west-1_Unknown00 does not exist.";
    call("eu-west-1_Unknown00", &client.id).await.refused(UNKNOWN, text);
    call(&client.pool.id, "unknown")
        .await
        .refused(UNKNOWN, "User pool client unknown does not exist.");
    let elsewhere = server.pool().await;
    let foreign = format!("User pool client {} does not exist.", client.id);
    call(&elsewhere.id, &client.id).await.refused(UNKNOWN, &foreign);
    call(&client.pool.id, &client.id).await.ok();
}

/// The caller's permissions make no difference: the client's setting decides who learns of it.
#[tokio::test]
async fn the_client_decides_whether_unknown_users_are_named() {
    let client = scene().await;
    for flow in ADMIN_FLOWS {
        for (name, password) in [("nobody", PASSWORD), ("alice", "wrong")] {
            let parameters = json!({ "USERNAME": name, "PASSWORD": password });
            client.admin_initiate(flow, parameters).await.refused(WRONG.0, WRONG.1);
        }
    }
    let telling =
        admin_client(&client.pool, json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    telling
        .admin_password("nobody", PASSWORD)
        .await
        .refused("UserNotFoundException", "User does not exist.");
    telling.admin_password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
}

/// One count per user, however the passwords come in.
#[tokio::test]
async fn failures_count_together_with_public_ones() {
    let client = scene().await;
    for _ in 0..2 {
        client.admin_password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
        client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    }
    client.admin_password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    client.admin_password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    client.server().advance_seconds(1);
    client.admin_password("alice", PASSWORD).await.ok();
}

/// An authorized caller guesses no faster: five verdicts, and only a few at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_guesses_get_five_verdicts() {
    let client = scene().await;
    let answers = race(200, |number| {
        let client = client.clone();
        async move { client.admin_password("alice", &format!("Wrong-Guess-{number}")).await }
    })
    .await;
    let refusals: Vec<(&str, &str)> =
        answers.iter().map(|answer| (answer.kind(), answer.text())).collect();
    assert!(
        refusals.iter().all(|refusal| [WRONG, LOCKED, TOO_MANY].contains(refusal)),
        "{refusals:?}"
    );
    assert_eq!(refusals.iter().filter(|refusal| **refusal == WRONG).count(), 5);
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn the_status_is_checked_after_the_password() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = admin_client(&pool, json!({})).await;
    client.sign_up("unconfirmed", &[]).await.ok();
    client.admin_password("unconfirmed", "wrong").await.refused(WRONG.0, WRONG.1);
    client
        .admin_password("unconfirmed", PASSWORD)
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    let legacy = admin_client(&pool, json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    legacy
        .admin_password("unconfirmed", "wrong")
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    let sub = pool.confirmed_user("reset").await;
    require_reset(&pool, &sub).await;
    let text = "Password reset required for the user";
    client.admin_password("reset", PASSWORD).await.refused("PasswordResetRequiredException", text);
    client.admin_password("reset", "wrong").await.refused(WRONG.0, WRONG.1);
    pool.confirmed_user("disabled").await;
    pool.call("AdminDisableUser", json!({ "Username": "disabled" })).await.ok();
    client.admin_password("disabled", "wrong").await.refused(WRONG.0, WRONG.1);
    client
        .admin_password("disabled", PASSWORD)
        .await
        .refused("NotAuthorizedException", "User is disabled.");
}

async fn require_reset(pool: &TestPool, sub: &str) {
    let server = pool.server.inner();
    let row = server.store.read(store::Pool::get(&pool.id)).await.unwrap().unwrap();
    let part = store::placement::user_part(&pool.id, row.n_parts, sub);
    let user = server.store.read(User::get(&part, sub)).await.unwrap().unwrap();
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.update(&User { status: "RESET_REQUIRED".to_owned(), ..user });
    server.store.commit(batch).await.unwrap();
}

/// A temporary password is valid for the pool's number of days, however it is submitted. A new one
/// starts the count again.
#[tokio::test]
async fn a_temporary_password_expires() {
    let expired = "Temporary password has expired and must be reset by an administrator.";
    let password_policy = json!({ "PasswordPolicy": { "TemporaryPasswordValidityDays": 2 } });
    let pool = TestServer::start().pool_with(json!({ "Policies": password_policy })).await;
    let client = admin_client(&pool, json!({})).await;
    pool.invited_user("alice", &[]).await;
    pool.server.advance_seconds(2 * 86_400);
    let challenge = client.admin_password("alice", PASSWORD).await.ok();
    assert_eq!(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    pool.server.advance_seconds(1);
    client.admin_password("alice", PASSWORD).await.refused("NotAuthorizedException", expired);
    client.admin_password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    let srp = SrpClient::new([5; 32]);
    let begin = json!({ "USERNAME": "alice", "SRP_A": srp.public_hex() });
    let challenge = client.admin_initiate("USER_SRP_AUTH", begin).await.ok();
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    client
        .admin_respond("PASSWORD_VERIFIER", None, responses)
        .await
        .refused("NotAuthorizedException", expired);
    let body = json!({ "Username": "alice", "Password": "Temporary-Horse-2" });
    pool.call("AdminSetUserPassword", body).await.ok();
    client.admin_password("alice", "Temporary-Horse-2").await.ok();
}

/// The pool's required second factor and its triggers guard this sign-in too.
#[tokio::test]
async fn restrictions_that_cannot_be_enforced_refuse_sign_in() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x" });
    let required = "Multi-factor authentication is required by the user pool and not supported by this server.";
    let trigger =
        |name: &str| format!("{name} invocation failed due to error not supported by this server.");
    let mut settings = vec![(
        json!({ "MfaConfiguration": "ON", "SmsConfiguration": sms }),
        ("InvalidUserPoolConfigurationException", required.to_owned()),
    )];
    for name in ["PreAuthentication", "PostAuthentication", "PreTokenGeneration"] {
        settings.push((
            json!({ "LambdaConfig": { name: arn } }),
            ("UnexpectedLambdaException", trigger(name)),
        ));
    }
    for (settings, (kind, text)) in settings {
        let server = TestServer::start();
        let pool = server.pool_with(settings).await;
        pool.confirmed_user("alice").await;
        let client = admin_client(&pool, json!({})).await;
        for flow in ADMIN_FLOWS {
            let (answer, work) = server.work_of(client.admin_initiate(flow, credentials())).await;
            answer.refused(kind, &text);
            assert_eq!(work.store.commits, 0);
        }
    }
}

#[tokio::test]
async fn limits_match_the_model() {
    let server = TestServer::start();
    let text = "3 validation errors detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null; \
                Value at 'clientId' failed to satisfy constraint: Member must not be null; \
                Value null at 'authFlow' failed to satisfy constraint: Member must not be null";
    server.call("AdminInitiateAuth", json!({})).await.refused(INVALID, text);
    let context = json!({ "IpAddress": "192.0.2.1", "ServerName": "a", "HttpHeaders": [] });
    let text = "1 validation error detected: Value null at 'contextData.serverPath' failed to satisfy constraint: Member must not be null";
    let body = json!({
        "UserPoolId": "eu-west-1_Unknown00",
        "ClientId": "unknown",
        "AuthFlow": "ADMIN_NO_SRP_AUTH",
        "ContextData": context,
    });
    server.call("AdminInitiateAuth", body).await.refused(INVALID, text);
}

/// Analytics, metadata and context are accepted whatever is configured.
#[tokio::test]
async fn extra_members_change_nothing() {
    let client = scene().await;
    let body = json!({
        "ClientId": client.id,
        "AuthFlow": "ADMIN_USER_PASSWORD_AUTH",
        "AuthParameters": merged(credentials(), json!({ "DEVICE_KEY": "eu-west-1_0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88" })),
        "ClientMetadata": { "campaign": "spring" },
        "AnalyticsMetadata": { "AnalyticsEndpointId": "endpoint" },
        "ContextData": {
            "IpAddress": "192.0.2.1",
            "ServerName": "shop.example.com",
            "ServerPath": "/sign-in",
            "HttpHeaders": [{ "headerName": "accept", "headerValue": "*/*" }],
            "EncodedData": "x",
        },
        "NewestMember": true,
    });
    client.pool.call("AdminInitiateAuth", body).await.ok();
}
