//! The packages of the workspace and their Rust files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::source::Source;

/// The first words of every file that `cargo xtask codegen` writes.
const GENERATED: &str = "// Made by `cargo xtask codegen`";

/// One package with the text of all its Rust files.
pub(super) struct Package {
    pub(super) name: String,
    /// From the repository's root, without a slash at the end.
    pub(super) source_folder: String,
    /// Path from the repository's root to text.
    pub(super) files: BTreeMap<String, String>,
}

impl Package {
    /// The files of the source folder, read as tokens.
    pub(super) fn sources(&self) -> Result<Vec<Source>, String> {
        let prefix = format!("{}/", self.source_folder);
        let inside = self.files.iter().filter_map(|(path, text)| {
            path.strip_prefix(&prefix).map(|inner| (path, inner, text))
        });
        inside.map(|(path, inner, text)| Source::read(path, inner, text)).collect()
    }

    /// How many files lie directly in the source folder, `lib.rs` and `main.rs` aside.
    pub(super) fn loose_files(&self) -> usize {
        let prefix = format!("{}/", self.source_folder);
        let inner = self.files.keys().filter_map(|path| path.strip_prefix(&prefix));
        inner.filter(|path| !path.contains('/') && !["lib.rs", "main.rs"].contains(path)).count()
    }
}

/// Whether the generator wrote this file.
pub(super) fn is_generated(text: &str) -> bool {
    text.starts_with(GENERATED)
}

#[derive(Deserialize)]
struct Manifest {
    workspace: Option<Workspace>,
    package: Option<PackageTable>,
}

#[derive(Deserialize)]
struct Workspace {
    members: Vec<String>,
}

#[derive(Deserialize)]
struct PackageTable {
    name: String,
}

/// Reads every member of the workspace.
///
/// # Errors
/// A folder or file that cannot be read, with its path.
pub(super) fn read(root: &Path) -> Result<Vec<Package>, String> {
    let workspace = manifest(root)?.workspace.ok_or("Cargo.toml has no [workspace]")?;
    let mut packages = Vec::new();
    for member in workspace.members {
        match member.strip_suffix("/*") {
            Some(parent) => {
                for name in folder(&root.join(parent))? {
                    let member = format!("{parent}/{name}");
                    if root.join(&member).join("Cargo.toml").is_file() {
                        packages.push(package(root, &member)?);
                    }
                }
            }
            None => packages.push(package(root, &member)?),
        }
    }
    Ok(packages)
}

fn package(root: &Path, member: &str) -> Result<Package, String> {
    let table = manifest(&root.join(member))?.package;
    let name = table.ok_or_else(|| format!("{member}/Cargo.toml has no [package]"))?.name;
    let has_src = root.join(member).join("src").is_dir();
    let source_folder = if has_src { format!("{member}/src") } else { member.to_owned() };
    let mut files = BTreeMap::new();
    rust_files(root, member, &mut files)?;
    Ok(Package { name, source_folder, files })
}

fn manifest(folder: &Path) -> Result<Manifest, String> {
    let path = folder.join("Cargo.toml");
    toml::from_str(&text(&path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// Adds the Rust files below `folder`, except those of packages inside it.
fn rust_files(
    root: &Path,
    folder_path: &str,
    files: &mut BTreeMap<String, String>,
) -> Result<(), String> {
    for name in folder(&root.join(folder_path))? {
        let path = format!("{folder_path}/{name}");
        let full = root.join(&path);
        if name.ends_with(".rs") {
            files.insert(path, text(&full)?);
        } else if full.is_dir() && name != "target" && !full.join("Cargo.toml").exists() {
            rust_files(root, &path, files)?;
        }
    }
    Ok(())
}

/// The names in a folder, sorted.
fn folder(path: &Path) -> Result<Vec<String>, String> {
    let problem = |error| format!("{}: {error}", path.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(path).map_err(problem)? {
        names.push(entry.map_err(problem)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
