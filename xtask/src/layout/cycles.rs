//! Import cycles between the top-level modules of a package.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::packages::Package;
use super::source::Source;

/// Top-level modules that import each other, directly or through others.
pub(super) struct Cycle {
    /// Sorted.
    pub(super) modules: Vec<String>,
    /// For each import between two of them, one place.
    edges: BTreeMap<(String, String), String>,
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "import cycle between {}", self.modules.join(", "))?;
        for ((from, to), place) in &self.edges {
            write!(f, "\n    {from} -> {to}: {place}")?;
        }
        Ok(())
    }
}

/// The cycles of a package. Its library and its program are separate graphs.
pub(super) fn find(package: &Package, sources: &[Source]) -> Vec<Cycle> {
    let test_modules: BTreeSet<&[String]> =
        sources.iter().flat_map(|source| &source.test_modules).map(Vec::as_slice).collect();
    let is_for_tests =
        |module: &[String]| (1..=module.len()).any(|end| test_modules.contains(&module[..end]));
    let sources: Vec<&Source> =
        sources.iter().filter(|source| !is_for_tests(&source.module)).collect();
    let roots = sources.iter().filter(|source| source.is_root());
    roots.flat_map(|root| of_root(package, root, &sources)).collect()
}

fn of_root(package: &Package, root: &Source, sources: &[&Source]) -> Vec<Cycle> {
    let modules: BTreeSet<&str> = root
        .declared
        .iter()
        .filter(|path| path.len() == 1)
        .filter_map(|path| first(path))
        .collect();
    let exported = exported(root, &modules);
    let mut edges: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for source in sources {
        let Some(from) = first(&source.module).filter(|from| modules.contains(from)) else {
            continue;
        };
        for path in &source.paths {
            let Some(name) = first(&path.parts) else { continue };
            let to = modules.get(name).or_else(|| exported.get(name)).copied();
            if let Some(to) = to.filter(|to| *to != from) {
                let inner = source.path.strip_prefix(&package.source_folder);
                let place = format!(
                    "{}:{} ({})",
                    inner.unwrap_or(&source.path).trim_start_matches('/'),
                    path.line,
                    path.parts.join("::")
                );
                edges.entry((from, to)).or_insert(place);
            }
        }
    }
    components(&modules, &edges)
}

/// The names that the crate's root takes out of its modules: `crate::Name` uses that module.
fn exported<'s>(root: &'s Source, modules: &BTreeSet<&'s str>) -> BTreeMap<&'s str, &'s str> {
    let local = |import: &'s super::tokens::Import| {
        let start = import.parts.iter().find(|part| !["crate", "self"].contains(&part.as_str()))?;
        modules.get(start.as_str()).map(|module| (import.name.as_str(), *module))
    };
    root.imports.iter().filter_map(local).collect()
}

/// Modules that reach each other, in groups of two and more.
fn components(modules: &BTreeSet<&str>, edges: &BTreeMap<(&str, &str), String>) -> Vec<Cycle> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        modules.iter().map(|module| (*module, reach(module, edges))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|set| set.contains(to));
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut cycles = Vec::new();
    for module in modules {
        if !reaches(module, module) || seen.contains(module) {
            continue;
        }
        let together: Vec<&str> = modules
            .iter()
            .copied()
            .filter(|other| reaches(module, other) && reaches(other, module))
            .collect();
        seen.extend(&together);
        let inside = |(from, to): &(&str, &str)| together.contains(from) && together.contains(to);
        let edges = edges
            .iter()
            .filter(|(edge, _)| inside(edge))
            .map(|((from, to), place)| ((str::to_owned(from), str::to_owned(to)), place.clone()));
        cycles.push(Cycle {
            edges: edges.collect(),
            modules: together.into_iter().map(str::to_owned).collect(),
        });
    }
    cycles
}

/// Everything that `start` imports, directly or through others.
fn reach<'m>(start: &str, edges: &BTreeMap<(&'m str, &'m str), String>) -> BTreeSet<&'m str> {
    let mut found = BTreeSet::new();
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        for (_, to) in edges.keys().filter(|(edge_from, _)| *edge_from == from) {
            if found.insert(*to) {
                open.push(to);
            }
        }
    }
    found
}

fn first(path: &[String]) -> Option<&str> {
    path.first().map(String::as_str)
}
