//! `docs/coverage.toml`: why no test provokes an exception, and which more files test an operation.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::codegen::Declared;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reasons {
    /// By exception: for every operation that declares it and has no test for it.
    everywhere: BTreeMap<String, String>,
    /// By exception: for operations that require a signature.
    signed: BTreeMap<String, String>,
    /// By operation and exception.
    #[serde(default)]
    operation: BTreeMap<String, BTreeMap<String, String>>,
    /// By operation: more test files, relative to the folder of the operations' tests.
    #[serde(default)]
    also: BTreeMap<String, Vec<String>>,
}

impl Reasons {
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    pub(crate) fn of(&self, operation: &Declared, exception: &str) -> Option<&str> {
        let own = self.operation.get(&operation.name).and_then(|known| known.get(exception));
        let signed = || self.signed.get(exception).filter(|_| operation.is_signed);
        own.or_else(signed).or_else(|| self.everywhere.get(exception)).map(String::as_str)
    }

    pub(crate) fn also(&self, operation: &str) -> &[String] {
        self.also.get(operation).map_or(&[], Vec::as_slice)
    }

    /// Reasons for exceptions that now have a test, or are not declared.
    pub(crate) fn useless(&self, used: &BTreeMap<&str, Vec<&str>>) -> Vec<String> {
        let is_used = |operation: &str, exception: &str| {
            used.get(exception).is_some_and(|by| by.contains(&operation))
        };
        let mut useless = Vec::new();
        for (operation, exceptions) in &self.operation {
            for exception in exceptions.keys().filter(|exception| !is_used(operation, exception)) {
                useless.push(format!(
                    "docs/coverage.toml: no reason is needed for {operation} × {exception}"
                ));
            }
        }
        for exception in self
            .everywhere
            .keys()
            .chain(self.signed.keys())
            .filter(|exception| !used.contains_key(exception.as_str()))
        {
            useless.push(format!("docs/coverage.toml: no reason is needed for {exception}"));
        }
        useless
    }
}
