//! The whole JSON edge in process, for operations without a signature.
//!
//! Input: an operation's name, a line break, a body. Placeholders such as `$ACCESS` represent
//! values that only the server can create.

use std::cell::RefCell;
use std::sync::LazyLock;

use axum::body::{Body, to_bytes};
use http::{HeaderMap, HeaderValue, Request, StatusCode};
use serde_json::{Value, json};
use wire::{Auth, Operation, Service};

use crate::edits::nth;
use crate::fixture::{Fixture, subject};

thread_local! {
    static FIXTURE: RefCell<Option<Fixture>> = const { RefCell::new(None) };
}

static OPEN: LazyLock<Vec<&'static Operation>> = LazyLock::new(|| {
    let all = Service::ALL.into_iter().flat_map(wire::operations);
    all.filter(|operation| operation.auth != Auth::SigV4).collect()
});

/// Exceptions that the edge may answer with for any operation.
const EDGE_EXCEPTIONS: [&str; 4] = [
    "SerializationException",
    "UnsupportedOperationException",
    "InvalidParameterException",
    "ValidationException",
];

/// Alice's secrets: only a request with one of them may get her tokens.
const ALICES_SECRETS: [&str; 3] = ["$PASSWORD", "$REFRESH", "$CLAIM"];

/// Every request gets an answer in the protocol's form, never an internal error, of a size bounded
/// by the request's; and nobody gets a user's tokens without that user's secrets.
pub fn edge(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (name, body) = text.split_once('\n').unwrap_or((&text, ""));
    let known = OPEN.iter().find(|operation| operation.name == name);
    let operation = known.unwrap_or_else(|| nth(&OPEN, name.bytes().map(usize::from).sum()));
    FIXTURE.with_borrow_mut(|place| {
        let fixture = Fixture::of(place);
        fixture.server.advance_seconds(1);
        let body = filled(fixture, body);
        let (status, headers, answer) = fixture.block_on(send(fixture, operation, &body));
        assert!(
            answer.len() <= (1 << 21) + 16 * body.len(),
            "{} bytes for {}",
            answer.len(),
            body.len()
        );
        let answer = if answer.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&answer).expect("a JSON body")
        };
        if status == StatusCode::OK {
            require_earned(fixture, &body, &answer);
        } else {
            require_refusal(operation, status, &headers, &answer);
        }
    });
}

fn filled(fixture: &Fixture, body: &str) -> String {
    if !body.contains('$') {
        return body.to_owned();
    }
    fixture
        .placeholders
        .iter()
        .fold(body.to_owned(), |body, (name, text)| body.replacen(name, text, 4))
}

async fn send(
    fixture: &Fixture,
    operation: &Operation,
    body: &str,
) -> (StatusCode, HeaderMap, Vec<u8>) {
    let target = format!("{}.{}", operation.service.target_prefix(), operation.name);
    let request = Request::post("/")
        .header("host", "localhost")
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", target)
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let (parts, body) = fixture.server.send(request).await.into_parts();
    let bytes = to_bytes(body, 1 << 26).await.expect("a whole answer");
    (parts.status, parts.headers, bytes.to_vec())
}

fn require_refusal(operation: &Operation, status: StatusCode, headers: &HeaderMap, answer: &Value) {
    let kind = answer["__type"].as_str().unwrap_or_default();
    assert!(status.is_client_error(), "{operation:?} answered {status} {kind}");
    let kind_header =
        headers.get("x-amzn-errortype").map(HeaderValue::as_bytes).unwrap_or_default();
    assert_eq!(kind_header, format!("{kind}:").as_bytes(), "{operation:?}");
    let is_declared = operation.errors.iter().any(|declared| declared.name() == kind)
        || EDGE_EXCEPTIONS.contains(&kind);
    assert!(is_declared, "{operation:?} answered {kind}");
}

fn require_earned(fixture: &Fixture, body: &str, answer: &Value) {
    if subject(answer) != fixture.sub {
        return;
    }
    let sent: Value = serde_json::from_str(body).expect("an answered body is JSON");
    let secrets = fixture.placeholders.iter().filter(|(name, _)| ALICES_SECRETS.contains(name));
    assert!(secrets.into_iter().any(|(_, secret)| holds(&sent, secret)), "tokens for {body}");
}

fn holds(value: &Value, secret: &str) -> bool {
    match value {
        Value::String(text) => text == secret,
        Value::Array(items) => items.iter().any(|item| holds(item, secret)),
        Value::Object(members) => members.values().any(|item| holds(item, secret)),
        _ => false,
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let auth = |flow: &str, parameters: Value| {
        (
            "InitiateAuth",
            json!({ "ClientId": "$CLIENT", "AuthFlow": flow, "AuthParameters": parameters }),
        )
    };
    let respond = |challenge: &str, responses: Value| {
        let body = json!({
            "ClientId": "$CLIENT", "ChallengeName": challenge, "Session": "$SESSION",
            "ChallengeResponses": responses
        });
        ("RespondToAuthChallenge", body)
    };
    let attributes =
        json!([{ "Name": "email", "Value": "dora@example.com" }, { "Name": "name", "Value": "D" }]);
    let seeds = [
        auth("USER_PASSWORD_AUTH", json!({ "USERNAME": "alice", "PASSWORD": "$PASSWORD" })),
        auth("USER_PASSWORD_AUTH", json!({ "USERNAME": "alice@example.com", "PASSWORD": "wrong" })),
        auth("USER_SRP_AUTH", json!({ "USERNAME": "alice", "SRP_A": "$SRP_A" })),
        auth("REFRESH_TOKEN_AUTH", json!({ "REFRESH_TOKEN": "$REFRESH" })),
        respond(
            "PASSWORD_VERIFIER",
            json!({
                "USERNAME": "$SUB", "PASSWORD_CLAIM_SECRET_BLOCK": "$BLOCK",
                "PASSWORD_CLAIM_SIGNATURE": "$CLAIM", "TIMESTAMP": "$TIMESTAMP"
            }),
        ),
        respond(
            "NEW_PASSWORD_REQUIRED",
            json!({ "USERNAME": "bob", "NEW_PASSWORD": "$PASSWORD", "userAttributes.name": "B" }),
        ),
        ("GetTokensFromRefreshToken", json!({ "ClientId": "$CLIENT", "RefreshToken": "$REFRESH" })),
        ("RevokeToken", json!({ "ClientId": "$CLIENT", "Token": "$REFRESH" })),
        ("GetUser", json!({ "AccessToken": "$ACCESS" })),
        ("GetUser", json!({ "AccessToken": "$ID_TOKEN" })),
        (
            "SignUp",
            json!({
                "ClientId": "$CLIENT", "Username": "dora", "Password": "$PASSWORD",
                "UserAttributes": attributes
            }),
        ),
        (
            "SignUp",
            json!({
                "ClientId": "$SECRET_CLIENT", "SecretHash": "AAAA", "Username": "d",
                "Password": "p", "ClientMetadata": { "a": "b" }
            }),
        ),
        (
            "ConfirmSignUp",
            json!({ "ClientId": "$CLIENT", "Username": "carol", "ConfirmationCode": "$CODE" }),
        ),
        ("ResendConfirmationCode", json!({ "ClientId": "$CLIENT", "Username": "carol" })),
        ("ForgotPassword", json!({ "ClientId": "$CLIENT", "Username": "alice" })),
        (
            "ConfirmForgotPassword",
            json!({
                "ClientId": "$CLIENT", "Username": "alice", "ConfirmationCode": "123456",
                "Password": "$PASSWORD"
            }),
        ),
        (
            "ChangePassword",
            json!({
                "AccessToken": "$ACCESS", "PreviousPassword": "$PASSWORD",
                "ProposedPassword": "Other-Horse-2"
            }),
        ),
        ("UpdateUserAttributes", json!({ "AccessToken": "$ACCESS", "UserAttributes": attributes })),
        (
            "DeleteUserAttributes",
            json!({ "AccessToken": "$ACCESS", "UserAttributeNames": ["name"] }),
        ),
        (
            "GetUserAttributeVerificationCode",
            json!({ "AccessToken": "$ACCESS", "AttributeName": "email" }),
        ),
        (
            "VerifyUserAttribute",
            json!({ "AccessToken": "$ACCESS", "AttributeName": "email", "Code": "123456" }),
        ),
        ("GlobalSignOut", json!({ "AccessToken": "$ACCESS" })),
        ("DeleteUser", json!({ "AccessToken": "$ACCESS" })),
        ("ListUserSessions", json!({ "AccessToken": "$ACCESS" })),
        ("AssociateSoftwareToken", json!({ "AccessToken": "$ACCESS" })),
        ("GetId", json!({ "IdentityPoolId": "eu-west-1:5d0f4b0e-8a35-4c1d-9e0b-1f7a3c0d5e66" })),
    ];
    seeds.into_iter().map(|(name, body)| format!("{name}\n{body}").into_bytes()).collect()
}
