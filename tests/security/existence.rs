//! Whether a user exists must not show: known and unknown names cost the same reads, writes and
//! cryptography, and get the same answers.

use domain::credential::AtRest;
use serde_json::{Value, json};
use testkit::{Answer, SrpClient, TestClient, TestPool, TestServer, Work, redacted};

const WRONG: &str = "Incorrect username or password.";
const LOCKED: &str = "Password attempts exceeded";

/// Number of consecutive failures that are compared: up to the lock and into it.
const ROUNDS: usize = 7;

async fn pool_with_users(server: &TestServer) -> (TestPool, TestClient) {
    let pool = server.pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let client = pool.client().await;
    for name in ["alice", "warm-up"] {
        let email = format!("{name}@example.com");
        pool.confirmed_user_with(name, &[("email", &email), ("email_verified", "true")]).await;
    }
    // Warms up the configuration cache and the store's connections.
    client.password("warm-up", "wrong").await.refusal();
    client.srp("warm-up", "wrong").await.refusal();
    (pool, client)
}

/// Runs `attempt` for both names, and requires equal work and equal answers every time.
async fn require_same<F>(
    server: &TestServer,
    known: &str,
    unknown: &str,
    attempt: impl Fn(String) -> F,
) where
    F: Future<Output = Vec<(Answer, Work)>>,
{
    for round in 0..ROUNDS {
        let (of_known, of_unknown) =
            (attempt(known.to_owned()).await, attempt(unknown.to_owned()).await);
        assert_eq!(of_known.len(), of_unknown.len());
        for ((answer, work), (other_answer, other_work)) in of_known.iter().zip(&of_unknown) {
            assert_eq!(work, other_work, "round {round}: {} {known}: {answer:?}", answer.kind());
            let shown = |answer: &Answer, name: &str| {
                answer.result.clone().map(|output| redacted(&output, &[(name, "<name>")]))
            };
            let (known, unknown) = (shown(answer, known), shown(other_answer, unknown));
            match (known, unknown) {
                (Ok(known), Ok(unknown)) => {
                    assert_eq!(shape(&known), shape(&unknown), "round {round}");
                }
                (known, unknown) => assert_eq!(known, unknown, "round {round}"),
            }
        }
    }
    server.deep_doctor().await;
}

/// The answer without usernames: a simulated user is named by a UUID.
fn shape(output: &Value) -> Value {
    let mut output = output.clone();
    for name in ["USERNAME", "USER_ID_FOR_SRP"] {
        output["ChallengeParameters"][name] = json!("<name>");
    }
    output
}

/// Names of every form, each with a similar one that belongs to nobody.
async fn names(pool: &TestPool) -> [(String, String); 3] {
    let sub = pool.user("alice").await["UserAttributes"][0]["Value"].as_str().unwrap().to_owned();
    [
        ("alice".to_owned(), "nobody".to_owned()),
        ("alice@example.com".to_owned(), "nobody@example.com".to_owned()),
        (sub, "01234567-89ab-4cde-8f01-23456789abcd".to_owned()),
    ]
}

#[tokio::test]
async fn a_wrong_password_costs_the_same() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        for form in 0..3 {
            let server = TestServer::builder().at_rest(at_rest).start();
            let (pool, client) = pool_with_users(&server).await;
            let (known, unknown) = names(&pool).await[form].clone();
            let attempt = |name: String| {
                let (server, client) = (server.clone(), client.clone());
                async move { vec![server.work_of(client.password(&name, "Wrong-Guess-1")).await] }
            };
            require_same(&server, &known, &unknown, attempt).await;
            assert_eq!(client.password(&unknown, "wrong").await.text(), LOCKED);
        }
    }
}

#[tokio::test]
async fn both_halves_of_srp_cost_the_same() {
    for form in 0..3 {
        let server = TestServer::start();
        let (pool, client) = pool_with_users(&server).await;
        let (known, unknown) = names(&pool).await[form].clone();
        let attempt = |name: String| {
            let (server, client) = (server.clone(), client.clone());
            async move {
                let srp = SrpClient::new([8; 32]);
                let begun = server.work_of(client.srp_begin(&srp, &name)).await;
                let responses =
                    client.srp_responses(&srp, begun.0.result.as_ref().unwrap(), "Wrong-Guess-1");
                let ended =
                    server.work_of(client.respond("PASSWORD_VERIFIER", None, responses)).await;
                vec![begun, ended]
            }
        };
        require_same(&server, &known, &unknown, attempt).await;
    }
}

/// Clients may answer with the typed name instead of USER_ID_FOR_SRP.
#[tokio::test]
async fn an_srp_answer_under_the_typed_name_costs_the_same() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let client = pool.client().await;
    pool.confirmed_user("alice@example.com").await;
    pool.confirmed_user("warm-up@example.com").await;
    client.srp("warm-up@example.com", "wrong").await.refusal();
    let attempt = |name: String| {
        let (server, client) = (server.clone(), client.clone());
        async move {
            let srp = SrpClient::new([8; 32]);
            let begun = client.srp_begin(&srp, &name).await.ok();
            let mut responses = client.srp_responses(&srp, &begun, "Wrong-Guess-1");
            responses["USERNAME"] = json!(name);
            vec![server.work_of(client.respond("PASSWORD_VERIFIER", None, responses)).await]
        }
    };
    require_same(&server, "alice@example.com", "nobody@example.com", attempt).await;
    for name in ["alice@example.com", "nobody@example.com"] {
        assert_eq!(client.password(name, "wrong").await.text(), LOCKED, "{name}");
    }
}

#[tokio::test]
async fn argon2id_refuses_srp_for_both() {
    let server = TestServer::builder().at_rest(AtRest::Argon2id).start();
    let (pool, client) = {
        let pool = server.pool().await;
        let client = pool.client().await;
        (pool, client)
    };
    pool.confirmed_user("alice").await;
    let srp = SrpClient::new([8; 32]);
    client.srp_begin(&srp, "alice").await.refusal();
    let known = server.work_of(client.srp_begin(&srp, "alice")).await;
    let unknown = server.work_of(client.srp_begin(&srp, "nobody")).await;
    assert_eq!(known, unknown);
    let text = "USER_SRP_AUTH is not available: this server stores passwords as argon2id hashes.";
    known.0.refused("InvalidParameterException", text);
}

#[tokio::test]
async fn a_simulated_user_is_always_the_same() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "UsernameConfiguration": { "CaseSensitive": false } })).await;
    let client = pool.client().await;
    let parameters = async |client: &TestClient, name: &str| {
        let begun = client.srp_begin(&SrpClient::new([8; 32]), name).await.ok();
        let text = |key: &str| begun["ChallengeParameters"][key].as_str().unwrap().to_owned();
        (text("SALT"), text("USER_ID_FOR_SRP"), text("SRP_B"))
    };
    let first = parameters(&client, "nobody").await;
    let again = parameters(&client, "NoBody").await;
    assert_eq!(
        (&first.0, &first.1),
        (&again.0, &again.1),
        "stable for the name as the pool compares it"
    );
    assert_ne!(first.2, again.2, "B is fresh");
    let other = parameters(&client, "somebody").await;
    assert!(first.0 != other.0 && first.1 != other.1);
    let elsewhere = parameters(&server.pool().await.client().await, "nobody").await;
    assert!(first.0 != elsewhere.0 && first.1 != elsewhere.1);
}

/// With existence errors on, an unknown name is reported at once, and nothing is counted for it.
#[tokio::test]
async fn legacy_clients_report_unknown_users() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    let gone = ("UserNotFoundException", "User does not exist.");
    client.password("nobody", "wrong").await.refused(gone.0, gone.1);
    client.srp_begin(&SrpClient::new([8; 32]), "nobody").await.refused(gone.0, gone.1);
    client
        .confirm("nobody", "123456")
        .await
        .refused("UserNotFoundException", "Username/client id combination not found.");
    pool.confirmed_user("alice").await;
    client.password("alice", "wrong").await.refused("NotAuthorizedException", WRONG);
}

/// That a user is disabled is reported only with the right password.
#[tokio::test]
async fn a_disabled_user_looks_like_any_other() {
    let server = TestServer::start();
    let (pool, client) = pool_with_users(&server).await;
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    client.password("alice", "wrong").await.refused("NotAuthorizedException", WRONG);
    client.srp("alice", "wrong").await.refused("NotAuthorizedException", WRONG);
    client
        .password("alice", testkit::PASSWORD)
        .await
        .refused("NotAuthorizedException", "User is disabled.");
    client
        .srp("alice", testkit::PASSWORD)
        .await
        .refused("NotAuthorizedException", "User is disabled.");
    let legacy = pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    legacy.password("alice", "wrong").await.refused("NotAuthorizedException", "User is disabled.");
}

/// The operations that send codes answer alike for unknown and known users.
#[tokio::test]
async fn codes_for_unknown_users_look_like_real_ones() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    let mismatch =
        ("CodeMismatchException", "Invalid verification code provided, please try again.");
    client.confirm("nobody", "123456").await.refused(mismatch.0, mismatch.1);
    let resend =
        |name: &'static str| client.call("ResendConfirmationCode", json!({ "Username": name }));
    let details = resend("nobody@example.com").await.ok();
    let expected = json!({
        "CodeDeliveryDetails": { "AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "n***@e***" },
    });
    assert_eq!(details, expected);
    assert_eq!(resend("nobody").await.ok(), resend("nobody").await.ok());
    assert!(server.messages().await.is_empty());
}

/// After the operator changes how passwords are stored, older credentials stay as they are.
/// USER_SRP_AUTH must not reveal which ones.
#[tokio::test]
async fn older_credentials_do_not_show() {
    for (before, after) in [(AtRest::Srp, AtRest::Argon2id), (AtRest::Argon2id, AtRest::Srp)] {
        let first = TestServer::builder().at_rest(before).start();
        let (pool, client) = pool_with_users(&first).await;
        let server = first.restarted_as(|choices| choices.at_rest(after)).await;
        let (pool, client) = (pool.at(&server), client.at(&server));
        pool.confirmed_user("newer").await;
        let srp = SrpClient::new([8; 32]);
        let mut answers = Vec::new();
        for name in ["alice", "newer", "nobody"] {
            let begun = client.srp_begin(&srp, name).await;
            answers.push(begun.result.map(|output| shape(&redacted(&output, &[]))));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
        // Both users still sign in by password, and a wrong one is refused.
        for name in ["alice", "newer"] {
            client.password(name, testkit::PASSWORD).await.ok();
            client.password(name, "wrong").await.refused("NotAuthorizedException", WRONG);
        }
        server.deep_doctor().await;
    }
}

/// Asking for codes and giving them cost the same for a name that belongs to nobody.
#[tokio::test]
async fn a_wrong_code_costs_the_same() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    for name in ["warm-up", "alice"] {
        client.sign_up(name, &[("email", "alice@example.com")]).await.ok();
    }
    client.confirm("warm-up", "000000").await.refusal();
    let attempt = |name: String| {
        let (server, client) = (server.clone(), client.clone());
        async move { server.work_of(client.confirm(&name, "000000")).await }
    };
    for round in 0..16 {
        let (answer, work) = attempt("alice".to_owned()).await;
        let (other, other_work) = attempt("nobody".to_owned()).await;
        assert_eq!(answer, other, "round {round}");
        assert_eq!(
            (work.store.reads, work.store.commits),
            (other_work.store.reads, other_work.store.commits),
            "round {round}"
        );
    }
}
