//! Renders a seed as text. The same steps always give the same bytes.

use std::fmt::Write;

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::{Seed, Step};
use crate::text::{harmless_json, is_steering};

/// Format of a seed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Yaml,
    /// For programs.
    Json,
}

/// Renders the whole file. `notes` become comments in YAML; JSON has no comments.
pub fn render(seed: &Seed, format: Format, notes: &[&str]) -> String {
    let mut out = String::new();
    match format {
        Format::Json => {
            let steps: Vec<String> = seed.steps.iter().map(json_step).collect();
            let _ = writeln!(out, "[\n{}\n]", steps.join(",\n"));
        }
        Format::Yaml => {
            for note in notes {
                let _ = writeln!(out, "# {note}");
            }
            for step in &seed.steps {
                out.push('\n');
                yaml_step(step, &mut out);
            }
        }
    }
    out
}

/// The string members of a step, in output order.
fn heads(step: &Step) -> impl Iterator<Item = (&'static str, &str)> {
    let optional = [("as", step.name.as_deref()), ("id", step.id.as_deref())];
    let optional = optional.into_iter().filter_map(|(name, value)| Some((name, value?)));
    std::iter::once(("operation", step.operation.as_str())).chain(optional)
}

fn json_step(step: &Step) -> String {
    let mut lines: Vec<String> = heads(step)
        .map(|(name, value)| format!("    \"{name}\": {}", Value::from(value)))
        .collect();
    if !step.input.is_empty() {
        let input =
            serde_json::to_string_pretty(&step.input).unwrap_or_default().replace('\n', "\n    ");
        lines.push(format!("    \"input\": {input}"));
    }
    harmless_json(&format!("  {{\n{}\n  }}", lines.join(",\n")))
}

fn yaml_step(step: &Step, out: &mut String) {
    for (at, (name, value)) in heads(step).enumerate() {
        let begin = if at == 0 { "- " } else { "  " };
        let _ = writeln!(out, "{begin}{name}: {}", scalar(value));
    }
    if !step.input.is_empty() {
        out.push_str("  input:\n");
        yaml_members(&step.input, 4, out);
    }
}

fn yaml_members(members: &Map<String, Value>, indent: usize, out: &mut String) {
    for (name, value) in members {
        let _ = write!(out, "{:indent$}{}:", "", scalar(name));
        yaml_value(value, indent + 2, out);
    }
}

/// Writes a value after a colon or a dash, and the end of the line.
fn yaml_value(value: &Value, indent: usize, out: &mut String) {
    let _ = match value {
        Value::Array(items) if !items.is_empty() => {
            out.push('\n');
            for item in items {
                let _ = write!(out, "{:indent$}-", "");
                yaml_item(item, indent + 2, out);
            }
            Ok(())
        }
        Value::Object(members) if !members.is_empty() => {
            out.push('\n');
            yaml_members(members, indent, out);
            Ok(())
        }
        Value::String(text) => writeln!(out, " {}", scalar(text)),
        // Empty lists and mappings, numbers, true, false and null are as in JSON.
        other => writeln!(out, " {other}"),
    };
}

/// Like [`yaml_value`], with the first member of a mapping on the line of the dash.
fn yaml_item(item: &Value, indent: usize, out: &mut String) {
    match item {
        Value::Object(members) if !members.is_empty() => {
            let mut lines = String::new();
            yaml_members(members, indent, &mut lines);
            let _ = writeln!(out, " {}", lines.trim());
        }
        other => yaml_value(other, indent, out),
    }
}

/// A string, quoted unless it is clearly a word.
fn scalar(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-./@+".contains(&byte);
    let begins = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    // Words that some YAML parsers do not read as strings.
    let special = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let is_special = special.iter().any(|word| word.eq_ignore_ascii_case(text));
    if begins && text.bytes().all(is_plain) && !is_special {
        return text.to_owned();
    }
    quoted(text)
}

/// Quotes as in JSON, and also escapes characters that YAML does not allow.
fn quoted(text: &str) -> String {
    let is_unsafe = |letter: char| is_steering(letter) || matches!(letter, '\u{fffe}' | '\u{ffff}');
    let json = Value::from(text).to_string();
    json.chars().fold(String::with_capacity(json.len()), |mut out, letter| {
        if is_unsafe(letter) {
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
        out
    })
}
