//! The model's patterns (Java's dialect) rewritten for the `regex` crate.
//!
//! `\w \d \s` are ASCII in Java and Unicode in `regex`; a pattern matches the whole value; a full
//! stop excludes every line end that Java knows. Constructs that the models do not use are refused.

/// The expression for the `regex` crate.
///
/// # Errors
/// A construct that this translation does not know, such as look-around.
pub(crate) fn translate(pattern: &str) -> Result<String, String> {
    let (dot, body) = match pattern.strip_prefix("(?s)") {
        Some(rest) => ("(?s:.)", rest),
        None => (r"[^\n\r\x{85}\x{2028}\x{2029}]", pattern),
    };
    let body = body.strip_prefix('^').unwrap_or(body);
    let anchored_end = body.ends_with('$') && !body.ends_with(r"\$");
    let body = if anchored_end { body.get(..body.len() - 1).unwrap_or_default() } else { body };
    let mut reader = Reader { rest: body.chars().collect(), dot };
    let out =
        reader.alternatives(false).map_err(|problem| format!("pattern {pattern}: {problem}"))?;
    Ok(format!(r"\A(?:{out})\z"))
}

struct Reader {
    /// Still to read.
    rest: std::collections::VecDeque<char>,
    dot: &'static str,
}

impl Reader {
    fn alternatives(&mut self, inside: bool) -> Result<String, String> {
        let mut out = String::new();
        while let Some(letter) = self.rest.pop_front() {
            match letter {
                ')' if inside => return Ok(format!("{out})")),
                '(' => out.push_str(&self.group()?),
                '[' => out.push_str(&self.class()?),
                '\\' => out.push_str(&self.escape()?),
                '.' => out.push_str(self.dot),
                '*' | '+' | '?' => {
                    out.push(letter);
                    self.no_quantifier()?;
                }
                '{' => {
                    out.push_str(&self.count()?);
                    self.no_quantifier()?;
                }
                '|' => out.push('|'),
                plain if plain.is_ascii_alphanumeric() || "-_:/@#=, ".contains(plain) => {
                    out.push_str(&literal(plain));
                }
                other => return Err(format!("`{other}` is not known here")),
            }
        }
        if inside { Err("a group is not closed".to_owned()) } else { Ok(out) }
    }

    fn group(&mut self) -> Result<String, String> {
        if self.rest.front() == Some(&'?') {
            self.rest.pop_front();
            match self.rest.pop_front() {
                Some(':') => {}
                other => return Err(format!("a group of the kind (?{other:?} is not known")),
            }
        }
        Ok(format!("(?:{}", self.alternatives(true)?))
    }

    /// Refuses lazy and possessive quantifiers.
    fn no_quantifier(&self) -> Result<(), String> {
        match self.rest.front() {
            Some('?' | '+' | '*' | '{') => Err("two quantifiers in a row are not known".to_owned()),
            _ => Ok(()),
        }
    }

    fn count(&mut self) -> Result<String, String> {
        let mut out = String::from("{");
        loop {
            match self.rest.pop_front() {
                Some(letter) if letter.is_ascii_digit() || letter == ',' => out.push(letter),
                Some('}') if out.len() > 1 => return Ok(format!("{out}}}")),
                other => return Err(format!("{other:?} in a count is not known")),
            }
        }
    }

    /// After a backslash, inside or outside brackets: always a complete class or one literal.
    fn escape(&mut self) -> Result<String, String> {
        match self.rest.pop_front() {
            Some('w') => Ok("[0-9A-Za-z_]".to_owned()),
            Some('d') => Ok("[0-9]".to_owned()),
            Some('s') => Ok(r"[\t\n\x0B\x0C\r ]".to_owned()),
            Some('S') => Ok(r"[^\t\n\x0B\x0C\r ]".to_owned()),
            Some(letter @ ('t' | 'n' | 'r')) => Ok(format!(r"\{letter}")),
            Some('x') => {
                let digits: String = self.rest.drain(..self.rest.len().min(2)).collect();
                let code =
                    u8::from_str_radix(&digits, 16).map_err(|_| "a bad \\x escape".to_owned())?;
                Ok(literal(char::from(code)))
            }
            Some('p') => {
                let name: String = self.rest.drain(..self.rest.len().min(3)).collect();
                match name.as_str() {
                    "{L}" | "{M}" | "{S}" | "{N}" | "{P}" | "{Z}" => Ok(format!(r"\p{name}")),
                    other => Err(format!("the property \\p{other} is not known")),
                }
            }
            Some(letter) if !letter.is_ascii_alphanumeric() => Ok(literal(letter)),
            other => Err(format!("the escape {other:?} is not known")),
        }
    }

    fn class(&mut self) -> Result<String, String> {
        let mut out = String::from("[");
        if self.rest.front() == Some(&'^') {
            self.rest.pop_front();
            out.push('^');
        }
        let empty = out.len();
        loop {
            let item = match self.rest.pop_front() {
                Some(']') if out.len() > empty => return Ok(format!("{out}]")),
                Some('\\') => self.escape()?,
                Some(letter) if !"[]&^".contains(letter) => literal(letter),
                other => return Err(format!("{other:?} in brackets is not known")),
            };
            out.push_str(&item);
            if is_single(&item) && item != r"\-" && self.starts_range() {
                self.rest.pop_front();
                out.push_str(&format!("-{}", self.range_end()?));
            }
        }
    }

    /// A hyphen means a range unless it comes last in the brackets. A set after it is refused.
    fn starts_range(&self) -> bool {
        self.rest.front() == Some(&'-') && self.rest.get(1).is_some_and(|next| *next != ']')
    }

    fn range_end(&mut self) -> Result<String, String> {
        let end = match self.rest.pop_front() {
            Some('\\') => self.escape()?,
            Some(letter) if !"[]&^".contains(letter) => literal(letter),
            other => return Err(format!("{other:?} at the end of a range is not known")),
        };
        if is_single(&end) {
            Ok(end)
        } else {
            Err("a range that ends in a set is not known".to_owned())
        }
    }
}

/// Whether the item is one character, not a set.
fn is_single(item: &str) -> bool {
    !item.starts_with('[') && !item.starts_with(r"\p")
}

fn literal(letter: char) -> String {
    if letter.is_ascii_alphanumeric() || !letter.is_ascii() || letter == ' ' || letter == '_' {
        return letter.to_string();
    }
    match letter.is_ascii_punctuation() {
        true => format!(r"\{letter}"),
        false => format!(r"\x{:02X}", u32::from(letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_ascii_and_hyphens_are_literal_as_in_java() {
        for (pattern, expected) in [
            (r"[\w+]+", r"\A(?:[[0-9A-Za-z_]\+]+)\z"),
            (r"[A-Za-z0-9-_=.]+", r"\A(?:[A-Za-z0-9\-_\=\.]+)\z"),
            (r"[\w-]+:[0-9a-f-]+", r"\A(?:[[0-9A-Za-z_]\-]+\:[0-9a-f\-]+)\z"),
            (r"[\x21\x23-\x5B]+", r"\A(?:[\!\#-\[]+)\z"),
            (r"^[4]{8}$", r"\A(?:[4]{8})\z"),
            ("(?s).*", r"\A(?:(?s:.)*)\z"),
            ("(a|b)?", r"\A(?:(?:a|b)?)\z"),
        ] {
            assert_eq!(translate(pattern).unwrap(), expected, "{pattern}");
        }
    }

    #[test]
    fn unknown_constructs_are_refused() {
        for pattern in [
            "(?<!a)b",
            "(?=a)",
            "(?i)a",
            r"\bword",
            r"\p{Lu}",
            "a*?",
            "a++",
            "[a&&b]",
            "[[:alpha:]]",
            "(a",
            r"\1",
            "a{,}{2}",
            r"\W",
            "a$b",
            "a^",
        ] {
            assert!(translate(pattern).is_err(), "{pattern}");
        }
    }
}
