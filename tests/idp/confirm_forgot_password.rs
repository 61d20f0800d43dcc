use domain::credential::AtRest;
use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestServer, merged};

const CODE: &str = "135790";
const OTHER: &str = "Another-Horse-2";
const DENIED: &str = "NotAuthorizedException";
const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const EMAIL: &[(&str, &str)] = &[("email", "alice@example.com"), ("email_verified", "true")];

async fn client_of(settings: Value) -> TestClient {
    let client =
        TestServer::builder().fixed_code(CODE).start().pool_with(settings).await.client().await;
    let email = json!([{ "Name": "email", "Value": "alice@example.com" }, { "Name": "email_verified", "Value": "true" }]);
    // The first password is a different one: a history would refuse to reuse it.
    let body = json!({ "Username": "alice", "TemporaryPassword": "First-Horse-0", "UserAttributes": email });
    client.pool.call("AdminCreateUser", body).await.ok();
    client.pool.set_password("alice", PASSWORD).await;
    client
}

async fn client() -> TestClient {
    client_of(json!({})).await
}

async fn legacy(client: &TestClient) -> TestClient {
    client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await
}

async fn forgot(client: &TestClient, name: &str) {
    client.call("ForgotPassword", json!({ "Username": name })).await.ok();
}

async fn confirm_with(client: &TestClient, name: &str, code: &str, password: &str) -> Answer {
    let body = json!({ "Username": name, "ConfirmationCode": code, "Password": password });
    client.call("ConfirmForgotPassword", body).await
}

async fn confirm(client: &TestClient, name: &str, code: &str) -> Answer {
    confirm_with(client, name, code, OTHER).await
}

async fn admin(client: &TestClient, operation: &str) {
    client.pool.call(operation, json!({ "Username": "alice" })).await.ok();
}

#[tokio::test]
async fn the_code_sets_a_new_password() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let server = TestServer::builder().fixed_code(CODE).at_rest(at_rest).start();
        let client = server.pool().await.client().await;
        client.pool.confirmed_user_with("alice", EMAIL).await;
        let tokens = client.tokens("alice").await;
        forgot(&client, "alice").await;
        server.advance_seconds(60);
        assert_eq!(confirm(&client, "alice", CODE).await.ok(), json!({}));
        client.password("alice", PASSWORD).await.refused(DENIED, "Incorrect username or password.");
        client.password("alice", OTHER).await.ok();
        if at_rest == AtRest::Srp {
            client.srp("alice", OTHER).await.ok();
        }
        let user = client.pool.user("alice").await;
        assert_eq!(
            (&user["UserStatus"], &user["UserLastModifiedDate"]),
            (&json!("CONFIRMED"), &json!(1_772_600_827.089))
        );
        // This ends every earlier sign-in, and one that has begun.
        server.get_user(&tokens.access).await.refused(DENIED, "Access Token has been revoked");
        client.refresh(&tokens.refresh).await.refused(DENIED, "Refresh Token has been revoked");
        // A code can be used only once.
        confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
        confirm(&legacy(&client).await, "alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
        server.deep_doctor().await;
    }
}

#[tokio::test]
async fn a_wrong_code_leaves_the_right_one() {
    let client = client().await;
    forgot(&client, "alice").await;
    for code in ["000000", "13579", "1357900", "x"] {
        confirm(&client, "alice", code).await.refused(WRONG.0, WRONG.1);
        confirm(&legacy(&client).await, "alice", code).await.refused(WRONG.0, WRONG.1);
    }
    client.tokens("alice").await;
    confirm(&client, "alice", CODE).await.ok();
}

#[tokio::test]
async fn a_code_is_valid_for_an_hour() {
    let client = client().await;
    forgot(&client, "alice").await;
    client.server().advance_seconds(3_599);
    confirm(&client, "alice", CODE).await.ok();
    forgot(&client, "alice").await;
    client.server().advance_seconds(3_600);
    confirm(&client, "alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
    // A wrong code given too late does not reveal that there was one, except to clients that report
    // who exists.
    confirm(&client, "alice", "000000").await.refused(WRONG.0, WRONG.1);
    confirm(&legacy(&client).await, "alice", "000000").await.refused(EXPIRED.0, EXPIRED.1);
    client.password("alice", OTHER).await.ok();
}

/// Whoever signs a user out, disables the user or replaces the password may be acting against the
/// person who requested the code.
#[tokio::test]
async fn what_ends_sign_ins_or_replaces_the_password_withdraws_the_code() {
    for ending in [
        "AdminDisableUser",
        "AdminUserGlobalSignOut",
        "GlobalSignOut",
        "AdminSetUserPassword",
        "ChangePassword",
    ] {
        let client = client().await;
        let tokens = client.tokens("alice").await;
        forgot(&client, "alice").await;
        let body = match ending {
            "GlobalSignOut" => json!({ "AccessToken": tokens.access }),
            "ChangePassword" => {
                json!({ "AccessToken": tokens.access, "PreviousPassword": PASSWORD, "ProposedPassword": "Third-Horse-3" })
            }
            "AdminSetUserPassword" => {
                json!({ "Username": "alice", "Password": "Third-Horse-3", "Permanent": true })
            }
            _ => json!({ "Username": "alice" }),
        };
        if body.get("AccessToken").is_some() {
            client.server().call(ending, body).await.ok();
        } else {
            client.pool.call(ending, body).await.ok();
        }
        confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
        if ending == "AdminDisableUser" {
            let disabled = confirm(&legacy(&client).await, "alice", CODE).await;
            disabled.refused(DENIED, "User is disabled.");
            admin(&client, "AdminEnableUser").await;
        }
        confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
        confirm(&legacy(&client).await, "alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
        // The next code works.
        forgot(&client, "alice").await;
        confirm(&client, "alice", CODE).await.ok();
        client.password("alice", OTHER).await.ok();
    }
}

/// The rows of all outstanding codes.
async fn codes(client: &TestClient) -> Vec<store::Code> {
    let server = client.server().inner();
    let mut rows = Vec::new();
    for part in store::placement::parts(&client.pool.id, server.settings.n_parts) {
        rows.extend(server.store.read(store::Prefix::<store::Code>::in_part(&part)).await.unwrap());
    }
    rows
}

/// A user who was disabled by an earlier build still has the code when it is enabled again.
#[tokio::test]
async fn enabling_a_user_withdraws_a_code_from_before() {
    let client = client().await;
    forgot(&client, "alice").await;
    let before = codes(&client).await;
    assert_eq!(before.len(), 1);
    admin(&client, "AdminDisableUser").await;
    assert_eq!(codes(&client).await, []);
    let mut batch = store::Batch::new(store::Rev(77));
    batch.insert(&before[0]);
    client.server().inner().store.commit(batch).await.unwrap();
    admin(&client, "AdminEnableUser").await;
    confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn without_a_code_nothing_is_confirmed() {
    let client = client().await;
    confirm(&legacy(&client).await, "alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
    confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
    // A sign-up code is for another purpose.
    let settings = json!({ "AutoVerifiedAttributes": ["email"] });
    let client = client_of(settings).await;
    client.sign_up("bob", &[("email", "bob@example.com")]).await.ok();
    client.pool.set_password("bob", PASSWORD).await;
    confirm(&legacy(&client).await, "bob", CODE).await.refused(EXPIRED.0, EXPIRED.1);
}

/// The code is checked first, then the policy. A refused password leaves the code usable, and the
/// attempt is counted.
#[tokio::test]
async fn a_new_password_must_meet_the_policy() {
    let client = client().await;
    forgot(&client, "alice").await;
    confirm_with(&client, "alice", "000000", "short").await.refused(WRONG.0, WRONG.1);
    for (password, rule) in [
        ("", "Password not long enough"),
        ("Sh0rt-!", "Password not long enough"),
        ("lower-case-1", "Password must have uppercase characters"),
        ("UPPER-CASE-1", "Password must have lowercase characters"),
        ("No-Number", "Password must have numeric characters"),
        ("NoSymbol1", "Password must have symbol characters"),
    ] {
        let text = format!("Password does not conform to policy: {rule}");
        confirm_with(&client, "alice", CODE, password)
            .await
            .refused("InvalidPasswordException", &text);
    }
    client.tokens("alice").await;
    // One call asked for the code and seven gave it; twelve are left.
    for _ in 0..11 {
        assert_eq!(
            confirm_with(&client, "alice", CODE, "short").await.kind(),
            "InvalidPasswordException"
        );
    }
    confirm(&client, "alice", CODE).await.ok();
    confirm(&client, "alice", CODE).await.refused(LIMIT.0, LIMIT.1);
    client.password("alice", OTHER).await.ok();
}

#[tokio::test]
async fn recent_passwords_cannot_be_reused() {
    let client =
        client_of(json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 2 } } })).await;
    let used = ("PasswordHistoryPolicyViolationException", "Password has previously been used.");
    forgot(&client, "alice").await;
    confirm_with(&client, "alice", CODE, PASSWORD).await.refused(used.0, used.1);
    confirm(&client, "alice", CODE).await.ok();
    client.server().advance_seconds(1);
    forgot(&client, "alice").await;
    for password in [PASSWORD, OTHER] {
        confirm_with(&client, "alice", CODE, password).await.refused(used.0, used.1);
    }
    confirm_with(&client, "alice", CODE, "Third-Horse-3").await.ok();
    client.server().deep_doctor().await;
}

/// The code belongs to the address it was sent to.
#[tokio::test]
async fn losing_an_address_cancels_its_code() {
    let aliases = json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] });
    let client = client_of(aliases).await;
    forgot(&client, "alice").await;
    // Another user takes the address over: alice's is no longer verified.
    client.sign_up("bob", &[("email", "alice@example.com")]).await.ok();
    let body = json!({ "Username": "bob", "ConfirmationCode": CODE, "ForceAliasCreation": true });
    client.call("ConfirmSignUp", body).await.ok();
    confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
    confirm(&legacy(&client).await, "alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
    client.tokens("alice").await;
    // The new holder has a different code.
    confirm(&client, "alice@example.com", CODE).await.refused(WRONG.0, WRONG.1);
    forgot(&client, "bob").await;
    confirm(&client, "alice@example.com", CODE).await.ok();
    client.password("bob", OTHER).await.ok();
}

#[tokio::test]
async fn a_user_who_must_reset_is_confirmed() {
    let client = client().await;
    admin(&client, "AdminResetUserPassword").await;
    assert_eq!(client.pool.user("alice").await["UserStatus"], "RESET_REQUIRED");
    confirm(&client, "alice", CODE).await.ok();
    assert_eq!(client.pool.user("alice").await["UserStatus"], "CONFIRMED");
    client.password("alice", OTHER).await.ok();
}

/// A temporary password cannot be reset: setting it cancels a code sent earlier.
#[tokio::test]
async fn a_temporary_password_cannot_be_reset() {
    let client = client().await;
    forgot(&client, "alice").await;
    client
        .pool
        .call("AdminSetUserPassword", json!({ "Username": "alice", "Password": PASSWORD }))
        .await
        .ok();
    let text = "User password cannot be reset in the current state.";
    confirm(&client, "alice", "000000").await.refused(WRONG.0, WRONG.1);
    confirm(&legacy(&client).await, "alice", "000000").await.refused(DENIED, text);
    confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
    assert_eq!(
        client.password("alice", PASSWORD).await.ok()["ChallengeName"],
        "NEW_PASSWORD_REQUIRED"
    );
}

#[tokio::test]
async fn legacy_clients_report_unconfirmed_and_disabled_users() {
    let client = client().await;
    let legacy = legacy(&client).await;
    client.sign_up("bob", &[]).await.ok();
    confirm(&legacy, "bob", CODE)
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    confirm(&client, "bob", CODE).await.refused(WRONG.0, WRONG.1);
    forgot(&client, "alice").await;
    admin(&client, "AdminDisableUser").await;
    confirm(&legacy, "alice", CODE).await.refused(DENIED, "User is disabled.");
    confirm(&client, "alice", CODE).await.refused(WRONG.0, WRONG.1);
    confirm(&legacy, "nobody", CODE)
        .await
        .refused("UserNotFoundException", "Username/client id combination not found.");
    confirm(&client, "nobody", CODE).await.refused(WRONG.0, WRONG.1);
}

/// Whoever has the code is the user, and the password that was guessed at no longer exists.
#[tokio::test]
async fn a_success_lifts_the_lockout() {
    let client = client().await;
    for _ in 0..5 {
        client.password("alice", "wrong").await.refusal();
    }
    client.password("alice", PASSWORD).await.refused(DENIED, "Password attempts exceeded");
    forgot(&client, "alice").await;
    confirm(&client, "alice", "000000").await.refusal();
    client.password("alice", PASSWORD).await.refused(DENIED, "Password attempts exceeded");
    confirm(&client, "alice", CODE).await.ok();
    client.password("alice", OTHER).await.ok();
    // The count starts again.
    for _ in 0..5 {
        client.password("alice", "wrong").await.refused(DENIED, "Incorrect username or password.");
    }
    client.password("alice", OTHER).await.refused(DENIED, "Password attempts exceeded");
}

/// Each account has its own limit of guesses; one address has thirty for all of its accounts.
#[tokio::test]
async fn wrong_codes_are_counted_by_address_too() {
    let client = client().await;
    client.pool.confirmed_user_with("bob", EMAIL).await;
    client.pool.confirmed_user_with("carol", EMAIL).await;
    client
        .pool
        .confirmed_user_with("dora", &[("email", "dora@example.com"), ("email_verified", "true")])
        .await;
    for name in ["alice", "bob", "carol", "dora"] {
        forgot(&client, name).await;
    }
    for name in ["alice", "bob"] {
        for _ in 0..15 {
            confirm(&client, name, "000000").await.refused(WRONG.0, WRONG.1);
        }
    }
    for name in ["alice", "carol"] {
        confirm(&client, name, "000000").await.refused(LIMIT.0, LIMIT.1);
        confirm(&client, name, CODE).await.refused(LIMIT.0, LIMIT.1);
        // Nor does a refused password reveal whether the code was right.
        confirm_with(&client, name, CODE, "short").await.refused(LIMIT.0, LIMIT.1);
    }
    confirm(&client, "dora", CODE).await.ok();
    client.server().advance_seconds(3_600);
    forgot(&client, "carol").await;
    confirm(&client, "carol", CODE).await.ok();
}

#[tokio::test]
async fn a_trigger_that_cannot_run_changes_no_password() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let client = client_of(json!({ "LambdaConfig": { "PostConfirmation": arn } })).await;
    forgot(&client, "alice").await;
    let text = "PostConfirmation invocation failed due to error not supported by this server.";
    confirm(&client, "alice", CODE).await.refused("UnexpectedLambdaException", text);
    client.tokens("alice").await;
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let client = client().await.pool.client_with(json!({ "GenerateSecret": true })).await;
    let hash = client.secret_hash("alice");
    client.call("ForgotPassword", json!({ "Username": "alice", "SecretHash": hash })).await.ok();
    let missing =
        format!("Client {} is configured for secret but secret was not received", client.id);
    confirm(&client, "alice", CODE).await.refused(DENIED, &missing);
    let with = |hash: String| {
        let body = json!({ "Username": "alice", "ConfirmationCode": CODE, "Password": OTHER, "SecretHash": hash });
        client.call("ConfirmForgotPassword", body)
    };
    let wrong = format!("Unable to verify secret hash for client {}", client.id);
    with(client.secret_hash("bob")).await.refused(DENIED, &wrong);
    with(hash).await.ok();
}

#[tokio::test]
async fn limits_match_the_model() {
    let client = client().await;
    let at =
        |member: &str| format!("Value at '{member}' failed to satisfy constraint: Member must");
    let code = "Value null at 'confirmationCode' failed to satisfy constraint: Member must";
    let text = format!(
        "3 validation errors detected: {} not be null; {code} not be null; {} not be null",
        at("username"),
        at("password")
    );
    client
        .call("ConfirmForgotPassword", json!({}))
        .await
        .refused("InvalidParameterException", &text);
    let full = json!({ "Username": "alice", "ConfirmationCode": CODE, "Password": OTHER });
    for (changed, member, constraint) in [
        (
            json!({ "Username": "a".repeat(129) }),
            "username",
            "have length less than or equal to 128",
        ),
        (
            json!({ "ConfirmationCode": "1 2" }),
            "confirmationCode",
            r"satisfy regular expression pattern: [\S]+",
        ),
        (
            json!({ "Password": "x".repeat(257) }),
            "password",
            "have length less than or equal to 256",
        ),
        (
            json!({ "Password": "Trailing-1 " }),
            "password",
            r"satisfy regular expression pattern: ^[\S]+.*[\S]+$",
        ),
    ] {
        let shown = if member == "confirmationCode" {
            at(member).replace("Value at", "Value '1 2' at")
        } else {
            at(member)
        };
        let text = format!("1 validation error detected: {shown} {constraint}");
        let answer = client.call("ConfirmForgotPassword", merged(full.clone(), changed)).await;
        answer.refused("InvalidParameterException", &text);
    }
    let answer = client
        .server()
        .call("ConfirmForgotPassword", merged(full, json!({ "ClientId": "unknown" })))
        .await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}
