//! Decodes strings, numbers, lists and maps, and checks their constraints.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

use crate::constraint::{Kind, Shape};
use crate::decode::Segment;
use crate::quote::quoted;
use crate::violation;
use crate::{Decode, Decoder, Malformed, Sensitive};

/// The response of an operation without an output shape: an object whose members are ignored.
impl Decode for () {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        at.structure(value).map(drop)
    }
}

impl Decode for String {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        let text = at.text(value)?;
        if at.checking() {
            at.check_text(&text);
        }
        Ok(text)
    }
}

/// The texts that the service is known to take for booleans are taken; others, which it may read
/// either way, are refused.
impl Decode for bool {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        match &value {
            Value::Bool(flag) => Ok(*flag),
            Value::String(text) if matches!(text.as_str(), "true" | "yes") => Ok(true),
            Value::String(text) if text == "false" => Ok(false),
            _ => Err(at.mismatch(&value, "a Boolean")),
        }
    }
}

impl Decode for i32 {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        let number = whole(&value).and_then(|number| Self::try_from(number).ok());
        let number = number.ok_or_else(|| at.mismatch(&value, "an Integer"))?;
        at.check_number(number.into());
        Ok(number)
    }
}

impl Decode for i64 {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        let number = whole(&value).ok_or_else(|| at.mismatch(&value, "a Long"))?;
        at.check_number(number);
        Ok(number)
    }
}

impl<T: Decode> Decode for Sensitive<T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        T::decode(value, at).map(Sensitive)
    }
}

impl Decode for Value {
    fn decode(value: Value, _: &mut Decoder) -> Result<Self, Malformed> {
        Ok(value)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        let shape = at.shape();
        let element = match shape.kind {
            Kind::List(element) => element,
            _ => Shape::ANY,
        };
        let Value::Array(items) = &value else {
            return Err(at.no_list(element, &value));
        };
        at.check_length(items.len(), || quoted(shape, &value));
        if at.checking() && !items.iter().all(|item| satisfies(element, item)) {
            at.violate_parts("Member", element, || quoted(shape, &value));
        }
        let Value::Array(items) = value else {
            return Ok(Self::new());
        };
        if element.is_simple() {
            let items = items.into_iter().filter(|item| !item.is_null());
            at.checked(element, |at| items.map(|item| T::decode(item, at)).collect())
        } else {
            at.elements(items, element)
        }
    }
}

/// A null entry counts as absent, like a null member.
impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed> {
        let Value::Object(mut entries) = value else {
            return Err(at.mismatch(&value, "a Map"));
        };
        entries.retain(|_, value| !value.is_null());
        let (key, value) = match at.shape().kind {
            Kind::Map(key, value) => (key, value),
            _ => (Shape::ANY, Shape::ANY),
        };
        let entries = at.check_entries(entries, (key, value));
        let mut decoded = Self::new();
        for (name, item) in entries {
            let item = if value.is_simple() {
                at.checked(value, |at| T::decode(item, at))?
            } else {
                at.enter(Segment::Entry(name.clone()), value, |at| T::decode(item, at))?
            };
            decoded.insert(name, item);
        }
        Ok(decoded)
    }
}

impl Decoder {
    /// The text of a string or enum, before its checks.
    pub(crate) fn text(&self, value: Value) -> Result<String, Malformed> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(self.mismatch(&other, "a String")),
        }
    }

    /// Checks a length in characters, bytes, elements or entries.
    pub(crate) fn check_length(&mut self, length: usize, value: impl Fn() -> Option<String>) {
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let Shape { min, max, .. } = *self.shape();
        if let Some(min) = min.filter(|min| length < *min) {
            self.violate(violation::minimum_length(min), &value);
        }
        if let Some(max) = max.filter(|max| length > *max) {
            self.violate(violation::maximum_length(max), &value);
        }
    }

    /// The pattern is checked first, as in most recorded answers.
    fn check_text(&mut self, text: &str) {
        let shape = self.shape();
        if let Some(pattern) = shape.pattern.filter(|pattern| !(pattern.matches)(text)) {
            self.violate(violation::pattern(pattern.text), || Some(text.to_owned()));
        }
        if shape.min.is_some() || shape.max.is_some() {
            self.check_length(text.chars().count(), || Some(text.to_owned()));
        }
    }

    fn check_number(&mut self, number: i64) {
        let Shape { min, max, .. } = *self.shape();
        if let Some(min) = min.filter(|min| number < *min) {
            self.violate(violation::minimum_value(min), || Some(number.to_string()));
        }
        if let Some(max) = max.filter(|max| number > *max) {
            self.violate(violation::maximum_value(max), || Some(number.to_string()));
        }
    }

    /// Elements that are lists, maps or structures, each with its own path. Nulls, which were
    /// reported at the list if it refuses them, are left out.
    fn elements<T: Decode>(
        &mut self,
        items: Vec<Value>,
        element: &'static Shape,
    ) -> Result<Vec<T>, Malformed> {
        let is_structure = matches!(element.kind, Kind::Structure(_));
        let mut decoded = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate().filter(|(_, item)| !item.is_null()) {
            if is_structure && !item.is_object() {
                return Err(self.no_structure(&item));
            }
            decoded.push(self.enter(Segment::Element(index), element, |at| T::decode(item, at))?);
        }
        Ok(decoded)
    }

    fn check_entries(
        &mut self,
        entries: Map<String, Value>,
        (key, value): (&Shape, &Shape),
    ) -> Map<String, Value> {
        if !self.checking() {
            return entries;
        }
        let keys = entries.keys().all(|name| satisfies_text(key, name));
        let shape = self.shape();
        let values = !value.is_simple() || entries.values().all(|item| satisfies(value, item));
        let count = entries.len();
        let whole = Value::Object(entries);
        self.check_length(count, || quoted(shape, &whole));
        // The value of an invalid key may be secret even if keys are not.
        if !keys {
            self.violate_parts("Map keys", key, || quoted(shape, &whole));
        }
        if !values {
            self.violate_parts("Map value", value, || quoted(shape, &whole));
        }
        match whole {
            Value::Object(entries) => entries,
            _ => Map::new(),
        }
    }

    /// Reports simple elements together, at the list or map that holds them.
    fn violate_parts(
        &mut self,
        subject: &str,
        part: &Shape,
        whole: impl FnOnce() -> Option<String>,
    ) {
        self.violate(
            format!("{subject} must satisfy constraint: {}", violation::all_of(part)),
            whole,
        );
    }
}

/// Checks a simple shape's constraints, and of other shapes whether there is a value. A value of
/// the wrong type passes, because decoding refuses it anyway.
fn satisfies(shape: &Shape, value: &Value) -> bool {
    match value {
        Value::Null => shape.drops_null,
        Value::String(text) => satisfies_text(shape, text),
        Value::Number(_) => whole(value).is_none_or(|number| within(shape, number)),
        _ => true,
    }
}

fn satisfies_text(shape: &Shape, text: &str) -> bool {
    let in_set = match shape.kind {
        Kind::Enumeration(values) => values.contains(&text),
        _ => true,
    };
    let bounded = shape.min.is_some() || shape.max.is_some();
    in_set
        && shape.pattern.is_none_or(|pattern| (pattern.matches)(text))
        && (!bounded || within(shape, i64::try_from(text.chars().count()).unwrap_or(i64::MAX)))
}

fn within(shape: &Shape, number: i64) -> bool {
    shape.min.is_none_or(|min| number >= min) && shape.max.is_none_or(|max| number <= max)
}

/// The integer that a JSON number represents: `5` and `5.0`, but not `5.5`.
fn whole(value: &Value) -> Option<i64> {
    /// Above this a double cannot represent every integer.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = value.as_number()?;
    let fraction = || number.as_f64().filter(|it| it.fract() == 0.0 && it.abs() <= EXACT);
    Number::as_i64(number).or_else(|| fraction().map(|it| it as i64))
}
