//! CORS as browsers see it.

use http::Method;

use crate::support::{Edge, request, unsigned_headers};

const EXPOSED: &str = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

#[tokio::test]
async fn a_preflight_is_answered_for_any_origin() {
    for edge in [Edge::dev(), Edge::serve()] {
        let asked = "content-type,x-amz-target,x-amz-user-agent,amz-sdk-request";
        let headers = [
            ("host", "localhost"),
            ("origin", "https://app.example"),
            ("access-control-request-method", "POST"),
            ("access-control-request-headers", asked),
        ];
        let answer = edge.send(request(Method::OPTIONS, "/", &headers, b"")).await;
        assert_eq!((answer.status.as_u16(), answer.text()), (200, ""));
        for (name, value) in [
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "POST"),
            ("access-control-allow-headers", asked),
            ("access-control-expose-headers", EXPOSED),
            ("access-control-max-age", "172800"),
            ("content-length", "0"),
        ] {
            assert_eq!(answer.header(name), value, "{name}");
        }
        assert!(!answer.headers.contains_key("access-control-allow-credentials"));
    }
}

#[tokio::test]
async fn the_requesting_page_can_read_answers_and_errors() {
    let edge = Edge::dev();
    for (operation, body) in [("SignUp", "{}"), ("SignUp", "not json"), ("NoSuchOperation", "{}")] {
        let mut headers = unsigned_headers(operation);
        headers.push(("origin".into(), "https://app.example".into()));
        let answer = edge.post(&headers, body.as_bytes()).await;
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{operation} {body}");
        assert_eq!(answer.header("access-control-expose-headers"), EXPOSED);
    }
    let other = edge.send(request(
        Method::GET,
        "/",
        &[("host", "localhost"), ("origin", "https://app.example")],
        b"",
    ));
    assert_eq!(other.await.header("access-control-allow-origin"), "*");
}
