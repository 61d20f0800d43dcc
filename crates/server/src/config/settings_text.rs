//! Texts generated from the table of settings: the file that `poolkeeper init` writes, and the
//! tables of docs/settings.md.

use std::fmt::Write;

use super::settings::Unset::{Nothing, Required, Value};
use super::settings::{SECTIONS, Setting};

/// The text of a configuration file with all settings: set ones with their value, the others as
/// comments with their default or an example. A list section without any value is a comment as a
/// whole.
pub fn file(value: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut out = String::from(
        "# The configuration of `poolkeeper serve`. A line that begins with # and a name is a setting that is not set: it shows the\n\
         # default if there is one, otherwise an example. `poolkeeper doctor --config FILE` checks the file.\n",
    );
    for section in SECTIONS {
        let is_set = !section.is_list
            || section.settings.iter().any(|setting| value(section.name, setting.name).is_some());
        out.push('\n');
        comment(&mut out, section.about);
        // Writing to a String does not fail.
        let _ = writeln!(out, "{}{}", if is_set { "" } else { "#" }, section.head());
        for Setting { name, default, example, meaning, .. } in section.settings {
            comment(&mut out, meaning);
            let _ = match (value(section.name, name), default) {
                (Some(value), _) => writeln!(out, "{name} = {value}"),
                (None, Value(default)) => writeln!(out, "#{name} = {default}"),
                (None, Required | Nothing) => writeln!(out, "#{name} = {example}"),
            };
        }
    }
    out
}

/// Maximum line length in characters.
const WIDTH: usize = 120;

fn comment(out: &mut String, text: &str) {
    let mut line = String::from("#");
    for word in text.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = String::from("#");
        }
        line.push(' ');
        line.push_str(word);
    }
    out.push_str(&line);
    out.push('\n');
}

/// The tables of docs/settings.md.
pub fn markdown() -> String {
    let mut out = String::new();
    for section in SECTIONS {
        // Writing to a String does not fail.
        let _ = write!(out, "\n## `{}`\n\n{}\n\n", section.head(), section.about.trim());
        out.push_str("| Setting | Default | Example | Meaning |\n|---|---|---|---|\n");
        for Setting { name, default, example, meaning, .. } in section.settings {
            let default = match default {
                Required => "required".to_owned(),
                Value(value) => format!("`{value}`"),
                Nothing => "none".to_owned(),
            };
            let meaning = meaning.trim();
            let _ = writeln!(out, "| `{name}` | {default} | `{example}` | {meaning} |");
        }
    }
    out
}
