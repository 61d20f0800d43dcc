//! `allowed.toml`: the exceptions from the layout, each with its reason.

use serde::Deserialize;

/// The table.
pub(super) const TABLE: &str = include_str!("allowed.toml");

/// The page that must name every allowed cycle.
pub(super) const ARCHITECTURE: &str = "docs/ARCHITECTURE.md";

const HEADING: &str = "Import cycles";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Allowed {
    #[serde(default)]
    cycle: Vec<Cycle>,
    #[serde(default)]
    loose_files: Vec<LooseFiles>,
}

/// Top-level modules of a package that may import each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cycle {
    package: String,
    modules: Vec<String>,
    reason: String,
    #[serde(skip)]
    is_used: bool,
}

/// A package whose `src/` may hold more files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LooseFiles {
    package: String,
    reason: String,
    #[serde(skip)]
    is_used: bool,
}

impl Allowed {
    /// Reads the table; every entry must give its reason.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut allowed: Self =
            toml::from_str(text).map_err(|error| format!("allowed.toml: {error}"))?;
        let mut reasons = allowed
            .cycle
            .iter()
            .map(|entry| &entry.reason)
            .chain(allowed.loose_files.iter().map(|entry| &entry.reason));
        if reasons.any(|reason| reason.trim().is_empty()) {
            return Err("allowed.toml: an entry has no reason".to_owned());
        }
        allowed.cycle.iter_mut().for_each(|cycle| cycle.modules.sort());
        Ok(allowed)
    }

    /// Whether exactly this cycle is allowed; `modules` are sorted.
    pub(super) fn allows_cycle(&mut self, package: &str, modules: &[String]) -> bool {
        let mut entries = self.cycle.iter_mut();
        let found = entries.find(|entry| entry.package == package && entry.modules == modules);
        found.is_some_and(|entry| {
            entry.is_used = true;
            true
        })
    }

    /// Whether the package may have more loose files.
    pub(super) fn allows_loose_files(&mut self, package: &str) -> bool {
        let found = self.loose_files.iter_mut().find(|entry| entry.package == package);
        found.is_some_and(|entry| {
            entry.is_used = true;
            true
        })
    }

    /// Entries that nothing needs, and cycles that the architecture page does not name.
    pub(super) fn complaints(&self, architecture: &str) -> Vec<String> {
        let section = section(architecture);
        let mut complaints = Vec::new();
        for Cycle { package, modules, is_used, .. } in &self.cycle {
            let names = modules.join(", ");
            if !is_used {
                complaints.push(format!("allowed.toml: {package} has no cycle of {names}"));
            }
            let is_named = section.iter().any(|line| {
                std::iter::once(package)
                    .chain(modules)
                    .all(|name| line.contains(&format!("`{name}`")))
            });
            if !is_named {
                complaints.push(format!(
                    "{ARCHITECTURE}: no line under \"{HEADING}\" names `{package}` with {names}"
                ));
            }
        }
        let unneeded = self.loose_files.iter().filter(|entry| !entry.is_used);
        complaints.extend(unneeded.map(|entry| {
            format!("allowed.toml: {} needs no exception for its loose files", entry.package)
        }));
        complaints
    }
}

/// The lines under the heading, up to the next heading.
fn section(architecture: &str) -> Vec<&str> {
    let is_heading = |line: &&str| line.starts_with('#');
    let is_ours = |line: &str| line.trim_start_matches('#').trim() == HEADING;
    let after = architecture.lines().skip_while(|line| !(is_heading(line) && is_ours(line)));
    after.skip(1).take_while(|line| !is_heading(line)).collect()
}
