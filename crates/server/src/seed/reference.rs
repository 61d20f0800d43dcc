//! References to earlier answers: `${shop.UserPool.Id}`. `$${` is a literal `${`.

use std::collections::HashMap;

use serde_json::{Map, Value};

const BEGIN: &str = "${";
const ESCAPED: &str = "$${";

/// Answers by the name of their step.
pub(super) type Answers = HashMap<String, Value>;

/// Why a reference cannot be resolved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// It begins like a reference but is not one. Holds its beginning.
    #[error("`${{{0}` is not a reference; write ${{name.Member}}, or $${{ for a literal ${{")]
    IllFormed(String),
    /// It names a step that does not exist or comes later.
    #[error("${{{name}.{way}}}: no earlier step has `as: {name}`")]
    UnknownStep {
        /// The name of the step.
        name: String,
        /// The path in its answer.
        way: String,
    },
    /// The answer of the step has no such member.
    #[error("${{{name}.{way}}}: the answer of step {name} has no {way}")]
    NoMember {
        /// The name of the step.
        name: String,
        /// The path in its answer.
        way: String,
    },
    /// Only a string or a number can be part of a text.
    #[error("${{{name}.{way}}} is used within a text, but is neither text nor a number")]
    NotText {
        /// The name of the step.
        name: String,
        /// The path in its answer.
        way: String,
    },
}

/// Part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    /// The name of a step, and the path in its answer.
    Reference(&'a str, &'a str),
}

/// Whether the text is a valid name of a step.
pub(super) fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
}

/// Escapes a text, so that it contains no references.
pub fn escaped(text: &str) -> String {
    text.replace(BEGIN, ESCAPED)
}

/// Checks that every reference in an input is well formed and names an earlier step.
///
/// # Errors
/// See [`ReferenceError`].
pub(super) fn check(
    input: &Map<String, Value>,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<(), ReferenceError> {
    let mut waiting: Vec<&Value> = input.values().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items),
            Value::Object(members) => waiting.extend(members.values()),
            Value::String(text) => {
                for part in parts(text)? {
                    if let Part::Reference(name, way) = part
                        && !is_known(name)
                    {
                        return Err(unknown_step(name, way));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Replaces every reference in a value.
///
/// # Errors
/// As for [`check`]; a member missing in the answer, or one used within a text that is neither a
/// string nor a number.
pub(super) fn resolve(value: &Value, answers: &Answers) -> Result<Value, ReferenceError> {
    Ok(match value {
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| resolve(item, answers)).collect::<Result<_, _>>()?)
        }
        Value::Object(members) => Value::Object(resolve_all(members, answers)?),
        Value::String(text) => resolve_text(text, answers)?,
        other => other.clone(),
    })
}

/// Like [`resolve`], for each member.
pub(super) fn resolve_all(
    members: &Map<String, Value>,
    answers: &Answers,
) -> Result<Map<String, Value>, ReferenceError> {
    members.iter().map(|(name, value)| Ok((name.clone(), resolve(value, answers)?))).collect()
}

fn resolve_text(text: &str, answers: &Answers) -> Result<Value, ReferenceError> {
    let parts = parts(text)?;
    if let [Part::Reference(name, way)] = parts.as_slice() {
        return find(answers, name, way).cloned();
    }
    let mut whole = String::with_capacity(text.len());
    for part in parts {
        match part {
            Part::Text(text) => whole.push_str(text),
            Part::Reference(name, way) => match find(answers, name, way)? {
                Value::String(text) => whole.push_str(text),
                Value::Number(number) => whole.push_str(&number.to_string()),
                _ => {
                    let (name, way) = (name.to_owned(), way.to_owned());
                    return Err(ReferenceError::NotText { name, way });
                }
            },
        }
    }
    Ok(Value::from(whole))
}

/// Finds a value in an answer: members by name, list elements by index from 0.
fn find<'a>(answers: &'a Answers, name: &str, way: &str) -> Result<&'a Value, ReferenceError> {
    let answer = answers.get(name).ok_or_else(|| unknown_step(name, way))?;
    let step = |value: &'a Value, member: &str| match value {
        Value::Object(members) => members.get(member),
        Value::Array(items) => member.parse::<usize>().ok().and_then(|at| items.get(at)),
        _ => None,
    };
    way.split('.')
        .try_fold(answer, step)
        .ok_or_else(|| ReferenceError::NoMember { name: name.to_owned(), way: way.to_owned() })
}

fn parts(text: &str) -> Result<Vec<Part<'_>>, ReferenceError> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once(BEGIN) {
        if let Some(before) = before.strip_suffix('$') {
            parts.extend([Part::Text(before), Part::Text(BEGIN)]);
            rest = after;
            continue;
        }
        let inner = after.split_once('}').ok_or_else(|| ill_formed(after))?;
        let (name, way) = inner.0.split_once('.').ok_or_else(|| ill_formed(after))?;
        if !is_name(name) || way.split('.').any(str::is_empty) {
            return Err(ill_formed(after));
        }
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        parts.push(Part::Reference(name, way));
        rest = inner.1;
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(Part::Text(rest));
    }
    Ok(parts)
}

fn ill_formed(after: &str) -> ReferenceError {
    ReferenceError::IllFormed(after.chars().take(20).collect())
}

fn unknown_step(name: &str, way: &str) -> ReferenceError {
    ReferenceError::UnknownStep { name: name.to_owned(), way: way.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answers() -> Answers {
        let answer = json!({ "UserPool": { "Id": "eu-west-1_Shop00001", "Size": 7, "Tags": { "a": "b" } }, "List": ["x", { "N": "y" }] });
        Answers::from([("shop".to_owned(), answer)])
    }

    #[test]
    fn references_are_replaced() {
        for (given, expected) in [
            (json!("${shop.UserPool.Id}"), json!("eu-west-1_Shop00001")),
            (json!("${shop.UserPool.Size}"), json!(7)),
            (json!("${shop.UserPool.Tags}"), json!({ "a": "b" })),
            (
                json!("<${shop.UserPool.Id}|${shop.UserPool.Size}>"),
                json!("<eu-west-1_Shop00001|7>"),
            ),
            (
                json!(["${shop.List.0}", { "m": "${shop.List.1.N}" }, 3, null, true]),
                json!(["x", { "m": "y" }, 3, null, true]),
            ),
            (json!("$${shop.UserPool.Id}"), json!("${shop.UserPool.Id}")),
            (json!("$$${shop.List.0}"), json!("$${shop.List.0}")),
            (json!("a $ b } {c} $"), json!("a $ b } {c} $")),
            (json!(""), json!("")),
        ] {
            assert_eq!(resolve(&given, &answers()), Ok(expected), "{given}");
        }
    }

    #[test]
    fn invalid_references_are_refused() {
        for (given, expected) in [
            (
                "${shop}",
                "`${shop}` is not a reference; write ${name.Member}, or $${ for a literal ${",
            ),
            (
                "${shop.UserPool.Id",
                "`${shop.UserPool.Id` is not a reference; write ${name.Member}, or $${ for a \
                 literal ${",
            ),
            (
                "${shop..Id}",
                "`${shop..Id}` is not a reference; write ${name.Member}, or $${ for a literal ${",
            ),
            (
                "${1.Id}",
                "`${1.Id}` is not a reference; write ${name.Member}, or $${ for a literal ${",
            ),
            ("${other.Id}", "${other.Id}: no earlier step has `as: other`"),
            (
                "${shop.UserPool.Ids}",
                "${shop.UserPool.Ids}: the answer of step shop has no UserPool.Ids",
            ),
            ("${shop.List.2}", "${shop.List.2}: the answer of step shop has no List.2"),
            ("${shop.List.x}", "${shop.List.x}: the answer of step shop has no List.x"),
            (
                "in ${shop.UserPool}",
                "${shop.UserPool} is used within a text, but is neither text nor a number",
            ),
        ] {
            let refused = resolve(&json!(given), &answers()).unwrap_err();
            assert_eq!(refused.to_string(), expected, "{given}");
        }
    }

    #[test]
    fn an_escaped_text_resolves_to_itself() {
        for text in ["${", "$${", "$$${a}", "a${b.C}c", "$", "{}", "${${", "$$"] {
            assert_eq!(resolve(&json!(escaped(text)), &Answers::new()), Ok(json!(text)), "{text}");
        }
    }
}
