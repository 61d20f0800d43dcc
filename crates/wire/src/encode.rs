//! Encodes responses from shapes to JSON text.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use crate::Sensitive;

/// A shape that can be written as JSON.
pub trait Encode {
    /// Appends the JSON text; absent optional members are left out.
    fn encode(&self, out: &mut String);
}

/// The JSON text of a response.
pub fn encode(value: &impl Encode) -> String {
    let mut out = String::new();
    value.encode(&mut out);
    out
}

/// A JSON object being written.
pub(crate) struct Object<'a> {
    out: &'a mut String,
    empty: bool,
}

impl<'a> Object<'a> {
    /// Opens the object.
    pub(crate) fn new(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, empty: true }
    }

    /// Writes a member that is always present.
    pub(crate) fn required<T: Encode>(&mut self, name: &str, value: &T) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        string(name, self.out);
        self.out.push(':');
        value.encode(self.out);
    }

    /// Writes a member unless it is absent.
    pub(crate) fn optional<T: Encode>(&mut self, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Closes the object.
    pub(crate) fn end(self) {
        self.out.push('}');
    }
}

impl Encode for () {
    fn encode(&self, out: &mut String) {
        out.push_str("{}");
    }
}

impl Encode for String {
    fn encode(&self, out: &mut String) {
        string(self, out);
    }
}

impl Encode for bool {
    fn encode(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Encode for i32 {
    fn encode(&self, out: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{self}");
    }
}

impl Encode for i64 {
    fn encode(&self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl Encode for Value {
    fn encode(&self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl<T: Encode> Encode for Sensitive<T> {
    fn encode(&self, out: &mut String) {
        self.0.encode(out);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut String) {
        out.push('[');
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            item.encode(out);
        }
        out.push(']');
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, out: &mut String) {
        let mut object = Object::new(out);
        for (key, value) in self {
            object.required(key, value);
        }
        object.end();
    }
}

/// A JSON string: quotes, backslashes and control characters escaped, everything else unchanged.
pub(crate) fn string(text: &str, out: &mut String) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut written = 0;
    for (index, byte) in text.bytes().enumerate() {
        // All escaped bytes are ASCII, so `index` is a character boundary.
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(written..index).unwrap_or_default());
        written = index + 1;
        escape(byte, out);
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out.push('"');
}

fn escape(byte: u8, out: &mut String) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\t' => out.push_str("\\t"),
        other => {
            let _ = write!(out, "\\u{other:04x}");
        }
    }
}
