//! Properties of every operation of both models.

use std::fmt::Debug;

use serde_json::{Value, json};
use wire::{Decode, Encode, Kind, OperationShape, Quoted, Refusal, Shape};

use crate::samples::{SECRETS, full, least};
use crate::walk::walk;

/// Visits every operation.
pub(crate) trait Visit {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq;
}

struct Count(usize);

impl Visit for Count {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq,
    {
        let found = wire::operation(O::OPERATION.service, O::OPERATION.name).unwrap();
        assert_eq!(found.snake, O::OPERATION.snake);
        self.0 += 1;
    }
}

#[test]
fn there_are_164_operations() {
    let mut count = Count(0);
    walk(&mut count);
    assert_eq!(count.0, 164);
}

struct Empty;

impl Visit for Empty {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq,
    {
        let Kind::Structure(members) = O::OPERATION.input.kind else {
            panic!("{:?}", O::OPERATION)
        };
        let required: Vec<String> =
            members.iter().filter(|it| it.required).map(|it| lower_first(it.name)).collect();
        match wire::decode::<O::Input>(json!({})) {
            Ok(_) => assert_eq!(required, Vec::<String>::new(), "{:?}", O::OPERATION),
            Err(Refusal::Violations(violations)) => {
                assert!(violations.iter().all(|it| it.constraint == "Member must not be null"
                    && it.value.as_ref().is_none_or(|value| *value == Quoted::Null)));
                let missing: Vec<String> = violations.iter().map(|it| it.path.clone()).collect();
                assert_eq!(missing, required, "{:?}", O::OPERATION);
            }
            Err(other) => panic!("{:?}: {other:?}", O::OPERATION),
        }
    }
}

#[test]
fn an_empty_object_violates_exactly_the_required_members() {
    walk(&mut Empty);
}

struct RoundTrip;

impl Visit for RoundTrip {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq,
    {
        round_trip::<O::Input>(&full(O::OPERATION.input));
        round_trip::<O::Input>(&least(O::OPERATION.input));
        if let Some(output) = O::OPERATION.output {
            round_trip::<O::Output>(&full(output));
            round_trip::<O::Output>(&least(output));
        }
    }
}

fn round_trip<T: Decode + Encode + Debug + PartialEq>(value: &Value) {
    let decoded: T =
        wire::decode(value.clone()).unwrap_or_else(|refusal| panic!("{value}: {refusal:?}"));
    let text = wire::encode(&decoded);
    assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), value);
    assert_eq!(wire::decode_stored::<T>(&text).unwrap(), decoded);
}

#[test]
fn decoding_and_encoding_lose_nothing() {
    walk(&mut RoundTrip);
}

struct NoSecrets {
    looked_at: usize,
}

impl Visit for NoSecrets {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq,
    {
        let value = full(O::OPERATION.input);
        let decoded: O::Input = wire::decode(value.clone()).unwrap();
        let shown = format!("{decoded:?} {decoded:#?}");
        assert!(SECRETS.iter().all(|secret| !shown.contains(secret)), "{shown}");
        if SECRETS.iter().any(|secret| value.to_string().contains(secret)) {
            assert!(shown.contains("Sensitive(..)"), "{shown}");
            self.looked_at += 1;
        }
    }
}

#[test]
fn debug_reveals_no_sensitive_value() {
    let mut visit = NoSecrets { looked_at: 0 };
    walk(&mut visit);
    assert!(visit.looked_at > 50, "{}", visit.looked_at);
}

#[test]
fn debug_hides_members_hidden_by_the_overlay() {
    let request: wire::idp::ConfirmSignUpRequest =
        wire::decode(json!({"ClientId": "c", "Username": "u", "ConfirmationCode": "987654"}))
            .unwrap();
    let shown = format!("{request:?}");
    assert!(!shown.contains("987654") && shown.contains("(hidden)"), "{shown}");
}

/// Every required member at every level, each removed once.
struct Required;

impl Visit for Required {
    fn operation<O: OperationShape>(&mut self)
    where
        O::Input: Debug + Clone + PartialEq,
        O::Output: Debug + Clone + PartialEq,
    {
        let mut places = Vec::new();
        required_members(O::OPERATION.input, &mut String::new(), &mut places);
        for place in places {
            let mut value = full(O::OPERATION.input);
            let (above, name) = place.rsplit_once('/').unwrap();
            let Some(Value::Object(members)) = value.pointer_mut(above) else { panic!("{place}") };
            members.remove(name);
            let Err(Refusal::Violations(violations)) = wire::decode::<O::Input>(value) else {
                panic!("{place}")
            };
            assert!(
                violations.iter().all(|it| it.constraint == "Member must not be null"),
                "{place}: {violations}"
            );
        }
    }
}

/// JSON pointers into the full sample.
fn required_members(shape: &Shape, at: &mut String, places: &mut Vec<String>) {
    let length = at.len();
    match shape.kind {
        Kind::Structure(members) => {
            for member in members {
                at.push('/');
                at.push_str(member.name);
                if member.required {
                    places.push(at.clone());
                }
                required_members(member.shape, at, places);
                at.truncate(length);
            }
        }
        Kind::List(element) => {
            at.push_str("/0");
            required_members(element, at, places);
            at.truncate(length);
        }
        _ => {}
    }
}

#[test]
fn each_missing_required_member_is_reported_with_its_path() {
    walk(&mut Required);
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}
