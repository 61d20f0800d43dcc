//! Generated from the model: every member of every implemented operation, past each of its bounds
//! and in every wrong JSON type. The model decides what is reported; none of it may cause a fault
//! in the server.

use serde_json::{Map, Value, json};
use testkit::{Answer, TestServer};
use wire::{Kind, Operation, Service, Shape};

/// A wrong value of a member, and what must be reported about it.
struct Wrong {
    path: String,
    value: Value,
    text: String,
}

#[tokio::test]
async fn every_violated_bound_is_reported() {
    let server = TestServer::start();
    let mut checked = 0;
    for operation in implemented(&server).await {
        for Wrong { path, value, text } in wrong_values(operation.input, "", true) {
            let refusal = server.call(operation.name, value).await.refusal();
            let place = format!("at '{path}' failed to satisfy constraint: ");
            let is_reported = refusal
                .message
                .split("; ")
                .any(|item| item.contains(&place) && item.contains(&text));
            assert!(
                refusal.kind == "InvalidParameterException" && is_reported,
                "{} {path}: {text}: {refusal}",
                operation.name
            );
            checked += 1;
        }
    }
    assert!(checked > 400, "{checked}");
}

/// No JSON type and no size makes the server fail.
#[tokio::test]
async fn no_value_causes_a_fault() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let values = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(1.5),
        json!(9_223_372_036_854_775_807_i64),
        json!(1e308),
        json!(""),
        json!("\u{0}\u{fffd}\u{1f510}"),
        json!("x".repeat(10_000)),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "x": null }),
        json!([[[[{}]]]]),
    ];
    for operation in implemented(&server).await {
        let Kind::Structure(members) = operation.input.kind else { continue };
        for member in
            members.iter().filter(|member| !["UserPoolId", "ClientId"].contains(&member.name))
        {
            for value in &values {
                let body =
                    json!({ "UserPoolId": pool.id, "ClientId": client.id, member.name: value });
                let answer = server.call(operation.name, body).await;
                assert!(
                    !is_fault(&answer),
                    "{} {}: {value}: {answer:?}",
                    operation.name,
                    member.name
                );
            }
        }
    }
}

fn is_fault(answer: &Answer) -> bool {
    answer.result.as_ref().is_err_and(|refusal| refusal.status >= 500)
}

/// The operations that are implemented.
async fn implemented(server: &TestServer) -> Vec<&'static Operation> {
    let mut implemented = Vec::new();
    for operation in wire::operations(Service::Idp) {
        let answer = server.call(operation.name, json!({})).await;
        if answer.kind() != "UnsupportedOperationException" {
            implemented.push(operation);
        }
    }
    implemented
}

/// Wrong values for everything that a shape consists of, each wrapped so that it is at its place in
/// a request.
fn wrong_values(shape: &Shape, path: &str, is_request: bool) -> Vec<Wrong> {
    let mut wrong = if is_request { Vec::new() } else { past_bounds(shape, path) };
    match shape.kind {
        Kind::Structure(members) => {
            for member in members {
                let path = join(path, &lower_first(member.name));
                if member.required {
                    let text = "Member must not be null".to_owned();
                    wrong.push(Wrong { path: path.clone(), value: json!({}), text });
                }
                let inner = wrong_values(member.shape, &path, false);
                wrong.extend(
                    inner
                        .into_iter()
                        .map(|one| Wrong { value: json!({ member.name: one.value }), ..one }),
                );
            }
        }
        Kind::List(element) => {
            let inner = wrong_values(element, &format!("{path}.1.member"), false);
            // Simple elements are reported at the list.
            let inner = inner.into_iter().filter(|_| !element.is_simple());
            wrong.extend(inner.map(|one| Wrong { value: json!([one.value]), ..one }));
        }
        _ => {}
    }
    wrong
}

/// Values just past each bound of a shape.
fn past_bounds(shape: &Shape, path: &str) -> Vec<Wrong> {
    let at = |value: Value, text: String| Wrong { path: path.to_owned(), value, text };
    let mut wrong = Vec::new();
    if let Some(min) = shape.min.filter(|min| *min > 0 || is_number(shape)) {
        wrong.extend(of_size(shape, min - 1).map(|value| at(value, bound(shape, "greater", min))));
    }
    // The body is limited: a longer text is refused for its size.
    if let Some(max) = shape.max.filter(|max| *max < 200_000 || is_number(shape)) {
        wrong.extend(of_size(shape, max + 1).map(|value| at(value, bound(shape, "less", max))));
    }
    if let Some(pattern) = shape.pattern {
        let candidates = ["\u{0}", " ", "&", "x y\u{0}"];
        let unlike = candidates.into_iter().find(|text| !(pattern.matches)(text));
        let text = format!("Member must satisfy regular expression pattern: {}", pattern.text);
        wrong.extend(unlike.map(|value| at(json!(value), text)));
    }
    if let Kind::Enumeration(values) = shape.kind {
        wrong.push(at(
            json!("NO_SUCH_VALUE"),
            format!("Member must satisfy enum value set: [{}]", values.join(", ")),
        ));
    }
    wrong
}

/// A value of a shape with this length, or this value for a number.
fn of_size(shape: &Shape, size: i64) -> Option<Value> {
    let count = usize::try_from(size);
    match shape.kind {
        Kind::Text => Some(json!("a".repeat(count.ok()?))),
        Kind::Integer => i32::try_from(size).ok().map(Value::from),
        Kind::Long => Some(json!(size)),
        Kind::List(element) => Some(Value::Array(vec![plain(element); count.ok()?])),
        Kind::Map(_, element) => Some(Value::Object(
            (0..count.ok()?).map(|number| (format!("k{number}"), plain(element))).collect(),
        )),
        _ => None,
    }
}

/// Any value of the right JSON type.
fn plain(shape: &Shape) -> Value {
    match shape.kind {
        Kind::Enumeration(values) => json!(values[0]),
        Kind::Text | Kind::Blob => json!("a"),
        Kind::Integer | Kind::Long | Kind::Timestamp => json!(1),
        Kind::Boolean => json!(true),
        Kind::List(_) => json!([]),
        _ => Value::Object(Map::new()),
    }
}

fn bound(shape: &Shape, side: &str, bound: i64) -> String {
    let what = if is_number(shape) { "value" } else { "length" };
    format!("Member must have {what} {side} than or equal to {bound}")
}

fn is_number(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Integer | Kind::Long)
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
