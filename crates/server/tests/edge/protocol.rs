//! The AWS JSON protocol: which requests are operations, what counts as a body, and the form of
//! answers.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use http::{Method, Request};

use crate::support::{Edge, request, unsigned_headers};

fn any_credentials(operation: &str) -> Vec<(String, String)> {
    let mut headers = unsigned_headers(operation);
    let value = "AWS4-HMAC-SHA256 Credential=any/20260131/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0";
    headers.push(("authorization".into(), value.into()));
    headers
}

#[tokio::test]
async fn an_operation_with_output() {
    let answer = Edge::dev().post(&any_credentials("ListUserPools"), br#"{"MaxResults":1}"#).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, r#"{"UserPools":[]}"#));
    assert_eq!(answer.header("content-type"), "application/x-amz-json-1.1");
    assert_eq!(answer.header("content-length"), "16");
    assert_eq!(answer.header("x-amzn-requestid").len(), 36);
    assert!(!answer.headers.contains_key("x-amzn-errortype"));
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn an_operation_without_output_has_an_empty_body() {
    let edge = Edge::dev();
    let created =
        edge.post(&any_credentials("CreateUserPool"), br#"{"PoolName":"p"}"#).await.json();
    let pool = created["UserPool"]["Id"].as_str().unwrap();
    let body = format!(r#"{{"UserPoolId":"{pool}"}}"#);
    let answer = edge.post(&any_credentials("DeleteUserPool"), body.as_bytes()).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, ""));
    assert_eq!(answer.header("content-length"), "0");
}

#[tokio::test]
async fn every_answer_has_its_own_request_id() {
    let edge = Edge::dev();
    let mut ids = Vec::new();
    for (method, path) in
        [("GET", "/"), ("POST", "/"), ("GET", "/x"), ("OPTIONS", "/"), ("GET", "/_poolkeeper/live")]
    {
        let answer =
            edge.send(request(method.parse().unwrap(), path, &[("host", "localhost")], b"")).await;
        ids.push(answer.header("x-amzn-requestid").to_owned());
    }
    assert!(
        ids.iter().all(|id| id.len() == 36 && id.bytes().filter(|byte| *byte == b'-').count() == 4),
        "{ids:?}"
    );
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 5);
}

#[tokio::test]
async fn unknown_operations() {
    let edge = Edge::dev();
    for target in [
        "AWSCognitoIdentityProviderService.NoSuchOperation",
        "AWSCognitoIdentityProviderService.signup",
        "awscognitoidentityproviderservice.SignUp",
        "AWSCognitoIdentityProviderService.",
        "AWSCognitoIdentityProviderService",
        "SomeOtherService.SignUp",
        "AWSCognitoIdentityProviderService.SignUp ,AWSCognitoIdentityProviderService.GetUser",
        "",
    ] {
        let mut headers = unsigned_headers("SignUp");
        headers.retain(|(name, _)| name != "x-amz-target");
        headers.push(("x-amz-target".into(), target.into()));
        let answer = edge.post(&headers, b"{}").await;
        answer.assert_error(400, "UnknownOperationException", "");
        assert_eq!(answer.text(), r#"{"__type":"UnknownOperationException"}"#, "{target}");
        assert!(!answer.headers.contains_key("x-amzn-errormessage"));
    }
    let mut headers = unsigned_headers("SignUp");
    headers.retain(|(name, _)| name != "x-amz-target");
    edge.post(&headers, b"{}").await.assert_error(400, "UnknownOperationException", "");
    let mut twice = unsigned_headers("SignUp");
    twice.push(("x-amz-target".into(), "AWSCognitoIdentityProviderService.GetUser".into()));
    edge.post(&twice, b"{}").await.assert_error(400, "UnknownOperationException", "");
}

#[tokio::test]
async fn other_content_types_are_other_protocols() {
    let edge = Edge::dev();
    let with_type = |content_type: Option<&str>| {
        let mut headers = unsigned_headers("SignUp");
        headers.retain(|(name, _)| name != "content-type");
        headers.extend(content_type.map(|value| ("content-type".to_owned(), value.to_owned())));
        headers
    };
    let of_other = [
        None,
        Some("application/json"),
        Some("text/plain"),
        Some("application/x-amz-json-1.2"),
        Some(""),
    ];
    for content_type in of_other {
        let answer = edge.post(&with_type(content_type), b"{}").await;
        assert_eq!(
            (answer.status.as_u16(), answer.text()),
            (404, "<UnknownOperationException/>"),
            "{content_type:?}"
        );
        assert_eq!(answer.header("content-type"), "application/xml");
    }
    for content_type in [
        "application/x-amz-json-1.1",
        "application/x-amz-json-1.0",
        "application/x-amz-json-1.1; charset=utf-8",
        "Application/X-Amz-Json-1.0;charset=UTF-8",
    ] {
        let answer = edge.post(&with_type(Some(content_type)), b"{}").await;
        assert_eq!(answer.error().1, "InvalidParameterException", "{content_type}");
    }
}

#[tokio::test]
async fn bodies_that_are_not_one_json_object() {
    let edge = Edge::dev();
    let deep = format!("{}1{}", "{\"a\":".repeat(500), "}".repeat(500));
    let broken: [&[u8]; 14] = [
        b"",
        b" ",
        b"null",
        b"\"text\"",
        b"5",
        b"true",
        b"{",
        b"{\"Username\":\"x\"",
        b"{\"Username\":\"x\",}",
        b"{} {}",
        b"{\"Username\":\"\xff\"}",
        b"{\"Username\":\"\\ud800\"}",
        b"Username=x",
        deep.as_bytes(),
    ];
    for body in broken {
        let answer = edge.post(&unsigned_headers("SignUp"), body).await;
        answer.assert_error(400, "SerializationException", "");
        assert_eq!(answer.text(), r#"{"__type":"SerializationException"}"#);
    }
    let list = edge.post(&unsigned_headers("SignUp"), b"[]").await;
    assert_eq!(list.json()["Message"], "Start of list found where not expected");
    list.assert_error(400, "SerializationException", "Start of list found where not expected");
}

#[tokio::test]
async fn members_of_another_type() {
    let edge = Edge::dev();
    let answer = edge.unsigned("SignUp", r#"{"ClientId":5}"#).await;
    assert_eq!(answer.json()["Message"], "NUMBER_VALUE can not be converted to a String");
    answer.assert_error(
        400,
        "SerializationException",
        "NUMBER_VALUE can not be converted to a String",
    );
}

#[tokio::test]
async fn violations_are_reported_in_the_services_words() {
    let edge = Edge::dev();
    let body = br#"{"MaxResults":1000}"#;
    let idp = edge.post(&any_credentials("ListUserPools"), body).await.error();
    let text = "1 validation error detected: Value '1000' at 'maxResults' failed to satisfy constraint: Member must have \
                value less than or equal to 60";
    assert_eq!(idp, (400, "InvalidParameterException".into(), text.into()));
}

#[tokio::test]
async fn unimplemented_operations_say_so() {
    let edge = Edge::dev();
    let answer = edge.post(&any_credentials("CreateUserImportJob"), b"{}").await;
    let text = "CreateUserImportJob is not supported by this server.";
    answer.assert_error(400, "UnsupportedOperationException", text);
    assert_eq!(answer.header("x-amzn-errormessage"), text);
}

#[tokio::test]
async fn any_message_makes_a_legal_header() {
    let edge = Edge::dev();
    let body = "{\"UserPoolId\":\"\u{1f510}\\r\\nSet-Cookie: a=b\"}";
    let answer = edge.post(&any_credentials("DescribeUserPool"), body.as_bytes()).await;
    let (status, _, message) = answer.error();
    assert_eq!(status, 400);
    assert!(message.contains("\u{1f510}\r\nSet-Cookie"), "{message}");
    let header = answer.header("x-amzn-errormessage");
    assert!(header.contains("'?  Set-Cookie: a=b'"), "{header}");
    assert!(!answer.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn only_post_calls_operations() {
    let edge = Edge::dev();
    for method in
        [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE]
    {
        let answer =
            edge.send(request(method.clone(), "/", &unsigned_headers("SignUp"), b"")).await;
        assert_eq!(answer.status, 404, "{method}");
    }
    for path in ["/x", "//", "/%2F", "/%00", "/SignUp", "/a/b/.well-known/jwks.json"] {
        let answer =
            edge.send(request(Method::POST, path, &unsigned_headers("SignUp"), b"{}")).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_answered_with_413() {
    let edge = Edge::dev();
    let at_limit = format!("{{\"a\":\"{}\"}}", "x".repeat(1024 * 1024 - 8));
    assert_eq!(at_limit.len(), 1024 * 1024);
    assert_eq!(edge.unsigned("SignUp", &at_limit).await.error().1, "InvalidParameterException");
    let past = format!("{at_limit} ");
    let undeclared = edge.unsigned("SignUp", &past).await;
    assert_eq!((undeclared.error().0, undeclared.header("connection")), (413, "close"));
    let mut headers = unsigned_headers("SignUp");
    headers.push(("content-length".into(), past.len().to_string()));
    // The body is not read: this one never ends.
    let mut declared = Request::post("/");
    for (name, value) in &headers {
        declared = declared.header(name, value);
    }
    let answer = edge.send(declared.body(Body::new(Endless)).unwrap()).await;
    answer.assert_error(
        413,
        "RequestEntityTooLargeException",
        "The request's body is larger than 1048576 bytes.",
    );
}

/// A body that never arrives.
struct Endless;

impl hyper::body::Body for Endless {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        Poll::Pending
    }
}

#[tokio::test]
async fn no_input_causes_an_internal_error() {
    let edge = Edge::dev();
    let long =
        format!(r#"{{"UserPoolId":"{}","Username":"\u0000\ud83d\ude00"}}"#, "x".repeat(100_000));
    let bodies = [
        "{}",
        r#"{"UserPoolId":null,"ClientId":null}"#,
        r#"{"UserPoolId":{},"ClientId":[],"AccessToken":1}"#,
        r#"{"UserPoolId":"eu-west-1_Nothing12","Username":"jo","GroupName":"g","ClientId":"abc"}"#,
        r#"{"AccessToken":"a.b.c","ClientId":"abc","Username":"jo","AuthFlow":"USER_SRP_AUTH","AuthParameters":{"SRP_A":"0"}}"#,
        &long,
    ];
    for service in wire::Service::ALL {
        for operation in wire::operations(service) {
            let mut headers = any_credentials(operation.name);
            headers.retain(|(name, _)| name != "x-amz-target");
            headers.push((
                "x-amz-target".into(),
                format!("{}.{}", service.target_prefix(), operation.name),
            ));
            for body in bodies {
                let answer = edge.post(&headers, body.as_bytes()).await;
                assert!(
                    answer.status.as_u16() <= 400,
                    "{} {body:.80}: {}",
                    operation.name,
                    answer.text()
                );
            }
        }
    }
}
