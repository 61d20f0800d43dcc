//! Strict JSON: a repeated member is an error, since parsers disagree about which one counts.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The members of a JSON object. `None` if it is not JSON, not an object, nested deeper than 127
/// levels, or repeats a member.
pub(crate) fn parse_object(json: &[u8]) -> Option<Map<String, Value>> {
    match serde_json::from_slice::<Strict>(json) {
        Ok(Strict(Value::Object(members))) => Some(members),
        Ok(_) | Err(_) => None,
    }
}

/// A value in which no object, at any depth, repeats a member.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading).map(Self)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        // JSON cannot represent a number that is not finite.
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = elements.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut given: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, Strict(value))) = given.next_entry::<String, Strict>()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("repeated member"));
            }
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::parse_object;

    #[test]
    fn an_object_is_parsed_unchanged() {
        let json = r#"{"a":[1,-2,3.5,true,null,"\u00e4\/"],"b":{"a":{}}}"#;
        assert_eq!(parse_object(json.as_bytes()), serde_json::from_str(json).ok());
    }

    #[test]
    fn anything_else_is_refused() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(200), "]".repeat(200));
        for json in [
            "",
            "[]",
            "null",
            "{}{}",
            "{\"a\":1,\"a\":1}",
            r#"{"a":{"b":1,"\u0062":2}}"#,
            "{\"a\":1e999}",
            "{'a':1}",
            &deep,
        ] {
            assert_eq!(parse_object(json.as_bytes()), None, "{json}");
        }
        assert_eq!(parse_object(b"{\"a\":\"\xff\"}"), None, "not UTF-8");
    }
}
