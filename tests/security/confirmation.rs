//! Whether an account is confirmed, disabled or exists at all must not show to a client that hides
//! who exists: sign-up codes are given and asked for with the same answers, at the same cost, and
//! each try is counted.

use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestPool, TestServer, Work};

use super::NOT_AUTHORIZED;

const CODE: &str = "135790";
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const MISMATCH: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const CONFIRMED: (&str, &str) =
    (NOT_AUTHORIZED, "User cannot be confirmed. Current status is CONFIRMED");
const UNKNOWN: (&str, &str) =
    ("UserNotFoundException", "Username/client id combination not found.");
const ALREADY: (&str, &str) = ("InvalidParameterException", "User is already confirmed.");
const DISABLED: (&str, &str) = (NOT_AUTHORIZED, "User is disabled.");
/// Users in every state.
const STATES: [&str; 8] =
    ["confirmed", "promoted", "disabled", "barred", "invited", "created", "bare", "unconfirmed"];

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    legacy: TestClient,
}

async fn scene() -> Scene {
    let server = TestServer::builder().fixed_code(CODE).start();
    let settings = json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let legacy = pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    for name in ["warm-up", "unconfirmed", "confirmed", "promoted", "disabled", "barred"] {
        client.sign_up(name, &[("email", &format!("{name}@example.com"))]).await.ok();
    }
    client.sign_up("bare", &[]).await.ok();
    client.confirm("confirmed", CODE).await.ok();
    client.confirm("barred", CODE).await.ok();
    pool.call("AdminConfirmSignUp", json!({ "Username": "promoted" })).await.ok();
    for name in ["disabled", "barred"] {
        pool.call("AdminDisableUser", json!({ "Username": name })).await.ok();
    }
    pool.invited_user("invited", &[("email", "invited@example.com")]).await;
    pool.confirmed_user_with("created", &[("email", "created@example.com")]).await;
    // The limits of the confirmations above.
    server.advance_seconds(3_600);
    let scene = Scene { server, pool, client, legacy };
    scene.warm_up().await;
    scene
}

impl Scene {
    /// The configuration is checked again once a second has passed.
    async fn warm_up(&self) {
        for client in [&self.client, &self.legacy] {
            client.password("warm-up", "wrong").await.refusal();
        }
    }

    async fn resend(&self, client: &TestClient, name: &str) -> Answer {
        client.call("ResendConfirmationCode", json!({ "Username": name })).await
    }

    async fn sent(&self) -> usize {
        self.server.messages().await.len()
    }
}

/// The answer without the letters of a masked address.
fn shape((answer, work): (Answer, Work)) -> (Result<Value, testkit::Refusal>, Work) {
    let result = answer.result.map(|mut output| {
        let details = &mut output["CodeDeliveryDetails"];
        let masked = details["Destination"].as_str().unwrap_or_default().char_indices();
        let masked = masked.map(|(at, letter)| if at == 0 || at == 5 { '?' } else { letter });
        details["Destination"] = json!(masked.collect::<String>());
        output
    });
    (result, work)
}

/// From the first try to beyond the limit.
#[tokio::test]
async fn a_wrong_code_gets_the_same_answers_whatever_the_state() {
    let scene = scene().await;
    for state in STATES {
        let unknown = format!("not-{state}");
        for round in 0..17 {
            let of_state = scene.server.work_of(scene.client.confirm(state, "000000")).await;
            let of_unknown = scene.server.work_of(scene.client.confirm(&unknown, "000000")).await;
            let expected = if round < 15 { MISMATCH } else { LIMIT };
            assert_eq!((of_state.0.kind(), of_state.0.text()), expected, "{state} {round}");
            assert_eq!(of_state, of_unknown, "{state} {round}");
        }
    }
    scene.server.deep_doctor().await;
}

/// ResendConfirmationCode and ForgotPassword report the same address for a name, known or not.
#[tokio::test]
async fn every_operation_reports_the_same_address() {
    let scene = scene().await;
    for state in STATES {
        for name in [state.to_owned(), format!("not-{state}")] {
            let resent = scene.resend(&scene.client, &name).await.ok();
            let body = json!({ "Username": name });
            let forgot = scene.client.call("ForgotPassword", body).await.ok();
            let of = |answer: &Value| answer["CodeDeliveryDetails"]["Destination"].clone();
            assert_eq!(of(&resent), of(&forgot), "{name}");
        }
    }
}

/// A name that was found leads to an active user; only the user that gets the code costs a message.
#[tokio::test]
async fn a_resent_code_gets_the_same_answers_whatever_the_state() {
    let scene = scene().await;
    for state in STATES {
        let (unknown, before) = (format!("not-{state}"), scene.sent().await);
        for round in 0..7 {
            let of_state = scene.server.work_of(scene.resend(&scene.client, state)).await;
            let of_unknown = scene.server.work_of(scene.resend(&scene.client, &unknown)).await;
            assert_eq!(of_state.0.is_ok(), round < 5, "{state} {round}: {:?}", of_state.0);
            assert_eq!(shape(of_state), shape(of_unknown), "{state} {round}");
        }
        let sent = scene.sent().await - before;
        assert_eq!(sent, if state == "unconfirmed" { 5 } else { 0 }, "{state}");
    }
    scene.server.deep_doctor().await;
}

/// The details do not change when the account is confirmed, and are stable for a name.
#[tokio::test]
async fn the_details_do_not_show_when_an_account_was_confirmed() {
    let scene = scene().await;
    let details = async |name: &str| scene.resend(&scene.client, name).await.ok();
    let before = details("unconfirmed").await;
    scene.client.confirm("unconfirmed", CODE).await.ok();
    assert_eq!(details("unconfirmed").await, before);
    scene.pool.call("AdminDisableUser", json!({ "Username": "unconfirmed" })).await.ok();
    assert_eq!(details("unconfirmed").await, before);
    assert_eq!(details("nobody").await, details("nobody").await);
}

/// Who has the code is answered the state.
#[tokio::test]
async fn only_the_right_code_gets_the_state() {
    let scene = scene().await;
    for (state, expected) in [
        ("confirmed", EXPIRED),
        ("barred", EXPIRED),
        ("promoted", CONFIRMED),
        ("disabled", DISABLED),
        ("invited", MISMATCH),
        ("created", MISMATCH),
        ("bare", MISMATCH),
        ("nobody", MISMATCH),
    ] {
        for _ in 0..15 {
            scene.client.confirm(state, CODE).await.refused(expected.0, expected.1);
        }
        scene.client.confirm(state, CODE).await.refused(LIMIT.0, LIMIT.1);
    }
    assert_eq!(scene.pool.user("disabled").await["UserStatus"], "UNCONFIRMED");
    // A code that was not used in time is right, but late.
    scene.server.advance_seconds(86_400);
    scene.client.confirm("unconfirmed", "000000").await.refused(MISMATCH.0, MISMATCH.1);
    scene.client.confirm("unconfirmed", CODE).await.refused(EXPIRED.0, EXPIRED.1);
    scene.client.confirm("promoted", CODE).await.refused(EXPIRED.0, EXPIRED.1);
}

/// Clients that show who exists get the state first.
#[tokio::test]
async fn legacy_clients_get_the_state_first() {
    let scene = scene().await;
    let changing = "User cannot be confirmed. Current status is FORCE_CHANGE_PASSWORD";
    for (state, confirmed, resent) in [
        ("confirmed", CONFIRMED, ALREADY),
        ("promoted", CONFIRMED, ALREADY),
        ("barred", CONFIRMED, DISABLED),
        ("disabled", DISABLED, DISABLED),
        ("invited", (NOT_AUTHORIZED, changing), ALREADY),
        ("nobody", UNKNOWN, UNKNOWN),
    ] {
        for code in ["000000", CODE] {
            scene.legacy.confirm(state, code).await.refused(confirmed.0, confirmed.1);
        }
        scene.resend(&scene.legacy, state).await.refused(resent.0, resent.1);
    }
    scene.legacy.confirm("bare", "000000").await.refused(EXPIRED.0, EXPIRED.1);
}

/// An address that is not verified yet is no name.
#[tokio::test]
async fn an_unverified_alias_is_unknown() {
    let scene = scene().await;
    let alias = "unconfirmed@example.com";
    scene.legacy.confirm(alias, CODE).await.refused(UNKNOWN.0, UNKNOWN.1);
    scene.resend(&scene.legacy, alias).await.refused(UNKNOWN.0, UNKNOWN.1);
    let absent = ("UserNotFoundException", "User does not exist.");
    scene.legacy.password(alias, PASSWORD).await.refused(absent.0, absent.1);
    scene.client.confirm(alias, CODE).await.refused(MISMATCH.0, MISMATCH.1);
    let before = scene.sent().await;
    scene.resend(&scene.client, alias).await.ok();
    assert_eq!(scene.sent().await, before);
    let wrong = (NOT_AUTHORIZED, "Incorrect username or password.");
    scene.client.password(alias, PASSWORD).await.refused(wrong.0, wrong.1);
}
