//! `patterns.rs`: every distinct pattern of both models, once.

use std::collections::BTreeMap;

use super::api_model::{ApiModel, static_of};
use super::output::Output;
use super::pattern::translate;

/// Maps pattern text and whether empty values pass to the static that checks them.
#[derive(Debug)]
pub(crate) struct Patterns {
    statics: BTreeMap<(String, bool), String>,
    hand_matched: BTreeMap<String, String>,
}

impl Patterns {
    /// The static of a pattern.
    pub(crate) fn static_of(&self, pattern: &(String, bool)) -> Option<&str> {
        self.statics.get(pattern).map(String::as_str)
    }
}

/// Collects the patterns. Each is named after the first shape that has it.
///
/// # Errors
/// An entry for a hand-matched pattern that no shape has.
pub(crate) fn collect(models: &[ApiModel]) -> Result<Patterns, String> {
    let mut statics: BTreeMap<(String, bool), String> = BTreeMap::new();
    let mut hand_matched = BTreeMap::new();
    for model in models {
        hand_matched.extend(model.notes.hand_matched.clone());
        for (name, shape) in model.shapes() {
            let Some(pattern) = model.pattern_of(name, shape) else {
                continue;
            };
            let mut wanted = static_of(name);
            if statics.values().any(|taken| *taken == wanted) {
                wanted = format!("{}_{wanted}", model.api.module().to_uppercase());
            }
            statics.entry(pattern).or_insert(wanted);
        }
    }
    for text in hand_matched.keys() {
        if !statics.keys().any(|(pattern, _)| pattern == text) {
            return Err(format!("overlay: no shape has the pattern {text}"));
        }
    }
    Ok(Patterns { statics, hand_matched })
}

/// Writes the file.
///
/// # Errors
/// A pattern that cannot be translated.
pub(crate) fn emit(patterns: &Patterns, output: &mut Output) -> Result<(), String> {
    let mut by_name: Vec<_> =
        patterns.statics.iter().map(|(pattern, name)| (name, pattern)).collect();
    by_name.sort();
    let mut body = String::from("use crate::rt;\n\n");
    for (name, (text, skip_empty)) in by_name {
        let text_literal = raw(text);
        let value = match patterns.hand_matched.get(text) {
            Some(function) => {
                format!("rt::Pattern {{ text: {text_literal}, matches: rt::pattern::{function} }}")
            }
            None => {
                let or = if *skip_empty { ", empty" } else { "" };
                format!("rt::pattern::compiled!({text_literal}, {}{or})", raw(&translate(text)?))
            }
        };
        body.push_str(&format!("pub(crate) static {name}: rt::Pattern = {value};\n\n"));
    }
    output.rust("patterns.rs", "Patterns of string shapes.", &body)
}

/// A raw string literal.
fn raw(text: &str) -> String {
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}")
}
