//! Values as messages quote them: `text`, `5`, `[a, b]`, `{key=value}`, and structures as the
//! service's Java classes print themselves, `AttributeType(name=email, value=null)`.

use std::fmt::Write;

use serde_json::Value;

use crate::constraint::{Kind, Member, Shape, lower_first};
use crate::violation::MAX_QUOTED;
use crate::{Blob, Checks, Decode, Decoder};

/// The value as messages quote it; `None` if a part of it is sensitive or not of its shape.
pub(crate) fn quoted(shape: &'static Shape, value: &Value) -> Option<String> {
    let mut out = String::new();
    write(&mut out, shape, value)?;
    Some(out)
}

/// Stops where messages stop: a list of many elements must not become a text of megabytes.
fn write(out: &mut String, shape: &'static Shape, value: &Value) -> Option<()> {
    if shape.sensitive && !value.is_null() {
        return None;
    }
    match (shape.kind, value) {
        (_, Value::Null) => out.push_str("null"),
        (Kind::List(element), Value::Array(items)) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(out, index);
                write(out, element, item)?;
                if out.len() > MAX_QUOTED {
                    return Some(());
                }
            }
            out.push(']');
        }
        (Kind::Map(key, _), Value::Object(_)) if key.sensitive => return None,
        (Kind::Map(_, item), Value::Object(entries)) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                separate(out, index);
                out.push_str(key);
                out.push('=');
                write(out, item, value)?;
                if out.len() > MAX_QUOTED {
                    return Some(());
                }
            }
            out.push('}');
        }
        (Kind::Structure(members), Value::Object(given)) => {
            out.push_str(shape.name);
            out.push('(');
            for (index, Member { name, shape, .. }) in members.iter().enumerate() {
                separate(out, index);
                out.push_str(&lower_first(name));
                out.push('=');
                write(out, shape, given.get(*name).unwrap_or(&Value::Null))?;
            }
            out.push(')');
        }
        (Kind::Blob, blob) => {
            let bytes = Blob::decode(blob.clone(), &mut Decoder::new(Checks::Stored)).ok()?.0.len();
            // Writing to a String cannot fail.
            let _ = write!(out, "java.nio.HeapByteBuffer[pos=0 lim={bytes} cap={bytes}]");
        }
        (_, Value::Array(_) | Value::Object(_)) => return None,
        (_, Value::String(text)) => out.push_str(text),
        (_, other) => {
            let _ = write!(out, "{other}");
        }
    }
    Some(())
}

fn separate(out: &mut String, index: usize) {
    if index > 0 {
        out.push_str(", ");
    }
}
