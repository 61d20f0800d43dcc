//! A step of a seed.

use aws_lc_rs::digest::{SHA256, digest};
use serde_json::{Map, Value, json};

use super::{Malformed, reference};

/// A request to make.
#[derive(Clone, PartialEq)]
pub struct Step {
    /// The operation's name.
    pub operation: String,
    /// The name by which later steps refer to its answer.
    pub name: Option<String>,
    /// The id of the resource it creates.
    pub id: Option<String>,
    /// The request, with references to earlier answers.
    pub input: Map<String, Value>,
}

/// Leaves out the input, which may contain passwords.
impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { operation, name, id, .. } = self;
        f.debug_struct("Step")
            .field("operation", operation)
            .field("name", name)
            .field("id", id)
            .finish_non_exhaustive()
    }
}

impl Step {
    /// Parses the step with this number, counted from 1.
    pub(super) fn of(number: usize, value: Value) -> Result<Self, Malformed> {
        let malformed = |what: String| Malformed(format!("step {number}: {what}"));
        let Value::Object(mut members) = value else {
            return Err(malformed("it is not a mapping with an `operation`".to_owned()));
        };
        let mut text = |member: &str| match members.remove(member) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(malformed(format!("`{member}` is not a string"))),
        };
        let operation =
            text("operation")?.ok_or_else(|| malformed("it has no `operation`".to_owned()))?;
        let (name, id) = (text("as")?, text("id")?);
        let input = match members.remove("input") {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(input)) => input,
            Some(_) => return Err(malformed("`input` is not a mapping".to_owned())),
        };
        if let Some(unknown) = members.keys().next() {
            return Err(malformed(format!(
                "it has an unknown member `{unknown}`; the members are operation, as, id and input"
            )));
        }
        if let Some(name) = name.as_ref().filter(|name| !reference::is_name(name)) {
            return Err(malformed(format!(
                "`as: {name}` is not a name: a letter, then letters, digits, - and _"
            )));
        }
        Ok(Self { operation, name, id, input })
    }

    /// A digest of the contents, independent of the formatting.
    pub(super) fn digest(&self) -> String {
        let Self { operation, name, id, input } = self;
        let said = json!([operation, name, id, input]).to_string();
        digest(&SHA256, said.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
