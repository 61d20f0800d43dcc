//! Formats an explanation for a terminal.

use super::explanation::{Claim, Explanation};
use super::verdict::{State, Verdict};

/// Width of the text, in characters.
const WIDTH: usize = 80;
/// Claim names wider than this do not widen the column.
const WIDEST_NAME: usize = 24;

/// How to highlight a text if colours are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Bold,
    Green,
    Red,
    Yellow,
    Faint,
}

/// The output of the command.
pub(crate) struct Shown {
    coloured: bool,
    out: String,
}

impl Shown {
    /// Formats everything about a token, the verdict first.
    pub(crate) fn of(explanation: &Explanation, verdict: &Verdict, coloured: bool) -> String {
        let mut shown = Self { coloured, out: String::new() };
        let style = match verdict.state {
            State::Good => Style::Green,
            State::Bad => Style::Red,
            State::Unverified => Style::Yellow,
        };
        shown.paragraph("", &verdict.says, Some(style));
        shown.about(explanation);
        shown.claims(&explanation.claims);
        shown.checks(verdict);
        shown.out.trim_end().to_owned()
    }

    fn about(&mut self, explanation: &Explanation) {
        let name = &explanation.name;
        let (first, rest) = name.split_at_checked(1).unwrap_or((name, ""));
        self.head(&format!("{}{rest}", first.to_uppercase()));
        self.paragraph("  ", &explanation.what, None);
        if explanation.kind == "nothing" {
            return;
        }
        self.head("Who it is for");
        self.paragraph("  ", &explanation.whom, None);
        self.head("What it may and may not be used for");
        for (mark, style, sentences) in
            [("yes", Style::Green, &explanation.may), ("no", Style::Red, &explanation.may_not)]
        {
            for sentence in sentences {
                self.item(mark, style, sentence);
            }
        }
        self.head("When it stops being valid");
        for sentence in explanation.expiry.iter().chain(&explanation.revocation) {
            self.paragraph("  ", sentence, None);
        }
    }

    fn claims(&mut self, claims: &[Claim]) {
        let Some(widest) = claims.iter().map(|claim| claim.name.chars().count()).max() else {
            return;
        };
        let width = widest.min(WIDEST_NAME);
        let indent = " ".repeat(width + 4);
        self.head("What it contains");
        for claim in claims {
            let name = self.styled(Style::Bold, &format!("{:width$}", claim.name));
            self.out.push_str(&format!("  {name}  {}\n", claim.shown));
            if let Some(moment) = &claim.moment {
                self.out.push_str(&format!("{indent}{moment}\n"));
            }
            for sentence in std::iter::once(&claim.says).chain(&claim.more) {
                self.paragraph(&indent, sentence, Some(Style::Faint));
            }
        }
    }

    fn checks(&mut self, verdict: &Verdict) {
        if verdict.checks.is_empty() {
            return;
        }
        self.head("What was checked");
        for check in &verdict.checks {
            let (mark, style) = if check.good { ("yes", Style::Green) } else { ("no", Style::Red) };
            self.item(mark, style, &check.says);
        }
        if let Some(keys) = &verdict.keys {
            self.paragraph("  ", &format!("The keys came from {keys}."), None);
        }
    }

    fn head(&mut self, text: &str) {
        let head = self.styled(Style::Bold, text);
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(&head);
        self.out.push('\n');
    }

    fn item(&mut self, mark: &str, style: Style, sentence: &str) {
        let mark = self.styled(style, &format!("{mark:3}"));
        for (at, line) in wrapped(sentence, WIDTH - 7).iter().enumerate() {
            let front = if at == 0 { format!("  {mark}  ") } else { " ".repeat(7) };
            self.out.push_str(&format!("{front}{line}\n"));
        }
    }

    fn paragraph(&mut self, indent: &str, text: &str, style: Option<Style>) {
        for line in wrapped(text, WIDTH.saturating_sub(indent.len())) {
            let line = style.map_or_else(|| line.clone(), |style| self.styled(style, &line));
            self.out.push_str(&format!("{indent}{line}\n"));
        }
    }

    fn styled(&self, style: Style, text: &str) -> String {
        if !self.coloured {
            return text.to_owned();
        }
        let code = match style {
            Style::Bold => "1",
            Style::Green => "32",
            Style::Red => "1;31",
            Style::Yellow => "33",
            Style::Faint => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// Wraps the text at `width` characters. Longer words are not split.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_between_words() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("one longerthanaline x", 5), ["one", "longerthanaline", "x"]);
        assert_eq!(wrapped("", 5), [""]);
    }
}
