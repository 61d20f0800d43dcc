//! What a client of an axum application sees.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::routing::get;
use http::{Request, StatusCode};
use poolkeeper_verify::axum::RequireToken;
use poolkeeper_verify::{Claims, Pool, Verifier};
use serde_json::json;
use tower::Service as _;

use crate::fixture::{CLIENT, ISSUER, NOW, access_token, builder, id_token, moment};

const UNAUTHORIZED: &str = r#"{"message":"Unauthorized"}"#;
const FORBIDDEN: &str = r#"{"message":"Forbidden"}"#;

/// An API that counts the requests that reach its handler.
struct Api {
    router: Router,
    reached: Arc<AtomicUsize>,
}

fn api(verifier: Verifier) -> Api {
    let reached = Arc::<AtomicUsize>::default();
    let counted = Arc::clone(&reached);
    let handler = async move |claims: Claims| {
        counted.fetch_add(1, Ordering::SeqCst);
        format!("the orders of {}", claims.username().unwrap_or("a service"))
    };
    Api {
        router: Router::new().route("/orders", get(handler)).layer(RequireToken::new(verifier)),
        reached,
    }
}

/// Status, `WWW-Authenticate` and body of the answer to a request with these `Authorization`
/// headers.
async fn answer(api: &Api, authorization: &[&str]) -> (StatusCode, Option<String>, String) {
    let mut request = Request::get("/orders");
    for value in authorization {
        request = request.header("authorization", *value);
    }
    let response = api.router.clone().call(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let challenge =
        parts.headers.get("www-authenticate").map(|value| value.to_str().unwrap().to_owned());
    if parts.status != StatusCode::OK {
        assert_eq!(parts.headers["content-type"], "application/json");
    }
    (
        parts.status,
        challenge,
        String::from_utf8(to_bytes(body, 1000).await.unwrap().to_vec()).unwrap(),
    )
}

fn orders() -> Api {
    api(builder().access_tokens().any_scope(["orders/read"]).any_group(["ops"]).build().unwrap())
}

#[tokio::test]
async fn a_request_with_a_valid_token_reaches_the_handler() {
    let api = orders();
    let token = access_token(json!({}));
    for value in [
        token.clone(),
        format!("Bearer {token}"),
        format!("bearer {token}"),
        format!("BEARER  {token}"),
    ] {
        assert_eq!(
            answer(&api, &[&value]).await,
            (StatusCode::OK, None, "the orders of alice".to_owned()),
            "{value}"
        );
    }
    assert_eq!(api.reached.load(Ordering::SeqCst), 4);
}

#[tokio::test]
async fn a_request_without_a_token_is_challenged() {
    let api = orders();
    let token = access_token(json!({}));
    let expected = (
        StatusCode::UNAUTHORIZED,
        Some("Bearer realm=\"eu-west-1_AbCdEf123\"".to_owned()),
        UNAUTHORIZED.to_owned(),
    );
    let basic = format!("Basic {token}");
    let none: [&[&str]; 7] =
        [&[], &[""], &["Bearer"], &["Bearer "], &[&basic], &[&token, &token], &["Bearer\u{e9}"]];
    for authorization in none {
        assert_eq!(answer(&api, authorization).await, expected, "{authorization:?}");
    }
    assert_eq!(api.reached.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_bad_token_is_refused() {
    let api = orders();
    let cases = [
        ("nonsense".to_owned(), "The token is malformed"),
        (format!("Bearer {} x", access_token(json!({}))), "The token is malformed"),
        (access_token(json!({ "exp": NOW - 1 })), "The token has expired"),
        (access_token(json!({ "client_id": "another" })), "The app client is not accepted"),
        (id_token(json!({ "scope": "orders/read" })), "The token_use is not accepted"),
    ];
    for (token, description) in cases {
        let challenge =
            format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
        assert_eq!(
            answer(&api, &[&token]).await,
            (StatusCode::UNAUTHORIZED, Some(challenge), UNAUTHORIZED.to_owned())
        );
    }
    assert_eq!(api.reached.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_token_without_scope_or_group_is_forbidden() {
    let api = orders();
    let scope = Some("Bearer error=\"insufficient_scope\", scope=\"orders/read\"".to_owned());
    let no_scope = answer(&api, &[&access_token(json!({ "scope": "openid" }))]).await;
    assert_eq!(no_scope, (StatusCode::FORBIDDEN, scope, FORBIDDEN.to_owned()));
    let no_group = answer(&api, &[&access_token(json!({ "cognito:groups": ["beta"] }))]).await;
    assert_eq!(no_group, (StatusCode::FORBIDDEN, None, FORBIDDEN.to_owned()));
    assert_eq!(api.reached.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn without_keys_every_request_is_refused() {
    let pool = Pool::issuer(ISSUER).unwrap();
    let without_keys = Verifier::builder()
        .pool(pool)
        .access_tokens()
        .client(CLIENT)
        .clock(|| moment(NOW))
        .without_fetching();
    let api = api(without_keys.build().unwrap());
    let expected =
        (StatusCode::SERVICE_UNAVAILABLE, None, r#"{"message":"Service Unavailable"}"#.to_owned());
    assert_eq!(answer(&api, &[&access_token(json!({}))]).await, expected);
    assert_eq!(api.reached.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_route_without_the_layer_refuses_every_request() {
    let router =
        Router::new().route("/orders", get(async |claims: Claims| claims.sub().to_owned()));
    let api = Api { router, reached: Arc::default() };
    let expected = (
        StatusCode::INTERNAL_SERVER_ERROR,
        None,
        r#"{"message":"Internal Server Error"}"#.to_owned(),
    );
    assert_eq!(answer(&api, &[&access_token(json!({}))]).await, expected);
}
