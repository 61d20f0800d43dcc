//! The tests of one operation as text: which test names which exception.

use std::collections::BTreeSet;
use std::path::Path;

use super::reasons::Reasons;
use crate::codegen::Declared;

/// The items of an operation's test files.
pub(crate) struct Suite {
    files: Vec<File>,
}

struct File {
    name: String,
    items: Vec<Item>,
}

/// A constant or function at the top of a file.
struct Item {
    name: String,
    is_test: bool,
    text: String,
}

impl Suite {
    /// Reads the file that mirrors the operation's own, then those that docs/coverage.toml adds.
    pub(crate) fn read(
        tests: &Path,
        operation: &Declared,
        reasons: &Reasons,
    ) -> Result<Self, String> {
        let own = format!("{}/{}.rs", operation.module, operation.file);
        let mut files = Vec::new();
        for name in std::iter::once(&own).chain(reasons.also(&operation.name)) {
            let path = tests.join(name);
            let text = std::fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            files.push(File { name: name.clone(), items: items(&text) });
        }
        Ok(Self { files })
    }

    /// A test whose body names the exception, directly or through another item of its file.
    pub(crate) fn provokes(&self, exception: &str) -> Option<String> {
        self.files.iter().find_map(|file| file.provokes(exception))
    }
}

impl File {
    fn provokes(&self, exception: &str) -> Option<String> {
        let quoted = format!("\"{exception}\"");
        let mut names: BTreeSet<&str> = BTreeSet::new();
        loop {
            let known = names.len();
            for item in &self.items {
                if item.text.contains(&quoted)
                    || words(&item.text).any(|word| word != item.name && names.contains(word))
                {
                    names.insert(&item.name);
                }
            }
            if names.len() == known {
                break;
            }
        }
        let test =
            self.items.iter().find(|item| item.is_test && names.contains(item.name.as_str()))?;
        Some(format!("{}: {}", self.name, test.name))
    }
}

/// The items of a formatted file. Each starts in the first column and ends before the next one.
fn items(text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut is_test = false;
    for line in text.lines() {
        if line.starts_with("#[tokio::test") || line.starts_with("#[test]") {
            is_test = true;
        }
        match item_name(line) {
            Some(name) => {
                items.push(Item { name: name.to_owned(), is_test, text: line.to_owned() });
                is_test = false;
            }
            None => {
                if let Some(item) = items.last_mut() {
                    item.text.push('\n');
                    item.text.push_str(line);
                }
            }
        }
    }
    items
}

fn item_name(line: &str) -> Option<&str> {
    let starts = ["pub(crate) ", "pub ", "async ", "const ", "static ", "fn "];
    let mut rest = line;
    let mut is_item = false;
    while let Some(start) = starts.iter().find(|start| rest.starts_with(**start)) {
        rest = &rest[start.len()..];
        is_item |= ["const ", "static ", "fn "].contains(start);
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    (is_item && end > 0).then(|| &rest[..end])
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
const INVALID: &str = "InvalidParameterException";
const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");

async fn refused(pool: &Pool) {
    pool.call().refused(INVALID, "x");
}

#[tokio::test]
async fn by_a_function() {
    refused(&pool).await;
}

#[tokio::test]
async fn by_name() {
    answer.refused("NotAuthorizedException", "y");
}

fn unused() {
    GONE
}
"#;

    #[test]
    fn a_test_may_name_the_exception_directly_or_through_other_items() {
        let file = File { name: "f.rs".to_owned(), items: items(TEXT) };
        assert_eq!(
            file.provokes("InvalidParameterException").as_deref(),
            Some("f.rs: by_a_function")
        );
        assert_eq!(file.provokes("NotAuthorizedException").as_deref(), Some("f.rs: by_name"));
        assert_eq!(file.provokes("UserNotFoundException"), None);
    }
}
