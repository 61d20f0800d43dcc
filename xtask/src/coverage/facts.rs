//! docs/behaviour.toml: what is known of the service's behaviour, and the test that holds each
//! fact, or the part of the product that it waits for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

/// The list: parts that do not exist yet, and the facts by subject.
#[derive(Deserialize)]
pub(crate) struct Facts {
    /// Name of each missing part, with what it will be.
    awaited: BTreeMap<String, String>,
    /// Subject, then fact.
    facts: BTreeMap<String, BTreeMap<String, Held>>,
}

/// What holds a fact: exactly one of the three.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
enum Held {
    /// Tests, as `file::function` from the root of the repository.
    Tests(Vec<String>),
    /// The part of the product that the fact waits for.
    Awaits(String),
    /// Why no test can hold it.
    Because(String),
}

impl Facts {
    /// # Errors
    /// The file cannot be read, or is not such a list.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Tests that do not exist, parts that are not listed, and listed parts that nothing awaits.
    pub(crate) fn complaints(&self, root: &Path) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut awaited = BTreeSet::new();
        for (fact, held) in self.facts.values().flatten() {
            match held {
                Held::Tests(tests) if tests.is_empty() => {
                    complaints.push(format!("{fact}: no test"));
                }
                Held::Tests(tests) => complaints.extend(
                    tests
                        .iter()
                        .filter(|test| !exists(root, test))
                        .map(|test| format!("{fact}: there is no test {test}")),
                ),
                Held::Awaits(part) => {
                    awaited.insert(part);
                    if !self.awaited.contains_key(part) {
                        complaints.push(format!("{fact}: [awaited] does not list {part}"));
                    }
                }
                Held::Because(reason) if reason.is_empty() => {
                    complaints.push(format!("{fact}: the reason is empty"));
                }
                Held::Because(_) => {}
            }
        }
        complaints.extend(
            self.awaited
                .keys()
                .filter(|part| !awaited.contains(part))
                .map(|part| format!("[awaited] {part}: no fact waits for it")),
        );
        complaints
    }
}

/// Whether a Rust or Python file defines the test.
fn exists(root: &Path, test: &str) -> bool {
    let Some((file, name)) = test.split_once("::") else { return false };
    let Ok(text) = std::fs::read_to_string(root.join(file)) else { return false };
    ["fn ", "def "].iter().any(|keyword| text.contains(&format!("{keyword}{name}(")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"
[awaited]
pages = "managed login"
other = "something"

[facts.lists]
"held" = { tests = ["xtask/src/coverage/facts.rs::complains_of_what_holds_nothing"] }
"lost" = { tests = ["xtask/src/coverage/facts.rs::no_such_test"] }
"later" = { awaits = "pages" }
"never listed" = { awaits = "triggers" }
"open" = { because = "" }
"#;

    #[test]
    fn complains_of_what_holds_nothing() {
        let facts: Facts = toml::from_str(LIST).unwrap();
        assert_eq!(
            facts.complaints(&crate::paths::root()),
            [
                "lost: there is no test xtask/src/coverage/facts.rs::no_such_test",
                "never listed: [awaited] does not list triggers",
                "open: the reason is empty",
                "[awaited] other: no fact waits for it",
            ]
        );
    }
}
