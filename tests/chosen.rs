//! Ids and commits that a seed chooses for its steps: afterwards it can ask which step was
//! completed last.

use domain::session::Caller;
use operations::{Call, dispatch_chosen};
use pools::Chosen;
use pools::request::chosen::last_commit;
use serde_json::{Value, json};
use testkit::{REGION, TestClient, TestServer};
use wire::Service;

const CODE: &str = "135790";

async fn step(server: &TestServer, operation: &str, commit: i64, input: Value) -> bool {
    let operation = wire::operation(Service::Idp, operation).unwrap();
    let call = Call {
        operation,
        request_id: "r".to_owned(),
        region: REGION.to_owned(),
        caller: Caller::default(),
        asker: pools::Asker::Operator,
    };
    let chosen = Chosen { id: None, commit };
    dispatch_chosen(server.inner(), call, chosen, input).await.is_ok()
}

async fn client() -> TestClient {
    let server = TestServer::builder().fixed_code(CODE).start();
    let client =
        server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await.client().await;
    client.sign_up("jo", &[("email", "jo@example.com")]).await.ok();
    client
}

#[tokio::test]
async fn the_last_completed_step_is_reported() {
    let client = client().await;
    let (server, pool) = (client.server(), client.pool.id.as_str());
    let last = async || last_commit(server.inner()).await.unwrap();
    assert_eq!(last().await, None);
    let group = json!({ "UserPoolId": pool, "GroupName": "g" });
    assert!(step(server, "CreateGroup", 11, group.clone()).await);
    assert_eq!(last().await, Some(11));
    assert!(!step(server, "CreateGroup", 12, group.clone()).await, "there is one");
    assert!(step(server, "GetGroup", 13, group).await);
    // Client requests leave no mark.
    client.pool.call("CreateGroup", json!({ "GroupName": "other" })).await.ok();
    assert_eq!(last().await, Some(11));
    server.deep_doctor().await;
}

/// Counting a wrong guess is a commit, but does not complete the step.
#[tokio::test]
async fn a_refused_step_is_not_completed_whatever_it_committed() {
    let client = client().await;
    let (server, pool, id) = (client.server(), client.pool.id.as_str(), client.id.as_str());
    let last = async || last_commit(server.inner()).await.unwrap();
    let confirm =
        |code: &str| json!({ "ClientId": id, "Username": "jo", "ConfirmationCode": code });
    let forgotten = |code: &str| json!({ "ClientId": id, "Username": "jo", "ConfirmationCode": code, "Password": "An0ther-one" });
    let sign_in = |password: &str| {
        let parameters = json!({ "USERNAME": "jo", "PASSWORD": password });
        json!({ "ClientId": id, "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": parameters })
    };
    assert!(!step(server, "ConfirmSignUp", 1, confirm("000000")).await);
    assert_eq!(last().await, None);
    assert!(step(server, "ConfirmSignUp", 2, confirm(CODE)).await);
    assert_eq!(last().await, Some(2));
    assert!(step(server, "ForgotPassword", 3, json!({ "ClientId": id, "Username": "jo" })).await);
    assert!(!step(server, "ConfirmForgotPassword", 4, forgotten("000000")).await);
    assert_eq!(last().await, Some(3));
    assert!(step(server, "ConfirmForgotPassword", 5, forgotten(CODE)).await);
    assert_eq!(last().await, Some(5));
    assert!(!step(server, "InitiateAuth", 6, sign_in("wrong")).await);
    assert_eq!(last().await, Some(5));
    assert!(step(server, "InitiateAuth", 7, sign_in("An0ther-one")).await);
    assert_eq!(last().await, Some(5), "it leaves nothing behind, and may be made again");
    assert!(
        step(server, "AdminResetUserPassword", 8, json!({ "UserPoolId": pool, "Username": "jo" }))
            .await
    );
    assert!(
        !step(server, "InitiateAuth", 9, sign_in("An0ther-one")).await,
        "the password must be reset"
    );
    assert_eq!(last().await, Some(8));
    server.deep_doctor().await;
}
