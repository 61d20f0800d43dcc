use serde_json::json;
use testkit::TestServer;

const INVALID: &str = "InvalidParameterException";

#[tokio::test]
async fn a_missing_response_is_named() {
    let client = TestServer::start().pool().await.client().await;
    let given = |names: &[&str]| {
        names.iter().map(|name| ((*name).to_owned(), json!("x"))).collect::<serde_json::Map<_, _>>()
    };
    for (challenge, names) in [
        (
            "PASSWORD_VERIFIER",
            ["USERNAME", "PASSWORD_CLAIM_SECRET_BLOCK", "PASSWORD_CLAIM_SIGNATURE", "TIMESTAMP"]
                .as_slice(),
        ),
        ("NEW_PASSWORD_REQUIRED", ["USERNAME", "NEW_PASSWORD"].as_slice()),
    ] {
        for (number, missing) in names.iter().enumerate() {
            let text = format!("Missing required parameter {missing}");
            let mut responses = given(&names[..number]);
            client.respond(challenge, None, responses.clone().into()).await.refused(INVALID, &text);
            responses.insert((*missing).to_owned(), json!(""));
            client.respond(challenge, None, responses.into()).await.refused(INVALID, &text);
        }
    }
    let body = json!({ "ChallengeName": "NEW_PASSWORD_REQUIRED" });
    client
        .call("RespondToAuthChallenge", body)
        .await
        .refused(INVALID, "Missing required parameter USERNAME");
}

/// Challenges that are never issued cannot be answered.
#[tokio::test]
async fn other_challenges_are_refused() {
    let client = TestServer::start().pool().await.client().await;
    for challenge in [
        "SMS_MFA",
        "SOFTWARE_TOKEN_MFA",
        "EMAIL_OTP",
        "CUSTOM_CHALLENGE",
        "DEVICE_SRP_AUTH",
        "ADMIN_NO_SRP_AUTH",
    ] {
        let answer = client.respond(challenge, None, json!({ "USERNAME": "alice" })).await;
        let text = format!("{challenge} is not supported by this server.");
        answer.refused("InvalidUserPoolConfigurationException", &text);
    }
}

#[tokio::test]
async fn an_unknown_client_is_named() {
    let body = json!({ "ClientId": "unknown", "ChallengeName": "PASSWORD_VERIFIER", "ChallengeResponses": {} });
    let answer = TestServer::start().call("RespondToAuthChallenge", body).await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}

#[tokio::test]
async fn limits_match_the_model() {
    let client = TestServer::start().pool().await.client().await;
    let text = "1 validation error detected: Value null at 'challengeName' failed to satisfy constraint: Member must not be null";
    client.call("RespondToAuthChallenge", json!({})).await.refused(INVALID, text);
    let at = "1 validation error detected: Value at 'session' failed to satisfy constraint: Member must have length";
    let long = format!("AYABe{}", "A".repeat(4_092));
    for (session, constraint) in [
        ("AYABeAAAAAAAAAAAAAA", "greater than or equal to 20"),
        (&long, "less than or equal to 4096"),
    ] {
        let answer = client.respond("NEW_PASSWORD_REQUIRED", Some(session), json!({})).await;
        answer.refused(INVALID, &format!("{at} {constraint}"));
    }
}
