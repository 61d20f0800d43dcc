//! The faults of a configuration: all that can be found in one pass, so that nobody has to fix them
//! one by one.

use super::ConfigError;

/// Faults in the order in which they were found.
#[derive(Debug, Default)]
pub struct Faults(Vec<ConfigError>);

impl Faults {
    /// Adds a fault: one sentence that says what to do.
    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.0.push(ConfigError::new(text));
    }

    /// Returns the outcome of a check, and records a failure.
    pub(super) fn keep<T>(&mut self, outcome: Result<T, ConfigError>) -> Option<T> {
        outcome.map_err(|error| self.0.push(error)).ok()
    }

    /// Returns the successful outcomes of a list's checks, and records failures.
    pub(super) fn keep_all<T>(
        &mut self,
        outcomes: impl Iterator<Item = Result<T, ConfigError>>,
    ) -> Vec<T> {
        outcomes.filter_map(|outcome| self.keep(outcome)).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &ConfigError> {
        self.0.iter()
    }

    /// The first one, for callers that report only one.
    pub(super) fn into_first(self) -> ConfigError {
        self.0
            .into_iter()
            .next()
            .unwrap_or_else(|| ConfigError::new("The configuration is not accepted."))
    }
}
