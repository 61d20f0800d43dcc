//! Prints results for people and as JSON. Failed writes are ignored, so a closed pipe does not end
//! the server.

use std::fmt::Write as _;
use std::io::{IsTerminal, Write};

use clap::Args;
use serde_json::{Value, json};
use server::logging;
use server::text::harmless_json;

/// How a command prints its result.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(super) struct Form {
    /// Print the result, or `{"error": "..."}`, as one JSON document on standard output
    #[arg(long)]
    pub(super) json: bool,
}

impl Form {
    /// Prints a result.
    pub(super) fn tell(self, json: &Value, text: impl FnOnce(Paint) -> String) {
        if self.json {
            say(&harmless_json(&format!("{json:#}")));
        } else {
            say(&text(Paint::of_stdout()));
        }
    }

    /// Whether to show progress on standard error.
    pub(super) fn is_watched(self) -> bool {
        !self.json && std::io::stderr().is_terminal() && !is_dumb()
    }

    /// Prints an error.
    pub(super) fn complain(self, sentence: &str) {
        if self.json {
            say(&harmless_json(&format!("{:#}", json!({ "error": sentence }))));
        } else {
            complain(sentence);
        }
    }
}

/// Prints one or more lines to standard output.
pub(super) fn say(text: &str) {
    // Log lines written before come first.
    logging::flush();
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// Prints a sentence to standard error.
pub(super) fn complain(sentence: &str) {
    logging::flush();
    let _ = writeln!(std::io::stderr().lock(), "poolkeeper: {sentence}");
}

/// Whether text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    Plain,
    Coloured,
}

/// Whether the terminal can print only plain lines.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The meaning of a text, shown by its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hue {
    Head,
    Good,
    Doubtful,
    Bad,
}

impl Paint {
    /// Coloured on a terminal that supports it, unless `NO_COLOR` is set (no-color.org).
    pub(super) fn of_stdout() -> Self {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if std::io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb() {
            Self::Coloured
        } else {
            Self::Plain
        }
    }

    fn paint(self, hue: Option<Hue>, text: &str) -> String {
        let code = match (self, hue) {
            (Self::Plain, _) | (_, None) => return text.to_owned(),
            (_, Some(Hue::Head)) => "1",
            (_, Some(Hue::Good)) => "32",
            (_, Some(Hue::Doubtful)) => "33",
            (_, Some(Hue::Bad)) => "1;31",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// A cell of a table.
pub(super) struct Cell {
    text: String,
    hue: Option<Hue>,
}

impl Cell {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: harmless(&text.into()), hue: None }
    }

    pub(super) fn of(hue: Hue, text: impl Into<String>) -> Self {
        Self { hue: Some(hue), ..Self::new(text) }
    }
}

/// Aligns rows in columns, each as wide as its widest cell.
pub(super) fn table(paint: Paint, head: &[&str], rows: Vec<Vec<Cell>>) -> String {
    let head: Vec<Cell> = head.iter().map(|name| Cell::of(Hue::Head, *name)).collect();
    let mut lines = vec![head];
    lines.extend(rows);
    columns(paint, &lines)
}

/// Like [`table`], without a header.
pub(super) fn columns(paint: Paint, lines: &[Vec<Cell>]) -> String {
    let n_columns = lines.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.text.chars().count()).max()
    };
    let widths: Vec<usize> =
        (0..n_columns).map(|column| width(column).unwrap_or_default()).collect();
    let mut out = String::new();
    for (at, line) in lines.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { "\n" });
        // No trailing blanks.
        let n_filled =
            line.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
        for (column, cell) in line.iter().take(n_filled).enumerate() {
            out.push_str(&paint.paint(cell.hue, &cell.text));
            if column + 1 < n_filled {
                let blanks =
                    widths.get(column).map_or(0, |width| width - cell.text.chars().count()) + 2;
                // Writing to a String does not fail.
                let _ = write!(out, "{:blanks$}", "");
            }
        }
    }
    out
}

/// Escapes control characters and those that change the reading direction.
fn harmless(text: &str) -> String {
    let obeyed = |letter: char| {
        letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if obeyed(letter) {
            out.extend(letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<Cell>> {
        vec![
            vec![Cell::of(Hue::Good, "ok"), Cell::new("a longer one"), Cell::new("")],
            vec![Cell::of(Hue::Bad, "problem"), Cell::new("ü"), Cell::new("end")],
            vec![Cell::new(""), Cell::new("below"), Cell::new("")],
        ]
    }

    #[test]
    fn columns_are_aligned() {
        let expected = "state    what          more\nok       a longer \
            one\nproblem  ü             end\n         below";
        assert_eq!(table(Paint::Plain, &["state", "what", "more"], rows()), expected);
        assert_eq!(columns(Paint::Plain, &[]), "");
    }

    #[test]
    fn colours_do_not_change_the_columns() {
        let coloured = table(Paint::Coloured, &["state", "what", "more"], rows());
        assert!(coloured.starts_with("\u{1b}[1mstate\u{1b}[0m    "), "{coloured:?}");
        assert!(coloured.contains("\n\u{1b}[1;31mproblem\u{1b}[0m  ü "), "{coloured:?}");
        let plain = ["1", "32", "1;31", "0"]
            .iter()
            .fold(coloured, |text, code| text.replace(&format!("\u{1b}[{code}m"), ""));
        assert_eq!(plain, table(Paint::Plain, &["state", "what", "more"], rows()));
    }

    /// User names may contain anything.
    #[test]
    fn control_characters_of_others_are_escaped() {
        let cell = Cell::new("jo\u{1b}[2J\n\u{202e}x");
        assert_eq!(columns(Paint::Plain, &[vec![cell]]), "jo\\u{1b}[2J\\u{a}\\u{202e}x");
    }
}
