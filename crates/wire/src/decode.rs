//! Decodes requests from JSON to shapes, collecting every violation.

use serde_json::{Map, Value};

use crate::constraint::{Kind, Shape, lower_first};
use crate::violation::{self, Quoted, Violation, Violations};

/// A shape that can be read from JSON.
pub trait Decode: Sized + Default {
    /// Reads `value`. Records constraint violations in `at` and returns a placeholder value for
    /// them.
    ///
    /// # Errors
    /// If the JSON has the wrong type.
    fn decode(value: Value, at: &mut Decoder) -> Result<Self, Malformed>;
}

/// The request does not have the shape's JSON types (`SerializationException`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Malformed {
    /// The service's message; some cases have none.
    pub message: Option<String>,
}

/// Why a request could not be decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Wrong JSON types.
    Malformed(Malformed),
    /// Correct types, but constraints are violated.
    Violations(Violations),
}

/// Parses a request body.
///
/// # Errors
/// If the body is empty, not JSON, nested more than 127 levels, or not UTF-8; without a message,
/// like the service.
pub fn parse(body: &[u8]) -> Result<Value, Malformed> {
    serde_json::from_slice(body).map_err(|_| Malformed::default())
}

/// Decodes a request. Unknown members are ignored, null members count as absent, except booleans,
/// which have no null.
///
/// # Errors
/// Wrong JSON types, or all violations of the model's constraints together.
pub fn decode<T: Decode>(value: Value) -> Result<T, Refusal> {
    let mut at = Decoder::new(Checks::All);
    let decoded = T::decode(value, &mut at).map_err(Refusal::Malformed)?;
    match Violations::new(at.violations) {
        None => Ok(decoded),
        Some(violations) => Err(Refusal::Violations(violations)),
    }
}

/// Decodes a document that this server stored. Constraints are not checked, so that settings stay
/// readable when the model's limits change. Absent required members get their default.
///
/// # Errors
/// If it is not JSON, has wrong JSON types, or contains an unknown enum value.
pub fn decode_stored<T: Decode>(text: &str) -> Result<T, Malformed> {
    T::decode(parse(text.as_bytes())?, &mut Decoder::new(Checks::Stored))
}

/// Further violations are not recorded: a body of a few kilobytes must not produce a message of
/// megabytes.
const MAX_VIOLATIONS: usize = 1000;

/// The current position and the violations found so far.
#[derive(Debug)]
pub struct Decoder {
    path: Vec<Segment>,
    /// Shape of the value being decoded.
    shape: &'static Shape,
    /// Inside a sensitive shape, where values are not quoted.
    secret: bool,
    checks: Checks,
    violations: Vec<Violation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Checks {
    /// A request.
    All,
    /// Simple elements of a list or map, already checked together.
    Done,
    /// A document stored by this server.
    Stored,
}

/// A step of a path.
#[derive(Debug)]
pub(crate) enum Segment {
    Member(&'static str),
    /// 0-based.
    Element(usize),
    Entry(String),
}

impl Decoder {
    pub(crate) fn new(checks: Checks) -> Self {
        Self { path: Vec::new(), shape: Shape::ANY, secret: false, checks, violations: Vec::new() }
    }

    /// The members of a structure.
    pub(crate) fn structure(&self, value: Value) -> Result<Map<String, Value>, Malformed> {
        match value {
            Value::Object(members) => Ok(members),
            Value::Array(_) => Err(self.mismatch(&value, "a Structure")),
            _ if self.path.is_empty() => Err(Malformed::default()),
            _ => Err(self.mismatch(&value, "a Structure")),
        }
    }

    /// Takes a required member.
    pub(crate) fn required<T: Decode>(
        &mut self,
        members: &mut Map<String, Value>,
        name: &'static str,
        shape: &'static Shape,
    ) -> Result<T, Malformed> {
        match self.optional(members, name, shape)? {
            Some(member) => Ok(member),
            None => {
                self.enter(Segment::Member(name), shape, |at| {
                    at.record(violation::NOT_NULL.to_owned(), || Some(Quoted::Null));
                });
                Ok(T::default())
            }
        }
    }

    /// Takes a member that may be absent or, unless it is a boolean, null.
    pub(crate) fn optional<T: Decode>(
        &mut self,
        members: &mut Map<String, Value>,
        name: &'static str,
        shape: &'static Shape,
    ) -> Result<Option<T>, Malformed> {
        match members.remove(name) {
            None => Ok(None),
            Some(Value::Null) if self.takes_null(shape) => Ok(None),
            Some(value) => {
                self.enter(Segment::Member(name), shape, |at| T::decode(value, at)).map(Some)
            }
        }
    }

    fn takes_null(&self, shape: &Shape) -> bool {
        self.checks == Checks::Stored || !matches!(shape.kind, Kind::Boolean)
    }

    /// Runs `inner` one level deeper.
    pub(crate) fn enter<R>(
        &mut self,
        segment: Segment,
        shape: &'static Shape,
        inner: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let outer = (self.shape, self.secret);
        self.path.push(segment);
        self.shape = shape;
        self.secret |= shape.sensitive;
        let result = inner(self);
        (self.shape, self.secret) = outer;
        self.path.pop();
        result
    }

    /// Runs `inner` for simple elements of `shape` whose constraints were already checked together.
    pub(crate) fn checked<R>(
        &mut self,
        shape: &'static Shape,
        inner: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let outer = (self.shape, self.checks);
        self.shape = shape;
        if self.checks == Checks::All {
            self.checks = Checks::Done;
        }
        let result = inner(self);
        (self.shape, self.checks) = outer;
        result
    }

    /// Shape of the value being decoded.
    pub(crate) fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// False if violations are ignored.
    pub(crate) fn checking(&self) -> bool {
        self.checks == Checks::All
    }

    /// Records a violation by the value being decoded; `value` is only called if it may be quoted.
    pub(crate) fn violate(&mut self, constraint: String, value: impl FnOnce() -> Option<String>) {
        self.record(constraint, || value().map(Quoted::Text));
    }

    fn record(&mut self, constraint: String, value: impl FnOnce() -> Option<Quoted>) {
        if self.checks != Checks::All || self.violations.len() >= MAX_VIOLATIONS {
            return;
        }
        let value = if self.secret { None } else { value() };
        self.violations.push(Violation { path: self.path(), value, constraint });
    }

    /// Reports an unknown enum value.
    pub(crate) fn unknown_value(&mut self, text: String) -> Result<(), Malformed> {
        let values = match self.shape.kind {
            Kind::Enumeration(values) => values,
            _ => &[],
        };
        match self.checks {
            Checks::All => self.violate(violation::value_set(values), || Some(text)),
            Checks::Done => {}
            Checks::Stored => {
                let message = format!("Unknown value at '{}'", self.path());
                return Err(Malformed { message: Some(message) });
            }
        }
        Ok(())
    }

    /// The error for something other than a list where a list of `element` is due.
    pub(crate) fn no_list(&self, element: &Shape, found: &Value) -> Malformed {
        match found {
            Value::Object(_) => self.mismatch(found, "a List"),
            Value::Bool(_) | Value::Number(_) if matches!(element.kind, Kind::Structure(_)) => {
                self.no_structure(found)
            }
            _ => Malformed::because("Unexpected field type"),
        }
    }

    /// The error for something other than a structure in a list of structures.
    pub(crate) fn no_structure(&self, found: &Value) -> Malformed {
        match found {
            Value::Array(_) | Value::Object(_) => self.mismatch(found, "a Structure"),
            _ => Malformed::because("Unexpected value type in payload"),
        }
    }

    /// The error for JSON of the wrong type. `expected` is, for example, `a String`.
    pub(crate) fn mismatch(&self, found: &Value, expected: &str) -> Malformed {
        let token = match found {
            Value::Object(_) => {
                return Malformed::because("Start of structure or map found where not expected.");
            }
            Value::Array(_) => return Malformed::because("Start of list found where not expected"),
            Value::Null => "NULL_VALUE",
            Value::Bool(true) => "TRUE_VALUE",
            Value::Bool(false) => "FALSE_VALUE",
            Value::Number(_) => "NUMBER_VALUE",
            Value::String(_) => "STRING_VALUE",
        };
        Malformed { message: Some(format!("{token} can not be converted to {expected}")) }
    }

    fn path(&self) -> String {
        let mut text = String::new();
        for segment in &self.path {
            if !text.is_empty() {
                text.push('.');
            }
            match segment {
                Segment::Member(name) => text.push_str(&lower_first(name)),
                Segment::Element(index) => text.push_str(&format!("{}.member", index + 1)),
                Segment::Entry(key) => text.push_str(key),
            }
        }
        text
    }
}

impl Malformed {
    fn because(message: &str) -> Self {
        Self { message: Some(message.to_owned()) }
    }
}
