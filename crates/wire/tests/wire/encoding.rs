//! The JSON text of responses.

use std::collections::BTreeMap;

use serde_json::json;
use wire::idp::{AttributeType, GetUserResponse, UserPoolMfaType};
use wire::{Blob, Encode, Exception, ExceptionType, Sensitive, Timestamp, encode};

#[test]
fn absent_members_are_left_out() {
    let response = GetUserResponse {
        username: "ann".into(),
        user_attributes: vec![
            AttributeType { name: "sub".to_owned(), value: Some("1".into()) },
            AttributeType::default(),
        ],
        ..GetUserResponse::default()
    };
    assert_eq!(
        encode(&response),
        r#"{"Username":"ann","UserAttributes":[{"Name":"sub","Value":"1"},{"Name":""}]}"#
    );
    assert_eq!(encode(&()), "{}");
}

/// Stored documents are read and rewritten repeatedly, which must not change their numbers.
#[test]
fn numbers_in_documents_are_decoded_exactly() {
    let document: wire::Document = wire::decode_stored("1.00000000000000000014").unwrap();
    assert_eq!(encode(&document), "1.0");
}

#[test]
fn timestamps_are_seconds_with_up_to_three_decimals() {
    for (milliseconds, text) in [
        (1_548_097_827_125, "1548097827.125"),
        (1_548_097_827_500, "1548097827.5"),
        (1_548_097_827_000, "1548097827"),
        (1_548_097_827_010, "1548097827.01"),
        (10, "0.01"),
        (0, "0"),
        (100_000, "100"),
        (-1500, "-1.5"),
        (-1, "-0.001"),
    ] {
        assert_eq!(encode(&Timestamp(milliseconds)), text);
        assert_eq!(
            wire::decode::<Timestamp>(serde_json::from_str(text).unwrap()),
            Ok(Timestamp(milliseconds))
        );
    }
    for extreme in [i64::MIN, i64::MAX] {
        assert!(serde_json::from_str::<serde_json::Value>(&encode(&Timestamp(extreme))).is_ok());
    }
    assert_eq!(wire::decode::<Timestamp>(json!(1e300)), Ok(Timestamp(i64::MAX)));
    assert_eq!(wire::decode::<Timestamp>(json!(u64::MAX)), Ok(Timestamp(i64::MAX)));
}

#[test]
fn strings_are_escaped_as_json_requires() {
    let all: String =
        (0..0x300).filter_map(char::from_u32).chain("😀\u{2028}\u{ffff}".chars()).collect();
    let text = encode(&all);
    assert_eq!(serde_json::from_str::<String>(&text).unwrap(), all);
    assert_eq!(encode(&"a\"b\\c\n\r\t\u{1}é/".to_owned()), r#""a\"b\\c\n\r\t\u0001é/""#);
    let map = BTreeMap::from([("k\"".to_owned(), true), ("l".to_owned(), false)]);
    assert_eq!(encode(&map), r#"{"k\"":true,"l":false}"#);
}

#[test]
fn blobs_are_padded_base64_and_decode_without_padding() {
    assert_eq!(encode(&Blob(b"plain".to_vec())), r#""cGxhaW4=""#);
    for text in ["cGxhaW4=", "cGxhaW4"] {
        assert_eq!(wire::decode::<Blob>(json!(text)), Ok(Blob(b"plain".to_vec())));
    }
}

#[test]
fn exceptions_are_encoded_as_response_bodies() {
    let mut exception = Exception::new(ExceptionType::InvalidParameter, "No \"such\" thing.");
    assert_eq!(
        encode(&exception),
        r#"{"__type":"InvalidParameterException","message":"No \"such\" thing."}"#
    );
    exception.reason_code = Some("R".to_owned());
    assert!(encode(&exception).ends_with(r#","reasonCode":"R"}"#));
}

#[test]
fn enums_are_encoded_as_their_texts() {
    let mut out = String::new();
    UserPoolMfaType::Optional.encode(&mut out);
    assert_eq!(out, "\"OPTIONAL\"");
    assert_eq!(UserPoolMfaType::default(), UserPoolMfaType::Off);
    assert_eq!(UserPoolMfaType::ALL.len(), UserPoolMfaType::TEXTS.len());
    assert!(
        UserPoolMfaType::ALL
            .iter()
            .all(|value| UserPoolMfaType::parse(value.as_str()) == Some(*value))
    );
    assert_eq!(UserPoolMfaType::parse("off"), None);
}

#[test]
fn debug_of_sensitive_values_reveals_nothing() {
    let secret = Sensitive("hunter2".to_owned());
    assert_eq!(format!("{secret:?}"), "Sensitive(..)");
    assert_eq!(secret.len(), 7);
    assert_eq!(secret.into_inner(), "hunter2");
}
