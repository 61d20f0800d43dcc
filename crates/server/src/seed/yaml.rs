//! Parses the part of YAML that is equivalent to JSON.
//!
//! Anchors, aliases and tags are refused, so that no file expands to more than its size. Plain
//! scalars have their JSON meaning, and anything else is text: `+491512345678` is a phone number,
//! `no` is a word, `1.50` keeps its zero.

use granit_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Value};

use super::Malformed;

/// Maximum nesting of lists and mappings, in either notation.
const MOST_LEVELS: usize = 64;

/// A list or mapping that has not ended.
enum Open {
    List(Vec<Value>),
    /// Members, and the key whose value comes next.
    Mapping(Map<String, Value>, Option<String>),
}

/// Parses a text with a single document.
pub(super) fn value(text: &str) -> Result<Value, Malformed> {
    let options = granit_parser::options! { flow_nesting_limit: MOST_LEVELS, block_nesting_limit: MOST_LEVELS };
    let mut reader = Reader { open: Vec::new(), root: None };
    for next in Parser::new_from_str_with_options(text, options) {
        let (event, span) = next.map_err(|error| {
            Malformed(format!("line {}: {}", error.marker().line(), error.info()))
        })?;
        reader.take(event, span)?;
    }
    reader.root.ok_or_else(|| Malformed("it is empty".to_owned()))
}

struct Reader {
    open: Vec<Open>,
    root: Option<Value>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Malformed> {
        let refused = |what: &str| Err(at(span, what));
        match event {
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor != 0 =>
            {
                refused(
                    "anchors (&name) and aliases (*name) are not supported; refer to earlier \
                     answers with ${name.Member}",
                )
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, _, Some(_))
            | Event::MappingStart(_, _, Some(_)) => {
                refused("tags (!name) are not supported; quote text that looks like one")
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                refused("aliases (*name) are not supported; quote text that looks like one")
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, span),
            Event::SequenceStart(..) => self.begin(Open::List(Vec::new()), span),
            Event::MappingStart(..) => self.begin(Open::Mapping(Map::new(), None), span),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open::List(items)) => self.put(Value::Array(items), span),
                Some(Open::Mapping(members, _)) => self.put(Value::Object(members), span),
                None => refused("an end without a beginning"),
            },
            _ => Ok(()),
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Result<(), Malformed> {
        if let Some(Open::Mapping(members, key @ None)) = self.open.last_mut() {
            if members.contains_key(text) {
                return Err(at(span, &format!("{text} appears twice")));
            }
            *key = Some(text.to_owned());
            return Ok(());
        }
        let value = if style == ScalarStyle::Plain { plain(text) } else { Value::from(text) };
        self.put(value, span)
    }

    fn begin(&mut self, open: Open, span: Span) -> Result<(), Malformed> {
        if matches!(self.open.last(), Some(Open::Mapping(_, None))) {
            return Err(at(span, "a list or a mapping cannot be a key"));
        }
        if self.open.len() >= MOST_LEVELS {
            return Err(at(
                span,
                &format!("lists and mappings are nested more than {MOST_LEVELS} levels deep"),
            ));
        }
        self.open.push(open);
        Ok(())
    }

    fn put(&mut self, value: Value, span: Span) -> Result<(), Malformed> {
        match self.open.last_mut() {
            Some(Open::List(items)) => items.push(value),
            Some(Open::Mapping(members, key)) => {
                let Some(key) = key.take() else { return Err(at(span, "a value without a key")) };
                members.insert(key, value);
            }
            None if self.root.is_some() => {
                return Err(at(span, "a second document begins; a seed is one list"));
            }
            None => self.root = Some(value),
        }
        Ok(())
    }
}

/// Converts an unquoted scalar.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ if is_integer(text) => {
            text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
        }
        _ => Value::from(text),
    }
}

/// Whether the text is an integer in JSON: no plus, no leading zero.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let has_one_form = digits == "0" || !digits.starts_with('0');
    text != "-0"
        && has_one_form
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn at(span: Span, what: &str) -> Malformed {
    Malformed(format!("line {}: {what}", span.start.line()))
}
