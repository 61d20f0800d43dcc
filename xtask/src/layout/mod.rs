//! `cargo xtask layout`: the structure that every package of the workspace keeps. No import cycle
//! between the top-level modules, few loose files in `src/`, no two public types of one name, no
//! long file, no unit test that never runs.

mod allowed;
mod cycles;
mod packages;
mod scan;
mod source;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::BTreeMap;

use crate::paths::root;
use allowed::Allowed;
use packages::Package;
use source::Source;

/// How the command is called.
pub(crate) const USAGE: &str =
    "layout   find import cycles, crowded src folders, duplicate type names and long files";

/// Files directly in `src/`, without `lib.rs` and `main.rs`.
const MAX_LOOSE_FILES: usize = 15;

/// Lines of a file written by hand.
const MAX_LINES: usize = 600;

/// Checks every package of the workspace.
///
/// # Errors
/// All findings, one a line, or the file that cannot be read.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if !arguments.is_empty() {
        return Err(format!("usage: cargo xtask {USAGE}"));
    }
    let root = root();
    let architecture = std::fs::read_to_string(root.join(allowed::ARCHITECTURE))
        .map_err(|error| format!("{}: {error}", allowed::ARCHITECTURE))?;
    let packages = packages::read(&root)?;
    let findings = check(&packages, Allowed::parse(allowed::TABLE)?, &architecture)?;
    if findings.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n{} findings in the layout", findings.join("\n"), findings.len()))
}

/// All findings, in the order of the packages; what the table allows without need comes last.
fn check(
    packages: &[Package],
    mut allowed: Allowed,
    architecture: &str,
) -> Result<Vec<String>, String> {
    let mut findings = Vec::new();
    for package in packages {
        let sources = package.sources()?;
        for cycle in cycles::find(package, &sources) {
            if !allowed.allows_cycle(&package.name, &cycle.modules) {
                findings.push(format!("{}: {cycle}", package.name));
            }
        }
        findings.extend(loose_files(package, &mut allowed));
        findings.extend(duplicate_types(package, &sources));
        findings.extend(long_files(package));
        findings.extend(lost_tests(package));
    }
    findings.extend(allowed.complaints(architecture));
    Ok(findings)
}

fn loose_files(package: &Package, allowed: &mut Allowed) -> Option<String> {
    let loose = package.loose_files();
    let is_crowded = loose > MAX_LOOSE_FILES && !allowed.allows_loose_files(&package.name);
    is_crowded.then(|| {
        format!(
            "{}: {loose} loose files in {}, at most {MAX_LOOSE_FILES} are allowed",
            package.name, package.source_folder
        )
    })
}

/// Every name that more than one public type of the package has.
fn duplicate_types(package: &Package, sources: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_generated) {
        for public in &source.public_types {
            let place = format!("{}:{}", source.path, public.line);
            places.entry(&public.name).or_default().push(place);
        }
    }
    places.retain(|_, places| places.len() > 1);
    let finding = |(name, places): (&str, Vec<String>)| {
        format!(
            "{}: the public type {name} is defined more than once: {}",
            package.name,
            places.join(", ")
        )
    };
    places.into_iter().map(finding).collect()
}

fn long_files(package: &Package) -> Vec<String> {
    let files = package.files.iter().filter(|(_, text)| !packages::is_generated(text));
    files
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .map(|(path, lines)| format!("{path}: {lines} lines, at most {MAX_LINES} are allowed"))
        .collect()
}

/// Unit tests of a library whose manifest says `test = false`: they would never run.
fn lost_tests(package: &Package) -> Vec<String> {
    if !package.lib_is_untested {
        return Vec::new();
    }
    let prefix = format!("{}/", package.source_folder);
    let in_src = package.files.iter().filter(|(path, _)| path.starts_with(&prefix));
    in_src
        .filter(|(_, text)| ["#[test]", "::test]", "cfg(test)"].iter().any(|t| text.contains(t)))
        .map(|(path, _)| format!("{path}: its tests never run, [lib] has test = false"))
        .collect()
}
